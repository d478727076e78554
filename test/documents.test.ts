import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { Role } from '../src/access/words.js';
import type { CaseDocument } from '../src/documents/case-document.entity.js';
import { documentsOf } from '../src/documents/case-document.reads.js';
import { issueDocument } from '../src/documents/case-document.service.js';
import { pdfOf } from '../src/documents/pdf.js';
import { actingAt } from '../src/jobs/acting.js';
import { casesKnown } from '../src/server/cases-known.js';
import { requestContext } from '../src/server/request-context.js';
import { charactersOf, pagesOf } from './world/pdf.js';
import { type City, openCity, type Person, type Told } from './world.js';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const paragraph =
  '经审查，包头市某某有限公司（统一社会信用代码91150200MA0T3QT132）已按照行政处罚决定书（包市监罚〔2026〕1号）的要求全面履行义务，' +
  '缴纳罚款2000.00元，并作出信用承诺，符合《信用修复管理办法》（国家发展和改革委员会令第36号）规定的条件。';
const decision = {
  number: '包信修决〔2026〕000001号',
  title: '信用修复决定书',
  text: `${paragraph}\n决定：准予信用修复，终止公示，停止共享和使用。`,
  issuedBy: '包头市市场监督管理局',
};
const printed = { ...decision, issuedOn: '2026-11-22', issuedAt: new Date('2026-11-22T02:00:00Z') };

describe('a document is printed', () => {
  test('with its own fonts, every character, a title and its language', async () => {
    const pdf = await pdfOf(printed);
    const text = pdf.toString('latin1');
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text.match(/\/FontFile3? /g)).toHaveLength(2);
    expect(text.match(/\/ToUnicode /g)).toHaveLength(2);
    expect(text).toContain('/Lang (zh-CN)');
    const characters = charactersOf(pdf);
    const written = [...Object.values(decision).join(''), ...'2026年11月22日第1页共1页'].filter((one) => one.trim());
    expect(written.filter((one) => !characters.has(one))).toEqual([]);
    expect(characters.has('〓')).toBe(false);
    const title = '<rdf:li xml:lang="x-default">信用修复决定书</rdf:li>';
    expect(pdf.includes(title)).toBe(true);
    expect(pagesOf(pdf)).toBe(1);
    expect(pdf.length).toBeLessThan(200_000);
  });

  test('to the same bytes each time', async () => {
    const [one, other] = [await pdfOf(printed), await pdfOf({ ...printed })];
    expect(one.equals(other)).toBe(true);
    expect(one.equals(await pdfOf({ ...printed, number: '包信修决〔2026〕000002号' }))).toBe(false);
  });

  test('on as many pages as it needs, each with its number', async () => {
    const pdf = await pdfOf({ ...printed, text: Array(12).fill(paragraph).join('\n') });
    expect(pagesOf(pdf)).toBe(4);
    expect(charactersOf(pdf).has('4')).toBe(true);
  });

  test('with a mark where the font lacks a character, and its code point', async () => {
    const pdf = await pdfOf({ ...printed, text: '当事人𠮷某（ᠮ）' });
    const characters = charactersOf(pdf);
    expect([...'〓字库所缺的字，统一码为U+20BB7、182E'].filter((one) => !characters.has(one))).toEqual([]);
    expect(characters.has('𠮷')).toBe(false);
  });
});

describe('a document is issued', () => {
  const now = new Date('2026-11-22T16:30:00Z');
  const issue = async (caseId: string, more: Partial<CaseDocument> = {}): Promise<CaseDocument> => {
    const viewer = { role: Role.DEPARTMENT, subject: 'department', department: 'MARKET' };
    const acting = actingAt(city.platform, now, viewer);
    return acting.em.transactional(async (em) =>
      issueDocument(em, acting, { caseKind: 'TRIAL', caseId, kind: 'REPAIR_DECISION', ...decision, ...more }),
    );
  };

  test('on the legal day, in the audit, and listed with its case', async () => {
    const caseId = randomUUID();
    const { id } = await issue(caseId);
    const notice = await issue(caseId, { kind: 'REPAIR_NOTICE', title: '信用修复受理通知书' });
    const context = requestContext(city.platform, {
      rehearsal: null,
      ...{ viewer: { role: Role.SUPERVISOR, subject: 's' }, address: '', language: 'en' as const, requestId: 'r', now },
      ...{ stated: { purpose: null, caseNumber: null }, log: pino({ level: 'silent' }) },
    });
    const [listed, none] = await Promise.all([
      context.load(documentsOf, `TRIAL:${caseId}`),
      context.load(documentsOf, `TRIAL:${randomUUID()}`),
    ]);
    expect(listed.map((one) => one.id)).toEqual([id, notice.id]);
    expect(listed[0]).toMatchObject({ ...decision, kind: 'REPAIR_DECISION', issuedOn: '2026-11-23', issuedAt: now });
    expect(none).toEqual([]);
    const deeds = await city.owner('select deed, facts from audit_entry where subject_id = $1', [id]);
    const facts = { case: 'TRIAL', caseId, kind: 'REPAIR_DECISION', number: decision.number };
    expect(deeds).toEqual([{ deed: 'document.issue', facts }]);
  });

  test('under a number that no other of its kind has', async () => {
    const number = '包信修决〔2026〕000077号';
    await issue(randomUUID(), { number });
    await expect(issue(randomUUID(), { number })).rejects.toThrow('case_document_kind_number_unique');
  });

  test('and given to those who know of its case, which the audit tells; for others there is none', async () => {
    const caseId = randomUUID();
    const { id } = await issue(caseId, { number: '包信修决〔2026〕000078号' });
    const map = casesKnown as Record<string, (typeof casesKnown)[string]>;
    map['TRIAL'] = async ({ viewer }, asked) => viewer.uscc === '91150200MA0T3QT132' && asked === caseId;
    const fetched = (person: Person, path: string) => person.fetches(`/documents/${path}`);
    const enterprise = await city.enterprise('91150200MA0T3QT132');
    const tax = await city.officer('TAX');
    const supervisor = await city.official('supervisor');

    const response = await fetched(enterprise, `${id}.pdf`);
    expect([response.status, Object.fromEntries(response.headers)]).toEqual([
      200,
      expect.objectContaining({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('信用修复决定书 包信修决〔2026〕000078号.pdf')}`,
        'cache-control': 'no-store',
      }),
    ]);
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await fetched(supervisor, `${id}.pdf`)).status).toBe(200);
    const unknown = randomUUID();
    const told = async (person: Person, one: string) => {
      const answer = await fetched(person, `${one}.pdf`);
      const { errors } = (await answer.json()) as { errors: Told[] };
      const { message, extensions } = errors[0]!;
      return JSON.stringify([answer.status, message, { ...extensions, requestId: '' }]).replaceAll(one, 'ID');
    };
    for (const person of [tax, city.anyone]) expect(await told(person, id)).toBe(await told(person, unknown));
    expect(await told(tax, unknown)).toMatch(/^\[404,.*UNKNOWN_DOCUMENT/);
    expect((await fetched(enterprise, id)).status).toBe(404);
    expect((await fetched(enterprise, 'x.pdf')).status).toBe(404);
    delete map['TRIAL'];
    const read = await city.owner(
      "select role from audit_entry where subject_id = $1 and deed = 'document.read' order by id",
      [id],
    );
    expect(read.map(({ role }) => role)).toEqual(['ENTERPRISE', 'SUPERVISOR']);
  });
});
