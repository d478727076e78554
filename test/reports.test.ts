import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { charactersOf } from './world/pdf.js';
import { applies, done, fined, takes, underReview } from './world/repair.js';
import { classIn, documentOf, fetched, issued, issues, reasonOf, saidBy, verified } from './world/reports.js';
import { penaltyRow, volunteeredRow } from './world/rows.js';
import { type City, openCity, type Person } from './world.js';

const ours = '91150203MA0T3QT218';
const theirs = '91150200MA0T3QT132';
const traderCode = '92150203MA0T3QTA70';

let city: City;
let enterprise: Person;
let another: Person;
let market: Person;
let inspector: Person;
let centre: Person;
let supervisor: Person;
beforeAll(async () => {
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
afterAll(() => city.close());

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
      expect.objectContaining({ item: 'DRC_CREDIT_GRADE', extent: null, withheld: 'SUBJECT_ONLY', records: 0 }),
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
});
