import { describe, expect, test } from '@jest/globals';
import type { Footing } from '../../src/access/policy.js';
import { Purpose } from '../../src/access/purpose.js';
import { Disclosure, Role, SharingAttribute, WithheldReason } from '../../src/access/words.js';
import { newSigningKey, signingKey } from '../../src/audit/signing-key.js';
import { Polarity } from '../../src/catalogue/catalogue-item.entity.js';
import { checkCodeOf, isCheckCode } from '../../src/reports/check-code.js';
import {
  classesOf,
  extentOf,
  isCarried,
  isWatched,
  mustMayIssue,
  recipientOf,
  requestNumberOf,
  statementOf,
  statusOf,
  validUntil,
} from '../../src/reports/report.rules.js';
import { ReportStatus, SupersededReason } from '../../src/reports/report.words.js';
import { digestOf, fileOf, opened, publishedKey, ReportTampered, signed } from '../../src/reports/report-file.js';
import { reportSchema } from '../../src/reports/report-payload.js';

const outsider: Footing = {
  relation: 'PUBLIC',
  purpose: null,
  bar: WithheldReason.PURPOSE_REQUIRED,
  scope: null,
  holding: 'NONE',
};
const inspector: Footing = {
  relation: 'DEPARTMENT',
  purpose: Purpose.INSPECTION,
  bar: null,
  scope: { classes: ['ADMINISTRATIVE'], personal: [] },
  holding: 'NONE',
};
const provider: Footing = { ...inspector, relation: 'PROVIDER', bar: WithheldReason.PURPOSE_REQUIRED, scope: null };

const { UNCONDITIONAL, CONDITIONAL, NONE } = SharingAttribute;
const { ADVERSE, NEUTRAL } = Polarity;

describe('which records of an item are told', () => {
  const item = (sharing: SharingAttribute, disclosure: Disclosure, polarity: Polarity, more = {}) => ({
    ...{ sharing, disclosure, polarity, providerCode: 'MARKET', class: 'ADMINISTRATIVE', publishesMinor: false },
    ...more,
  });

  test.each([
    // what the subject carries
    [outsider, true, item(UNCONDITIONAL, Disclosure.PUBLIC, ADVERSE), 'WITHOUT_MINOR'],
    [outsider, true, item(UNCONDITIONAL, Disclosure.PUBLIC, ADVERSE, { publishesMinor: true }), 'IN_FORCE'],
    [outsider, true, item(UNCONDITIONAL, Disclosure.PUBLIC, NEUTRAL), 'IN_FORCE'],
    [outsider, true, item(CONDITIONAL, Disclosure.PUBLIC, NEUTRAL), 'IN_FORCE'],
    [outsider, true, item(CONDITIONAL, Disclosure.AUTHORISED, NEUTRAL), 'IN_FORCE'],
    [outsider, true, item(UNCONDITIONAL, Disclosure.AUTHORISED, ADVERSE), 'WITHOUT_MINOR'],
    [outsider, true, item(UNCONDITIONAL, Disclosure.GOVERNMENT, ADVERSE), WithheldReason.GOVERNMENT_ONLY],
    [outsider, true, item(UNCONDITIONAL, Disclosure.SUBJECT, NEUTRAL), WithheldReason.SUBJECT_ONLY],
    [outsider, true, item(NONE, Disclosure.PUBLIC, ADVERSE), WithheldReason.NOT_SHARED],
    // what a department uses
    [inspector, false, item(UNCONDITIONAL, Disclosure.PUBLIC, ADVERSE), 'IN_FORCE'],
    [inspector, false, item(UNCONDITIONAL, Disclosure.GOVERNMENT, ADVERSE), 'IN_FORCE'],
    [inspector, false, item(CONDITIONAL, Disclosure.GOVERNMENT, ADVERSE), WithheldReason.GRANT_REQUIRED],
    [inspector, false, item(CONDITIONAL, Disclosure.PUBLIC, ADVERSE), 'PUBLISHED'],
    [inspector, false, item(UNCONDITIONAL, Disclosure.PUBLIC, ADVERSE, { class: 'HONOUR' }), 'PUBLISHED'],
    [
      inspector,
      false,
      item(UNCONDITIONAL, Disclosure.GOVERNMENT, ADVERSE, { class: 'HONOUR' }),
      WithheldReason.PURPOSE_NOT_COVERED,
    ],
    [provider, false, item(UNCONDITIONAL, Disclosure.GOVERNMENT, ADVERSE), 'IN_FORCE'],
    [provider, false, item(NONE, Disclosure.SUBJECT, ADVERSE), WithheldReason.NOT_SHARED],
  ] as const)('%#', (footing, carried, of, expected) => {
    expect(extentOf(footing, of, carried)).toBe(expected);
  });
});

describe('what is said of a class', () => {
  const told = (polarity: Polarity, records: number) => ({ polarity, extent: 'IN_FORCE' as const, records });
  const closed = (polarity: Polarity) => ({ polarity, extent: null, records: null });

  test.each([
    ['nothing is collected of it', [], 'NOT_COLLECTED'],
    ['all of it is closed', [closed(ADVERSE), closed(NEUTRAL)], 'WITHHELD'],
    ['there is none of what is open', [told(ADVERSE, 0), closed(NEUTRAL)], 'NO_RECORD'],
    ['there are some, none of them adverse', [told(ADVERSE, 0), told(NEUTRAL, 2)], 'NO_ADVERSE_RECORD'],
    ['there are some, and of the adverse ones nothing is said', [closed(ADVERSE), told(NEUTRAL, 2)], 'RECORDS'],
    ['there are adverse ones', [told(ADVERSE, 1), told(ADVERSE, 0)], 'RECORDS'],
  ] as const)('when %s', (_when, items, expected) => {
    expect(statementOf(items)).toBe(expected);
  });

  test.each([
    ['NO_RECORD', NEUTRAL, true],
    ['NO_RECORD', ADVERSE, true],
    ['RECORDS', NEUTRAL, false],
    ['RECORDS', ADVERSE, true],
    ['NO_ADVERSE_RECORD', ADVERSE, true],
    ['NO_ADVERSE_RECORD', NEUTRAL, false],
  ] as const)('%s: another record that is %s belies it: %s', (statement, polarity, expected) => {
    expect(isWatched(statement, polarity)).toBe(expected);
  });
});

describe('how a report stands', () => {
  test.each([
    ['2026-12-23', [], ReportStatus.VALID],
    ['2026-12-23', [SupersededReason.REPAIRED], ReportStatus.SUPERSEDED],
    ['2026-12-24', [], ReportStatus.EXPIRED],
    ['2026-12-24', [SupersededReason.REPAIRED], ReportStatus.EXPIRED],
  ])('on %s, superseded by %j: %s', (today, superseded, expected) => {
    expect(statusOf(validUntil('2026-11-23'), today, superseded)).toBe(expected);
  });
});

describe('who may', () => {
  const uscc = '91150203MA0T3QT218';
  const may = (viewer: object, bar: WithheldReason | null = null, request: string | null = null) => {
    try {
      mustMayIssue({ subject: 's', ...viewer } as never, uscc, bar, request);
      return null;
    } catch (error) {
      return (error as { reason: string }).reason;
    }
  };

  test.each([
    [{ role: Role.ENTERPRISE, uscc }, null, null, null],
    [{ role: Role.ENTERPRISE, uscc: '91150200MA0T3QT132' }, null, null, 'REPORT_NOT_YOURS'],
    [{ role: Role.DEPARTMENT, department: 'TAX' }, null, null, null],
    [{ role: Role.DEPARTMENT, department: 'TAX' }, WithheldReason.CASE_REQUIRED, null, 'REPORT_PURPOSE'],
    [{ role: Role.CREDIT_CENTRE }, WithheldReason.PURPOSE_REQUIRED, null, 'REPORT_REQUEST_NUMBER'],
    [{ role: Role.CREDIT_CENTRE }, WithheldReason.PURPOSE_REQUIRED, '窗口1', null],
  ])('%j', (viewer, bar, request, expected) => {
    expect(may(viewer, bar, request)).toBe(expected);
  });

  test('the entity and the credit centre have one that is carried to others, a department one for itself', () => {
    expect([Role.ENTERPRISE, Role.CREDIT_CENTRE, Role.DEPARTMENT].map(isCarried)).toEqual([true, true, false]);
  });
});

describe('what is asked', () => {
  test.each(['', ' ', 'a\nb', 'a\u0000b', 'a\u200bb', '\ud800', 'x'.repeat(201)])('no recipient: %j', (text) => {
    expect(() => recipientOf(text)).toThrow();
  });

  test('a recipient is a name without blanks around it', () => {
    expect(recipientOf('  某银行 包头分行 ')).toBe('某银行 包头分行');
    expect(recipientOf('𠮷'.repeat(200))).toHaveLength(400);
  });

  test.each([
    [' 窗口〔2026〕12号 ', '窗口〔2026〕12号'],
    ['A-1', 'A-1'],
    ['', null],
    [null, null],
  ])('the number of a request %j is %j', (text, expected) => {
    expect(requestNumberOf(text)).toBe(expected);
  });

  test.each(['张三的申请', '1', `1${'x'.repeat(64)}`, 'a1\n2'])('and %j is none', (text) => {
    expect(() => requestNumberOf(text)).toThrow();
  });

  test('classes stand in the order of the catalogue, and all of them when none is named', () => {
    expect(classesOf(['VOLUNTARY', 'JUDICIAL'] as never)).toEqual(['JUDICIAL', 'VOLUNTARY']);
    expect(classesOf(null)).toHaveLength(13);
  });
});

describe('the document', () => {
  const payload = { schema: reportSchema, number: '15020020261123000001', subject: { uscc: 'X', name: '某' } } as never;
  const reordered = {
    subject: { name: '某', uscc: 'X' },
    number: '15020020261123000001',
    schema: reportSchema,
  } as never;

  test('has one signature for one content, whatever the order of its members', async () => {
    const key = await signingKey('-', 'report-signing', await newSigningKey());
    const jws = signed(payload, key);
    expect(signed(reordered, key)).toBe(jws);
    const { payload: said, kid } = await opened(fileOf(jws), () => publishedKey(key.id, key.publicKey));
    expect([said, kid]).toEqual([payload, key.id]);
    expect(digestOf(jws)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is refused in another spelling, with a member twice, with another header, and by another key', async () => {
    const [key, other] = [
      await signingKey('-', 'report-signing', await newSigningKey()),
      await signingKey('-', 'report-signing', await newSigningKey()),
    ];
    const jws = signed(payload, key);
    const [header, body, signature] = jws.split('.') as [string, string, string];
    // the last character of 64 bytes in base64url carries two bits: another of the same two says the same
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = signature.slice(0, -1) + alphabet[alphabet.indexOf(signature.at(-1)!) ^ 1];
    expect(Buffer.from(twin, 'base64url').equals(Buffer.from(signature, 'base64url'))).toBe(true);
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none', kid: key.id, typ: 'JOSE' })).toString('base64url');
    const file = fileOf(jws);
    const texts = [
      `${header}.${body}.${twin}`,
      `${unsigned}.${body}.`,
      `${unsigned}.${body}.${signature}`,
      file.replace('{', '{"payload":"x",'),
      file.replace('{', '{ '),
      `${file}\n`,
      'x',
      '',
      '{}',
      'null',
    ];
    const known = () => publishedKey(key.id, key.publicKey);
    for (const text of texts) await expect(opened(text, known)).rejects.toBeInstanceOf(ReportTampered);
    for (const keyOf of [() => undefined, () => publishedKey(other.id, other.publicKey)]) {
      await expect(opened(file, keyOf)).rejects.toBeInstanceOf(ReportTampered);
    }
    // what else the key may have signed is no report
    await expect(opened(signed({ schema: 'x' } as never, key), known)).rejects.toBeInstanceOf(ReportTampered);
    await expect(opened(file, known)).resolves.toMatchObject({ jws });
  });
});

describe('a check code', () => {
  const code = checkCodeOf('signature');

  test('is the same each time, another for another signature, and has 100 bits', () => {
    expect(checkCodeOf('signature')).toBe(code);
    expect(checkCodeOf('signaturf')).not.toBe(code);
    expect(code.replaceAll('-', '')).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
  });

  test.each([
    [code, true],
    [code.toLowerCase(), true],
    [code.replaceAll('-', ' '), true],
    [code.replaceAll('0', 'o').replaceAll('1', 'l'), true],
    [code.slice(1), false],
    [`${code}0`, false],
    ['', false],
  ])('written as %s: %s', (written, expected) => {
    expect(isCheckCode(written, 'signature')).toBe(expected);
  });
});
