import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { newSigningKey, signingKey } from '../src/audit/signing-key.js';
import { loadConfig } from '../src/config.js';
import { payloadOf, signed } from '../src/reports/report-file.js';
import { buildServer } from '../src/server/server.js';
import { charactersOf } from './world/pdf.js';
import { applies, done, fined, takes, underReview } from './world/repair.js';
import {
  classesIn,
  classIn,
  documentOf,
  fetched,
  issued,
  issues,
  reasonOf,
  saidBy,
  verified,
} from './world/reports.js';
import { penaltyRow, volunteeredRow } from './world/rows.js';
import { type City, openCity, type Person } from './world.js';

const ours = '91150203MA0T3QT218';
const theirs = '91150200MA0T3QT132';
const traderCode = '92150203MA0T3QTA70';

let dataDir: string;
let city: City;
let enterprise: Person;
let another: Person;
let market: Person;
let inspector: Person;
let centre: Person;
let supervisor: Person;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'credit-reports-'));
  city = await openCity();
  city.on('2026-11-23T09:00:00+08:00');
  [enterprise, another, market, centre, supervisor] = await Promise.all([
    city.enterprise(ours),
    city.enterprise(theirs),
    city.officer('MARKET'),
    city.official('credit-centre'),
    city.official('supervisor'),
  ]);
  inspector = (await city.officer('TAX')).for('INSPECTION', '包税稽〔2026〕17号');
  await city.owner('update consumer set active = false');
}, 60_000);
afterAll(async () => {
  await city.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** The JWS of a report's file in compact form. */
const compact = (file: string): string => {
  const { protected: header, payload, signature } = JSON.parse(file);
  return `${header}.${payload}.${signature}`;
};

const day = (date: string) => city.on(`${date}T09:00:00+08:00`);
beforeEach(() => day('2026-11-23'));

const repaired = async (record: string): Promise<void> => {
  const id = await underReview(city, enterprise, record);
  done(await takes(market, 'approveRepair', { id }));
};

const withdraws = async (record: string): Promise<void> => {
  const input = {
    ...{ record, revokedOn: '2026-11-20', document: '撤销决定书', reason: '复议撤销' },
    basis: '行政处罚法第四十八条',
  };
  done(
    await market.asks('mutation ($input: WithdrawRecordInput!) { withdrawRecord(input: $input) { id } }', { input }),
  );
};

describe('who has a report issued', () => {
  test('the entity about itself: numbered, for a recipient and a use, valid for thirty days', async () => {
    const report = await issued(enterprise, { uscc: ours, use: 'LOAN', recipient: '某银行包头分行' });
    expect(report).toMatchObject({
      ...{ number: expect.stringMatching(/^15020020261123\d{6}$/), use: 'LOAN', recipient: '某银行包头分行' },
      ...{ asOf: '2026-11-23', issuedAt: '2026-11-23T01:00:00.000Z', knownAt: '2026-11-23T01:00:00.000Z' },
      ...{ validUntil: '2026-12-23', issuerRole: 'ENTERPRISE', requestNumber: null, rehearsed: false },
      ...{ entity: { uscc: ours }, department: null, status: 'VALID', supersededBy: [] },
      checkCode: expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/),
      url: `/reports/${report.number}.json`,
    });
    expect(report.classes).toHaveLength(13);
    const [entry] = await city.owner(
      "select actor, facts from audit_entry where deed = 'creditReport.issue' order by id desc limit 1",
    );
    expect(entry.facts).toMatchObject({ number: report.number, use: 'LOAN' });
    expect(JSON.stringify(entry.facts)).not.toContain('某银行');
  });

  test.each([
    ['the public', async () => city.anyone, 'AUTHENTICATION_REQUIRED'],
    ['the supervisor', async () => supervisor, 'ROLE_REQUIRED'],
    ['the administrator of the system', async () => city.official('administrator'), 'ROLE_REQUIRED'],
    ['the administrators of arrears', async () => city.official('arrears-admin'), 'ROLE_REQUIRED'],
    ['another enterprise', async () => another, 'REPORT_NOT_YOURS'],
    ['a department without a purpose', async () => market, 'REPORT_PURPOSE'],
    ['a department without a case', async () => market.for('INSPECTION'), 'REPORT_PURPOSE'],
    ['a department whose mandate does not list it', async () => market.for('FUNDING', '2026-1'), 'REPORT_PURPOSE'],
    ['the credit centre that nobody asked', async () => centre, 'REPORT_REQUEST_NUMBER'],
  ])('not %s', async (_who, who, reason) => {
    const before = await city.owner('select count(*)::int as n from credit_report');
    expect(reasonOf(await issues(await who(), { uscc: ours }))).toBe(reason);
    expect(await city.owner('select count(*)::int as n from credit_report')).toEqual(before);
  });

  test.each([
    ['a code that breaks its rule', { uscc: '91150203MA0T3QT219' }, 'USCC_CHECK_DIGIT'],
    ['a code that nobody has', { uscc: '914403001922038216' }, 'UNKNOWN_ENTITY'],
    ['no recipient', { recipient: '  ' }, 'REPORT_RECIPIENT'],
    ['a recipient of two lines', { recipient: '甲\n乙' }, 'REPORT_RECIPIENT'],
    ['a recipient whose letters run backwards', { recipient: '甲\u202e乙' }, 'REPORT_RECIPIENT'],
    ['a recipient too long', { recipient: '甲'.repeat(201) }, 'REPORT_RECIPIENT'],
    ['no class', { classes: [] }, 'REPORT_CLASSES'],
    ['a class twice', { classes: ['JUDICIAL', 'JUDICIAL'] }, 'REPORT_CLASSES'],
    ['a class that does not exist', { classes: ['WEATHER'] }, 'BAD_QUERY'],
    ['a use that does not exist', { use: 'FUN' }, 'BAD_QUERY'],
    ['a day to come', { asOf: '2026-11-24' }, 'TIME_AHEAD'],
    ['an instant to come', { knownAt: '2026-11-24T00:00:00Z' }, 'TIME_AHEAD'],
  ])('not with %s', async (_what, input, reason) => {
    expect(reasonOf(await issues(inspector, { uscc: ours, ...input }))).toBe(reason);
  });

  test('the credit centre for an entity that asked in writing, as the entity would have it', async () => {
    const { number, requestNumber } = await issued(centre, { uscc: theirs, requestNumber: '窗口〔2026〕12号' });
    expect(requestNumber).toBe('窗口〔2026〕12号');
    const own = await issued(another, { uscc: theirs });
    const [theirsSays, ownSays] = [await saidBy(another, number), await saidBy(another, own.number)];
    expect(theirsSays.sections).toEqual(ownSays.sections);
    expect(theirsSays.issuedFor).toEqual({
      ...{ role: 'CREDIT_CENTRE', department: null, purpose: null, requestNumber: '窗口〔2026〕12号' },
    });
  });

  test('two at once get two numbers', async () => {
    const many = await Promise.all(Array.from({ length: 8 }, () => issued(enterprise, { uscc: ours })));
    const serials = many.map(({ number }) => Number(number.slice(14))).sort((a, b) => a - b);
    expect(serials).toEqual(serials.map((_, i) => serials[0]! + i));
  });
});

describe('what the subject carries to others', () => {
  test('records in force with what an outsider may see, and in so many words what there is not', async () => {
    const { id } = await fined(city, ours, {
      CF_FRDB: '范某娟',
      CF_FR_ZJLX: '身份证',
      CF_FR_ZJHM: '150203199003070017',
    });
    const { number } = await issued(enterprise, {
      uscc: ours,
      classes: ['ADMINISTRATIVE', 'JUDICIAL', 'COMPLIANCE', 'EVALUATION'],
    });
    const report = await saidBy(enterprise, number);
    expect(report).toMatchObject({
      ...{ schema: 'urn:public-credit-platform:credit-report:1', number, rehearsal: false },
      subject: { uscc: ours },
      covered: ['JUDICIAL', 'ADMINISTRATIVE', 'EVALUATION', 'COMPLIANCE'],
    });
    expect(report.notCovered).toHaveLength(9);

    const administrative = classIn(report, 'ADMINISTRATIVE');
    expect(administrative.statement).toBe('RECORDS');
    const record = administrative.records.find((one: any) => one.id === id);
    expect(record).toMatchObject({
      item: 'MARKET_PENALTY',
      version: 1,
      determinedOn: '2026-07-20',
      severity: 'GENERAL',
    });
    const shown = new Map<string, any>(record.fields.map((field: any) => [field.key, field]));
    expect(shown.get('CF_WFXW')).toMatchObject({ value: '违反价格管理规定', masked: false });
    expect(shown.get('CF_FRDB')).toMatchObject({ value: '范*娟', masked: true });
    expect(shown.has('CF_FR_ZJHM')).toBe(false);
    expect(JSON.stringify(report)).not.toMatch(/150203199003070017|1502\*|enc:/);

    // the negative is said of items that are covered, and never of those that are closed
    const judicial = classIn(report, 'JUDICIAL');
    expect(judicial).toMatchObject({ statement: 'NO_RECORD', records: [] });
    expect(judicial.items).toEqual([
      expect.objectContaining({
        item: 'COURT_UNPERFORMED_JUDGMENT',
        extent: 'WITHOUT_MINOR',
        withheld: null,
        records: 0,
      }),
    ]);
    const compliance = classIn(report, 'COMPLIANCE');
    expect(compliance).toMatchObject({ statement: 'WITHHELD', records: [] });
    expect(Object.fromEntries(compliance.items.map((one: any) => [one.item, one.withheld]))).toMatchObject({
      TAX_ARREARS: 'GOVERNMENT_ONLY',
      DISCIPLINE_BRIBERY: 'NOT_SHARED',
    });
    expect(classIn(report, 'EVALUATION').items).toContainEqual(
      expect.objectContaining({ item: 'DRC_CREDIT_GRADE', extent: null, withheld: 'SUBJECT_ONLY', records: null }),
    );
  });

  test('what it may authorise others to read, without what is kept for government', async () => {
    done(
      await (await city.officer('SERVICES')).submits('SERVICES_VOLUNTARY', [volunteeredRow({ TGBH: 'ZY2026-9077' })]),
    );
    const { number } = await issued(another, { uscc: theirs, classes: ['VOLUNTARY'] });
    const voluntary = classIn(await saidBy(another, number), 'VOLUNTARY');
    const record = voluntary.records.find((one: any) => one.number === 'ZY2026-9077');
    const values = Object.fromEntries(record.fields.map((field: any) => [field.key, field.value]));
    expect(values).toMatchObject({ XXMC: 'ISO 9001 质量管理体系认证', LXR: '云*真' });
    expect(Object.keys(values)).not.toEqual(expect.arrayContaining(['LXDH', 'BZ']));
  });

  test('nothing of what was repaired or withdrawn, whichever day and instant are asked', async () => {
    const [one, other] = [await fined(city, ours), await fined(city, ours)];
    await repaired(one.id);
    await withdraws(other.id);
    for (const time of [{}, { asOf: '2026-11-22' }, { knownAt: '2026-11-23T01:00:00Z' }]) {
      const document = await documentOf(enterprise, (await issued(enterprise, { uscc: ours, ...time })).number);
      expect(document).not.toContain(one.id);
      expect(document).not.toContain(other.id);
      expect(document).not.toContain(one.row['CF_WSH']);
    }
  });

  test('nothing that was not known yet, or determined yet', async () => {
    const { id } = await fined(city, ours);
    day('2026-11-24');
    const says = async (time: object) =>
      documentOf(enterprise, (await issued(enterprise, { uscc: ours, ...time })).number);
    expect(await says({ knownAt: '2026-11-23T01:00:00Z' })).toContain(id);
    expect(await says({ knownAt: '2026-11-23T00:59:59Z' })).not.toContain(id);
    expect(await says({ asOf: '2026-07-20' })).toContain(id);
    expect(await says({ asOf: '2026-07-19' })).not.toContain(id);
  });

  test('minor dishonesty that is not published is left out, and the item says so', async () => {
    const minor = penaltyRow({ CF_XDR_SHXYM: ours, CF_WSH: '包市监罚〔2026〕微1号', CF_CFLB: '警告', CF_NR_FK: '0' });
    done(await market.submits('MARKET_PENALTY', [minor]));
    const [row] = await city.owner(
      "select severity, public_from from credit_record where number = '包市监罚〔2026〕微1号'",
    );
    expect(row).toEqual({ severity: 'MINOR', public_from: null });
    const { number } = await issued(enterprise, { uscc: ours });
    expect(await documentOf(enterprise, number)).not.toContain('微1号');
    const item = classIn(await saidBy(enterprise, number), 'ADMINISTRATIVE').items;
    expect(item).toContainEqual(expect.objectContaining({ item: 'MARKET_PENALTY', extent: 'WITHOUT_MINOR' }));
    // a department that inspects uses it
    const inspected = await issued(inspector, { uscc: ours });
    expect((await fetched(inspector, inspected.number)).bytes.toString()).toContain('微1号');
  });

  test('of a sole trader the person is masked', async () => {
    const trader = await city.enterprise(traderCode);
    const [{ legal_representative: name, address }] = await city.owner(
      'select legal_representative, address from legal_entity where uscc = $1',
      [traderCode],
    );
    const report = await saidBy(trader, (await issued(trader, { uscc: traderCode })).number);
    expect(report.sections['particulars']).toMatchObject({
      kind: 'SOLE_TRADER',
      legalRepresentative: expect.stringMatching(/^.\*/),
      address: expect.stringMatching(/\*\*\*$/),
    });
    const text = JSON.stringify(report.sections['particulars']);
    expect([text.includes(name), text.includes(address)]).toEqual([false, false]);
  });

  test('a record about a natural person is carried, its name in part', async () => {
    const person = {
      CF_XDR_LB: '自然人',
      CF_XDR_MC: '云某真',
      CF_XDR_ZJLX: '身份证',
      CF_XDR_ZJHM: '150203199003070017',
    };
    const { id } = await fined(city, traderCode, person);
    const trader = await city.enterprise(traderCode);
    const { number, checkCode } = await issued(trader, { uscc: traderCode, classes: ['ADMINISTRATIVE'] });
    const { bytes } = await fetched(city.anyone, number, { checkCode });
    const record = classIn(JSON.parse(bytes.toString()).report, 'ADMINISTRATIVE').records.find(
      (one: any) => one.id === id,
    );
    expect(record.fields).toContainEqual(expect.objectContaining({ key: 'CF_XDR_MC', value: '云*真', masked: true }));
    expect(bytes.toString()).not.toContain('150203199003070017');
    // the trader can see who read what is never published
    const [reading] = await city.owner("select shown from reading_entry where role = 'PUBLIC' and shown @> $1::jsonb", [
      JSON.stringify([{ item: 'MARKET_PENALTY', records: [id] }]),
    ]);
    expect(reading).toBeDefined();
  });
});

describe('what a department has issued', () => {
  test('is what it may use, and the subject is told of the reading', async () => {
    const { id } = await fined(city, ours);
    const report = await issued(inspector, { uscc: ours, use: 'OTHER', recipient: '包头市税务局' });
    expect(report).toMatchObject({ issuerRole: 'DEPARTMENT', department: { code: 'TAX' }, requestNumber: null });
    const says = await saidBy(inspector, report.number);
    expect(says.issuedFor).toMatchObject({ department: { code: 'TAX' }, purpose: 'INSPECTION' });
    const items = classesIn(says).flatMap((one) => one['items']);
    const item = (code: string) => items.find((one: any) => one.item === code);
    expect(item('MARKET_PENALTY')).toMatchObject({ extent: 'IN_FORCE' });
    expect(item('TAX_ARREARS')).toMatchObject({ extent: 'IN_FORCE' });
    // of another department, and shared under a condition that is not met
    expect(item('HRSS_SOCIAL_INSURANCE_ARREARS')).toMatchObject({ extent: null, withheld: 'GRANT_REQUIRED' });
    expect(item('DISCIPLINE_BRIBERY')).toMatchObject({ extent: null, withheld: 'NOT_SHARED' });
    const told = classIn(says, 'ADMINISTRATIVE').records.find((one: any) => one.id === id);
    expect(told.fields.map((one: any) => one.key)).not.toContain('CF_FR_ZJHM');

    const readings = await city.owner(
      `select purpose, case_number, shown from reading_entry r join legal_entity e on e.id = r.entity_id
       where e.uscc = $1 and r.actor = 'department:TAX' order by r.id`,
      [ours],
    );
    // once when it was issued, once when it was fetched
    expect(readings.length).toBeGreaterThanOrEqual(2);
    const [before, last] = readings.slice(-2);
    expect(last.shown).toEqual(before.shown);
    expect(last).toMatchObject({ purpose: 'INSPECTION', case_number: '包税稽〔2026〕17号' });
  });

  test('a provider puts neither what it alone may see nor what is not shared into it', async () => {
    const discipline = (await city.officer('DISCIPLINE')).for('AUDIT', '包监〔2026〕1号');
    const says = await saidBy(discipline, (await issued(discipline, { uscc: ours, classes: ['COMPLIANCE'] })).number);
    expect(classIn(says, 'COMPLIANCE').items).toContainEqual(
      expect.objectContaining({ item: 'DISCIPLINE_BRIBERY', extent: null, withheld: 'NOT_SHARED' }),
    );
    const services = (await city.officer('SERVICES')).for('LICENSING', '2026-77');
    const volunteered = volunteeredRow({ TGBH: 'ZY2026-9078', BZ: '内部备注' });
    done(await services.submits('SERVICES_VOLUNTARY', [volunteered]));
    const report = await issued(services, { uscc: theirs, classes: ['VOLUNTARY'] });
    const text = await documentOf(services, report.number);
    expect(text).toContain('ZY2026-9078');
    expect(text).not.toContain('内部备注');
  });

  test('is verified by whoever holds it, fetched by it, its subject and the supervisor, and for its purpose only', async () => {
    const { number, checkCode } = await issued(inspector, { uscc: ours });
    expect(await verified(city.anyone, { number, checkCode })).toMatchObject({ status: 'VALID' });
    expect((await fetched(city.anyone, number, { checkCode })).reason).toBe('REPORT_OF_GOVERNMENT');
    expect((await fetched(await city.officer('TAX'), number)).reason).toBe('REPORT_PURPOSE');
    const reviewing = (await city.officer('TAX')).for('REPAIR_REVIEW', '包税稽〔2026〕17号');
    expect((await fetched(reviewing, number)).reason).toBe('REPORT_PURPOSE');
    const statuses = await Promise.all([inspector, enterprise, supervisor].map((who) => fetched(who, number)));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await fetched(centre, number)).reason).toBe('REPORT_UNKNOWN');
  });
});

describe('a report that would be too long', () => {
  test('is refused, and one of fewer classes is issued', async () => {
    const code = '91150204MA0T3QT3XE';
    const rows = Array.from({ length: 201 }, (_, i) =>
      penaltyRow({ CF_XDR_SHXYM: code, CF_WSH: `包市监罚〔2026〕长${i}号`, CF_NR_FK: '1' }),
    );
    done(await market.submits('MARKET_PENALTY', rows));
    const who = await city.enterprise(code);
    expect(reasonOf(await issues(who, { uscc: code }))).toBe('REPORT_TOO_LONG');
    await issued(who, { uscc: code, classes: ['JUDICIAL'] });
    for (const row of rows) row['CF_GSJZQ'] = '2026-11-22';
    done(await market.submits('MARKET_PENALTY', rows));
    await issued(who, { uscc: code });
  });
});

describe('a report is given', () => {
  test('byte for byte to the entity, the supervisor and whoever has its number and check code', async () => {
    const { number, checkCode } = await issued(enterprise, { uscc: ours });
    const files = await Promise.all([
      fetched(enterprise, number),
      fetched(supervisor, number),
      fetched(city.anyone, number, { checkCode }),
      fetched(another, number, { checkCode: checkCode.toLowerCase().replaceAll('-', ' ') }),
      fetched(enterprise, number),
    ]);
    expect(new Set(files.map(({ bytes }) => bytes.toString())).size).toBe(1);
    const file = JSON.parse(files[0]!.bytes.toString());
    expect(Object.keys(file)).toEqual(['protected', 'payload', 'signature', 'report']);
    expect(JSON.parse(Buffer.from(file.payload, 'base64url').toString())).toEqual(file.report);
    const read = await city.owner(
      "select role, facts from audit_entry where deed = 'creditReport.read' and facts->>'number' = $1",
      [number],
    );
    expect(read.map(({ role }) => role).sort()).toEqual([
      'ENTERPRISE',
      'ENTERPRISE',
      'ENTERPRISE',
      'PUBLIC',
      'SUPERVISOR',
    ]);
  });

  test('to nobody else: another number, another code and none at all look the same', async () => {
    const { number, checkCode } = await issued(enterprise, { uscc: ours });
    const other = (await issued(another, { uscc: theirs })).checkCode;
    const asked: [Person, string, string | undefined][] = [
      [city.anyone, number, undefined],
      [another, number, undefined],
      [market, number, undefined],
      [centre, number, undefined],
      [city.anyone, number, other],
      [city.anyone, '15020020261123999999', checkCode],
    ];
    for (const [who, of, code] of asked) {
      const { status, reason } = await fetched(who, of, { ...(code !== undefined && { checkCode: code }) });
      expect([status, reason]).toEqual([404, 'REPORT_UNKNOWN']);
    }
    expect((await fetched(city.anyone, 'x', { checkCode })).reason).toBe('REPORT_NUMBER');
    const [{ facts }] = await city.owner(
      "select facts from audit_entry where deed = 'creditReport.read.refused' order by id desc limit 1",
    );
    expect(facts).toEqual({ reason: 'REPORT_NUMBER' });
  });

  test('on paper: in Chinese, with number, check code and digest, the same bytes each time', async () => {
    await fined(city, ours);
    const { number, checkCode, digest } = await issued(enterprise, { uscc: ours, recipient: '鹿城区财政所𠮷' });
    const [one, other] = [
      await fetched(enterprise, number, { format: 'pdf' }),
      await fetched(city.anyone, number, { format: 'pdf', checkCode }),
    ];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    expect(one.bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    const characters = charactersOf(one.bytes);
    const written = [...`专项信用报告编号${number}校验码${checkCode}摘要${digest}鹿城区财政所未发现记录行政处罚〓`];
    expect(written.filter((character) => !characters.has(character))).toEqual([]);
  });

  test('no more once it no longer holds, but to the entity itself and the supervisor', async () => {
    const { id } = await fined(city, ours);
    const { number, checkCode } = await issued(enterprise, { uscc: ours });
    const byDepartment = await issued(inspector, { uscc: ours });
    await repaired(id);
    const reasons = await Promise.all([
      fetched(city.anyone, number, { checkCode }),
      fetched(inspector, byDepartment.number),
      fetched(enterprise, number),
      fetched(supervisor, byDepartment.number),
    ]);
    expect(reasons.map(({ reason }) => reason)).toEqual(['REPORT_OVER', 'REPORT_OVER', undefined, undefined]);
    const later = await issued(another, { uscc: theirs });
    day('2026-12-24');
    expect((await fetched(city.anyone, later.number, { checkCode: later.checkCode })).reason).toBe('REPORT_OVER');
  });
});

describe('a report is verified', () => {
  test('by number and check code, or by the document in either form: for whom, what for, about what', async () => {
    const { number, checkCode, digest } = await issued(enterprise, { uscc: ours, classes: ['JUDICIAL'] });
    const file = await documentOf(enterprise, number);
    const ways: Record<string, string>[] = [{ number, checkCode }, { document: file }, { document: compact(file) }];
    for (const by of ways) {
      expect(await verified(city.anyone, by)).toEqual({
        ...{ status: 'VALID', reasons: [], number, uscc: ours, name: expect.any(String), use: 'TENDER', digest },
        ...{ recipient: '包头市公共资源交易中心', classes: ['JUDICIAL'], issuedAt: '2026-11-23T01:00:00.000Z' },
        ...{ asOf: '2026-11-23', knownAt: '2026-11-23T01:00:00.000Z', validUntil: '2026-12-23', rehearsed: false },
      });
    }
  });

  test('as unknown, whichever of number and code is wrong, with nothing beside', async () => {
    const { number, checkCode } = await issued(enterprise, { uscc: ours });
    const other = await issued(another, { uscc: theirs });
    const unknown = { status: 'UNKNOWN', reasons: [], number: null, uscc: null, recipient: null, digest: null };
    for (const by of [
      { number, checkCode: other.checkCode },
      { number: '15020020261123999999', checkCode },
      { number, checkCode: '' },
    ]) {
      expect(await verified(city.anyone, by)).toMatchObject(unknown);
    }
  });

  test('at a cost: every number that is tried is charged, whether or not there is one', async () => {
    const used = async (number: string) => {
      const { budget } = await city.anyone.asks(`{ verifyReport(number: "${number}", checkCode: "X") { status } }`);
      return budget!.used;
    };
    const { number } = await issued(enterprise, { uscc: ours });
    const before = await used('15020020261123999990');
    expect([await used(number), await used('15020020261123999991'), await used(number)]).toEqual(
      [1, 2, 2].map((more) => before + more),
    );
  });

  test('as rehearsed when it was issued under a rehearsed clock; it says so itself', async () => {
    const report = await issued(enterprise.at('2026-12-01T09:00:00+08:00'), { uscc: ours });
    expect(report).toMatchObject({ number: expect.stringMatching(/^15020020261201/), rehearsed: true });
    expect((await saidBy(enterprise, report.number)).rehearsal).toBe(true);
    const { number, checkCode } = report;
    expect(await verified(city.anyone, { number, checkCode })).toMatchObject({ rehearsed: true });
    const { bytes } = await fetched(enterprise, number, { format: 'pdf' });
    expect(bytes.includes('专项信用报告（演练件，无效）')).toBe(true);
  });

  test.each([
    [{}, 'REPORT_VERIFY_BY'],
    [{ number: '15020020261123000001' }, 'REPORT_VERIFY_BY'],
    [{ checkCode: 'X' }, 'REPORT_VERIFY_BY'],
    [{ number: '15020020261123000001', checkCode: 'X', document: '{}' }, 'REPORT_VERIFY_BY'],
    [{ number: '1502', checkCode: 'X' }, 'REPORT_NUMBER'],
  ])('not by %j', async (by, reason) => {
    const answer = await city.anyone.asks(
      'query ($number: String, $checkCode: String, $document: String) { verifyReport(number: $number, checkCode: $checkCode, document: $document) { status } }',
      by,
    );
    expect(reasonOf(answer)).toBe(reason);
  });

  test('as tampered with, whichever byte was changed', async () => {
    const { number } = await issued(enterprise, { uscc: ours, classes: ['JUDICIAL', 'ADMINISTRATIVE'] });
    const bytes = Buffer.from(await documentOf(enterprise, number));
    const end = bytes.length - 1;
    const edges = [
      0,
      1,
      2,
      end - 1,
      ...[...'protected', 'payload', 'signature', 'report'].map((word) => bytes.indexOf(word)),
    ];
    const parts = ['"payload":"', '"signature":"', '"report":'].flatMap((mark) => {
      const at = bytes.indexOf(mark) + mark.length;
      return [at, at + 1, at - mark.length - 3];
    });
    const samples = Array.from({ length: 60 }, (_, i) => Math.floor((i * (end - 1)) / 59));
    for (const at of new Set([...edges, ...parts, ...samples])) {
      for (const change of [1, 2]) {
        const changed = Buffer.from(bytes);
        changed[at]! ^= change;
        const { status } = await verified(city.anyone, { document: changed.toString() });
        expect([at, change, status]).toEqual([at, change, 'TAMPERED']);
      }
    }
    expect((await verified(city.anyone, { document: bytes.toString() })).status).toBe('VALID');
  });

  test('as expired after its last day, and nothing more is told then', async () => {
    const { id } = await fined(city, ours);
    const [{ number, checkCode }, other] = [
      await issued(enterprise, { uscc: ours }),
      await issued(enterprise, { uscc: ours, classes: ['JUDICIAL'] }),
    ];
    await repaired(id);
    day('2026-12-23');
    const superseded = { status: 'SUPERSEDED', reasons: expect.arrayContaining(['REPAIRED']) };
    expect(await verified(city.anyone, { number, checkCode })).toMatchObject(superseded);
    const holds = () => verified(city.anyone, { number: other.number, checkCode: other.checkCode });
    expect((await holds()).status).toBe('VALID');
    day('2026-12-24');
    expect(await verified(city.anyone, { number, checkCode })).toMatchObject({
      status: 'EXPIRED',
      reasons: [],
      number,
    });
    expect((await holds()).status).toBe('EXPIRED');
  });
});

describe('a report no longer holds', () => {
  const standing = async ({ number, checkCode }: any): Promise<unknown[]> => {
    const { status, reasons } = await verified(city.anyone, { number, checkCode });
    return [status, ...reasons];
  };

  test('once a record in it is repaired, in the transaction of the repair', async () => {
    const { id } = await fined(city, ours);
    const report = await issued(enterprise, { uscc: ours });
    const without = await issued(enterprise, { uscc: ours, classes: ['JUDICIAL'] });
    done(await applies(enterprise, id));
    expect(await standing(report)).toEqual(['VALID']);
    const [{ id: application }] = await city.owner('select id from repair_application where record_id = $1', [id]);
    done(await takes(market, 'acceptRepair', { id: application }));
    expect(await standing(report)).toEqual(['VALID']);
    done(await takes(market, 'approveRepair', { id: application }));
    expect(await standing(report)).toEqual(['SUPERSEDED', 'REPAIRED']);
    expect(await standing(without)).toEqual(['VALID']);
    const { data } = await enterprise.asks('query ($n: String!) { creditReport(number: $n) { status supersededBy } }', {
      n: report.number,
    });
    expect(data.creditReport).toEqual({ status: 'SUPERSEDED', supersededBy: ['REPAIRED'] });
    expect(await standing(await issued(enterprise, { uscc: ours }))).toEqual(['VALID']);
  });

  test('once one is withdrawn, corrected, or has ended: each by its kind', async () => {
    const [one, other, third] = [
      await fined(city, ours),
      await fined(city, ours),
      await fined(city, ours, { CF_GSJZQ: '2026-11-25' }),
    ];
    const report = await issued(enterprise, { uscc: ours });
    done(
      await market.asks('mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id } }', {
        input: {
          record: one.id,
          fields: [{ key: 'CF_SY', value: '未按规定明码标价' }],
          reason: '更正',
          basis: '决定书',
        },
      }),
    );
    expect(await standing(report)).toEqual(['SUPERSEDED', 'CHANGED']);
    await withdraws(other.id);
    expect(await standing(report)).toEqual(['SUPERSEDED', 'CHANGED', 'WITHDRAWN']);
    day('2026-11-26');
    expect(await standing(report)).toEqual(['SUPERSEDED', 'CHANGED', 'EXPIRED', 'WITHDRAWN']);
    expect(await documentOf(enterprise, (await issued(enterprise, { uscc: ours })).number)).not.toContain(third.id);
  });

  test('once a record comes in of which it says that there is none', async () => {
    const court = { ...{ classes: ['JUDICIAL', 'ABNORMAL_OPERATION'] }, uscc: '91150204MA0T3QT3XE' };
    const third = await city.enterprise(court.uscc);
    const report = await issued(third, court);
    const says = await saidBy(third, report.number);
    expect(classIn(says, 'ABNORMAL_OPERATION').statement).toMatch(/NO_RECORD|RECORDS/);
    const fines = await issued(third, { ...court, classes: ['ADMINISTRATIVE'] });
    const before = await standing(report);
    await fined(city, court.uscc);
    expect(await standing(fines)).toEqual(['SUPERSEDED', 'NEW_RECORD']);
    expect(await standing(report)).toEqual(before);
    // nobody hides a record by asking for a time at which it was not known
    const hiding = await issued(third, { ...court, classes: ['ADMINISTRATIVE'], knownAt: '2026-11-22T00:00:00Z' });
    expect(await standing(hiding)).toEqual(['SUPERSEDED', 'NEW_RECORD']);
  });
});

describe('keys', () => {
  const published = async (at: City | { address: string }) =>
    (await (await fetch(`${at.address}/.well-known/jwks.json`)).json()) as { keys: Record<string, string>[] };

  test('are published, never with their private part, and change without a report becoming invalid', async () => {
    const before = await issued(enterprise, { uscc: ours });
    const { keys } = await published(city);
    expect(keys).toContainEqual({
      ...{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid: before.keyId, x: expect.any(String) },
    });
    expect(keys.some((key) => 'd' in key)).toBe(false);

    const reportKey = await signingKey('-', 'report-signing', await newSigningKey());
    const app = await buildServer(
      loadConfig({ DATABASE_URL: city.database, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
      { ...city.platform, reportKey },
      pino({ level: 'silent' }),
      () => new Date('2026-11-23T09:30:00+08:00'),
    );
    await app.listen({ port: 0, host: '127.0.0.1' });
    try {
      const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
      const rotated = await published({ address });
      expect(rotated.keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining([before.keyId, reportKey.id]));
      const verify = async (document: string) => {
        const response = await fetch(`${address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            query: 'query ($document: String) { verifyReport(document: $document) { status } }',
            variables: { document },
          }),
        });
        const told = (await response.json()) as { data: { verifyReport: { status: string } } };
        return told.data.verifyReport.status;
      };
      const old = await documentOf(enterprise, before.number);
      expect(await verify(old)).toBe('VALID');
      // signed by a key of the platform, and yet no report that was issued
      const invented = { ...payloadOf(compact(old)), number: '15020020261123999998' };
      expect(await verify(signed(invented, reportKey))).toBe('UNKNOWN');
      const altered = { ...payloadOf(compact(old)), recipient: '他人' };
      expect(await verify(signed(altered, reportKey))).toBe('UNKNOWN');
      const nobodys = await signingKey('-', 'report-signing', await newSigningKey());
      expect(await verify(signed(altered, nobodys))).toBe('TAMPERED');
    } finally {
      await app.close();
    }
  });
});

describe('off-line', () => {
  const command = async (...words: string[]): Promise<{ code: number; text: string }> =>
    promisify(execFile)(process.execPath, ['dist/src/commands/verify-report.js', ...words], {
      env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' },
    }).then(
      ({ stdout }) => ({ code: 0, text: stdout }),
      ({ code, stderr }: any) => ({ code, text: stderr }),
    );
  const kept = async (name: string, text: string): Promise<string> => {
    const path = join(dataDir, name);
    await writeFile(path, text);
    return path;
  };

  test('a file is verified with the keys alone: one sentence in each language, and an exit code', async () => {
    city.on(new Date().toISOString());
    const { number } = await issued(enterprise, { uscc: ours });
    const document = await documentOf(enterprise, number);
    const jwks = await kept('jwks.json', await (await fetch(`${city.address}/.well-known/jwks.json`)).text());
    const file = await kept('report.json', document);
    const good = await command(file, '--jwks', jwks);
    expect(good.code).toBe(0);
    expect(good.text).toMatch(/^Report \d{20} about .+ is unchanged .+\n信用报告 \d{20}.+未被改动.+\n$/);
    expect((await command(await kept('compact', compact(document)), `--jwks=${jwks}`)).code).toBe(0);
    expect((await command(file, '--jwks', `${city.address}/.well-known/jwks.json`)).code).toBe(0);

    const changed = await kept('changed.json', document.replace('包头市公共资源交易中心', '包头市公共资源交易中心甲'));
    const bad = await command(changed, '--jwks', jwks);
    expect([bad.code, bad.text]).toEqual([
      1,
      expect.stringMatching(/^The report is not what the platform signed.+\n.+不符/),
    ]);
    const keyless = await kept('other.json', JSON.stringify({ keys: [] }));
    expect((await command(file, '--jwks', keyless)).code).toBe(1);

    city.on('2026-09-01T09:00:00+08:00');
    const old = await documentOf(enterprise, (await issued(enterprise, { uscc: ours })).number);
    const over = await command(await kept('old.json', old), '--jwks', jwks);
    expect([over.code, over.text]).toEqual([1, expect.stringContaining('ended on 2026-10-01')]);
  });

  test.each([
    ['no file', []],
    ['a file that is not there', ['/nowhere/report.json']],
    ['keys that are none', ['package.json', '--jwks', 'package.json']],
    ['keys that are not there', ['package.json', '--jwks', '/nowhere/jwks.json']],
  ])('%s is said', async (_what, words) => {
    const { code, text } = await command(...words);
    expect([code, text]).toEqual([1, expect.stringMatching(/[a-z]{3}.*\n*[\s\S]*[\u4e00-\u9fff]/)]);
  });
});

describe('lists', () => {
  const listed = (who: Person, first = 100, after: string | null = null) =>
    who.asks(
      `query ($first: Int!, $after: String) { creditReports(first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { number status issuerRole checkCode entity { uscc } } } } }`,
      { first, after },
    );
  const nodes = ({ data }: any) => data.creditReports.edges.map(({ node }: any) => node);

  test('hold the reports of the entity, of the office that had them issued, or all for the supervisor', async () => {
    const own = await issued(enterprise, { uscc: ours });
    const byTax = await issued(inspector, { uscc: theirs });
    const byCentre = await issued(centre, { uscc: theirs, requestNumber: '窗口〔2026〕13号' });
    const numbers = async (who: Person) => nodes(await listed(who)).map(({ number }: any) => number);
    expect(await numbers(supervisor)).toEqual(expect.arrayContaining([own.number, byTax.number, byCentre.number]));
    expect((await numbers(another)).slice(0, 2)).toEqual([byCentre.number, byTax.number]);
    expect(nodes(await listed(enterprise)).every(({ entity }: any) => entity.uscc === ours)).toBe(true);
    expect((await numbers(await city.officer('TAX')))[0]).toBe(byTax.number);
    expect(await numbers(market)).toEqual([]);
    expect(nodes(await listed(centre)).every(({ issuerRole }: any) => issuerRole === 'CREDIT_CENTRE')).toBe(true);
    expect(reasonOf(await listed(city.anyone))).toBe('AUTHENTICATION_REQUIRED');
    expect(reasonOf(await listed(await city.official('arrears-admin')))).toBe('ROLE_REQUIRED');
  });

  test('go page by page, in as many statements whatever their length', async () => {
    const first = await listed(enterprise, 2);
    const { pageInfo, totalCount } = first.data.creditReports;
    const second = await listed(enterprise, 2, pageInfo.endCursor);
    const all = nodes(await listed(enterprise));
    expect(totalCount).toBe(all.length);
    expect([...nodes(first), ...nodes(second)]).toEqual(all.slice(0, 4));
    expect((await listed(enterprise, 50)).statements).toBe(first.statements);
  });

  test('stand on the entity for itself and the supervisor', async () => {
    const query = `{ entity(uscc: "${ours}") { reports(first: 5) { totalCount edges { node { number status } } } } }`;
    for (const who of [enterprise, supervisor]) {
      expect((await who.asks(query)).data.entity.reports.edges).toHaveLength(5);
    }
    for (const who of [another, inspector, centre, city.anyone]) {
      const { data, withheld } = await who.asks(query);
      expect([data.entity.reports, withheld[0]?.reason]).toEqual([null, 'SUBJECT_ONLY']);
    }
  });

  test('and on several entities in as many statements as on one', async () => {
    const ask = (codes: string[]) =>
      supervisor.asks(
        'query ($u: [USCC!]!) { entitiesByCode(usccs: $u) { entity { reports(first: 2) { totalCount edges { node { status } } } } } }',
        { u: codes },
      );
    expect((await ask([ours, theirs, traderCode])).statements).toBe((await ask([ours])).statements);
  });

  test('and one by its number', async () => {
    const { number } = await issued(enterprise, { uscc: ours });
    const ask = async (who: Person, n: string) =>
      (await who.asks('query ($n: String!) { creditReport(number: $n) { number } }', { n })).data.creditReport;
    expect([await ask(enterprise, number), await ask(supervisor, number)]).toEqual([{ number }, { number }]);
    expect([await ask(another, number), await ask(inspector, number), await ask(enterprise, 'x')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
