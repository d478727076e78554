import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { thePlatform } from '../src/access/viewer.js';
import { legalDay } from '../src/calendar/day.js';
import { RecordState } from '../src/records/credit-record.entity.js';
import { lockedRecord, type VersionChange, writeVersion } from '../src/records/record-version.service.js';
import { authorisedBy } from './world/rights.js';
import { penaltyRow, volunteeredRow } from './world/rows.js';
import { type City, openCity, type Person } from './world.js';

const uscc = '91150200MA0T3QT132';
const shown = `id title number state severity disputed determinedOn publicUntil fields { key value state reason }`;
const versions = `versions { version state severity validFrom recordedAt supersededAt submission recordedBy reason basis
  withdrawal { revokedOn document late deadline { dueOn skipped { day why } basis overdue } } fields { key value state reason } }`;

let city: City;
let market: Person;
let everyone: Record<string, Person>;
beforeAll(async () => {
  city = await openCity();
  const [tax, centre] = [await city.officer('TAX'), await city.official('credit-centre')];
  market = await city.officer('MARKET');
  everyone = {
    public: city.anyone,
    'another enterprise': await city.enterprise('91150204MA0T3QT3XE'),
    administrator: await city.official('administrator'),
    'TAX, no purpose': tax,
    'TAX, to inspect': tax.for('INSPECTION', '2026-0317'),
    'its provider': market,
    'the credit centre': centre,
    'the credit centre, to review': centre.for('REPAIR_REVIEW', '2026-0317'),
    'the court, in proceedings': (await city.officer('COURT')).for('LITIGATION', '2026-0317'),
    discipline: (await city.officer('DISCIPLINE')).for('AUDIT', '2026-0317'),
    supervisor: await city.official('supervisor'),
    'the entity itself': await city.enterprise(uscc),
  };
});
afterAll(() => city.close());

const on = (day: string) => city.on(`${day}T04:00:00Z`);

let serial = 0;
/** A penalty that is sent on 2 November; its id and its row. */
async function penalty(more: Record<string, string> = {}) {
  on('2026-11-02');
  const row = penaltyRow({ CF_WSH: `包市监罚〔2026〕史${++serial}号`, ...more });
  expect((await market.submits('MARKET_PENALTY', [row])).data.submitRecords).toMatchObject({ created: 1 });
  const { rows } = await city.platform.pool.query('select id from credit_record where number = $1', [row['CF_WSH']]);
  return { id: rows[0].id as string, row };
}

const does = (person: Person, deed: string, input: object) =>
  person.asks(
    `mutation ($input: ${deed[0]!.toUpperCase()}${deed.slice(1)}Input!) { ${deed}(input: $input) { ${shown} ${versions} } }`,
    { input },
  );
const refusal = async (person: Person, deed: string, input: object) =>
  (await does(person, deed, input)).refusals[0]?.extensions;

const corrects = (record: string, value: string | null, more: object = {}) =>
  does(market, 'correctRecord', {
    ...{ record, fields: [{ key: 'CF_NR_FK', value }], reason: '笔误', basis: '包市监更〔2026〕1号' },
    ...more,
  });

/** A change of a record by a deed of another capability. */
const changes = (id: string, now: string, change: VersionChange, within = async () => {}) =>
  city.platform.orm.em.fork().transactional(async (em) => {
    const acting = { viewer: thePlatform, now: new Date(now), today: legalDay(new Date(now)) };
    const version = await writeVersion(em, acting, (await lockedRecord(em, id))!, change);
    await within();
    return version;
  });

const repaired = (id: string, now = '2026-11-10T04:00:00Z') =>
  changes(id, now, { state: RecordState.REPAIRED, reason: '信用修复' });

async function record(person: Person, id: string, time = '', more = '') {
  const answer = await person.asks(`{ record(id: "${id}"${time && `, ${time}`}) { ${shown} ${more} } }`);
  expect(answer.refusals).toEqual([]);
  return answer.data.record;
}
const fine = (node: any) => node?.fields.find(({ key }: any) => key === 'CF_NR_FK').value;

describe('what the city knew of a record on a day', () => {
  test('a correction holds from the beginning, and is known since it was made', async () => {
    const { id } = await penalty();
    on('2026-11-10');
    const { data } = await corrects(id, '0.3');
    expect([fine(data.correctRecord), data.correctRecord.versions.length]).toEqual(['0.3', 2]);
    on('2026-11-20');
    const known = async (time: string) => fine(await record(everyone['supervisor']!, id, time));
    expect(await known('')).toBe('0.3');
    expect(await known('asOf: "2026-10-20"')).toBe('0.3');
    expect(await known('asOf: "2026-10-20", knownAt: "2026-11-05T00:00:00Z"')).toBe('0.2');
    expect(await known('knownAt: "2026-11-10T03:59:59Z"')).toBe('0.2');
    expect(await known('knownAt: "2026-11-10T04:00:00Z"')).toBe('0.3');
    // before it was sent, and before the determination
    expect(await known('asOf: "2026-10-20", knownAt: "2026-11-01T00:00:00Z"')).toBeUndefined();
    expect(await known('asOf: "2026-10-11"')).toBeUndefined();
  });

  test('a correction can hold from a later day', async () => {
    const { id } = await penalty();
    on('2026-11-10');
    expect((await corrects(id, '0.3', { effectiveFrom: '2026-11-05' })).refusals).toEqual([]);
    const known = async (time: string) => fine(await record(everyone['supervisor']!, id, time));
    expect([await known('asOf: "2026-11-04"'), await known('asOf: "2026-11-05"')]).toEqual(['0.2', '0.3']);
  });

  test('lists, counts and filters speak of that day', async () => {
    const { id, row } = await penalty();
    await changes(id, '2026-11-08T00:00:00Z', { severity: 'SERIOUS' as never, disputed: true, reason: '重新定级' });
    on('2026-11-20');
    const list = async (time: string, filter: string) => {
      const { data } = await everyone['supervisor']!.asks(
        `{ entity(uscc: "${uscc}") { records(filter: { item: "MARKET_PENALTY", ${filter} }, first: 100, ${time}) { totalCount edges { node { number severity disputed } } } } }`,
      );
      const { totalCount, edges } = data.entity.records;
      expect(totalCount).toBe(edges.length);
      return edges.map(({ node }: any) => node).filter(({ number }: any) => number === row['CF_WSH']);
    };
    const [before, after] = ['knownAt: "2026-11-07T00:00:00Z"', 'knownAt: "2026-11-09T00:00:00Z"'];
    expect(await list(before, 'severity: GENERAL')).toEqual([
      { number: row['CF_WSH'], severity: 'GENERAL', disputed: false },
    ]);
    expect(await list(after, 'severity: GENERAL')).toEqual([]);
    expect(await list(after, 'severity: SERIOUS')).toEqual([
      { number: row['CF_WSH'], severity: 'SERIOUS', disputed: true },
    ]);
    // publicity that had not ended on the day
    expect(await list('asOf: "2026-11-08"', 'state: EFFECTIVE')).toHaveLength(1);
  });

  test('what is still to come is not told; a cursor is of one moment', async () => {
    on('2026-11-20');
    const supervisor = everyone['supervisor']!;
    for (const time of ['asOf: "2026-11-21"', 'knownAt: "2026-11-20T04:00:01Z"']) {
      for (const question of [
        `records(${time}) { totalCount }`,
        `entity(uscc: "${uscc}") { records(${time}) { totalCount } }`,
      ]) {
        const { refusals } = await supervisor.asks(`{ ${question} }`);
        expect(refusals[0]!.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'TIME_AHEAD' });
      }
    }
    const page = (time: string) => `{ records(first: 1${time}) { pageInfo { endCursor } } }`;
    const { data } = await supervisor.asks(page(', asOf: "2026-11-01"'));
    const after = `, after: "${data.records.pageInfo.endCursor}"`;
    expect((await supervisor.asks(page(`, asOf: "2026-11-01"${after}`))).refusals).toEqual([]);
    for (const time of ['', ', asOf: "2026-11-02"', ', asOf: "2026-11-01", knownAt: "2026-11-19T00:00:00Z"']) {
      const { refusals } = await supervisor.asks(page(time + after));
      expect(refusals[0]!.extensions.reason).toBe('CURSOR');
    }
  });

  test('it takes as many statements as how things stand', async () => {
    on('2026-11-20');
    const { statements } = await everyone['TAX, to inspect']!.asks(
      `{ entity(uscc: "${uscc}") { records(first: 100, asOf: "2026-11-10") { edges { node { ${shown} versions { version fields { value } } } } } } }`,
    );
    expect(statements).toBe(3);
  });
});

describe('a repaired record is known in the past as it may be known now', () => {
  const before = 'knownAt: "2026-11-05T00:00:00Z"';

  test('who sees what', async () => {
    const { id, row } = await penalty();
    await repaired(id);
    on('2026-11-20');
    const seen: Record<string, unknown> = {};
    for (const [who, person] of Object.entries(everyone)) {
      const node = await record(person, id, before, versions);
      const { data } = await person.asks(
        `{ entity(uscc: "${uscc}") { records(filter: { item: "MARKET_PENALTY", determinedFrom: "${row['CF_JDRQ']}" }, first: 100, ${before}) { edges { node { id number title } } } } }`,
      );
      const listed = data.entity.records.edges.find(({ node: one }: any) => one.id === id)?.node;
      expect([who, listed?.number, listed?.title]).toEqual([who, node?.number, node?.title]);
      seen[who] = node && [node.state, node.number === row['CF_WSH'], fine(node), node.severity];
      if (node?.state !== 'REPAIRED') continue;
      // no more than that it is there
      expect(node).toMatchObject({ number: '', title: '市场监管行政处罚信息', publicUntil: null, versions: [] });
      for (const { value, state, reason } of node.fields) {
        expect([value, state, reason]).toEqual([null, 'WITHHELD', 'REPAIRED']);
      }
    }
    const [tombstone, asItWas] = [
      ['REPAIRED', false, null, null],
      ['EFFECTIVE', true, '0.2', 'GENERAL'],
    ];
    expect(seen).toEqual({
      public: null,
      'another enterprise': null,
      administrator: null,
      'TAX, no purpose': null,
      'TAX, to inspect': tombstone,
      'its provider': tombstone,
      'the credit centre': tombstone,
      'the credit centre, to review': tombstone,
      'the court, in proceedings': asItWas,
      discipline: asItWas,
      supervisor: asItWas,
      'the entity itself': asItWas,
    });
  });

  test('no filter finds by what is not shown; what is left out is told', async () => {
    const { id } = await penalty();
    await repaired(id);
    on('2026-11-20');
    const found = async (who: string, filter: string) => {
      const answer = await everyone[who]!.asks(
        `{ records(filter: { item: "MARKET_PENALTY", ${filter} }, first: 100, ${before}) { edges { node { id } } } }`,
      );
      return [answer.data.records.edges.some(({ node }: any) => node.id === id), answer] as const;
    };
    expect((await found('TAX, to inspect', 'severity: GENERAL'))[0]).toBe(false);
    expect((await found('TAX, to inspect', 'state: EFFECTIVE'))[0]).toBe(false);
    expect((await found('TAX, to inspect', 'state: REPAIRED'))[0]).toBe(true);
    expect((await found('supervisor', 'state: EFFECTIVE, severity: GENERAL'))[0]).toBe(true);
    const [hidden, { withheld }] = await found('public', 'state: REPAIRED');
    expect([hidden, withheld.map(({ reason }) => reason)]).toEqual([false, expect.arrayContaining(['REPAIRED'])]);
  });

  test('what is shown of it is entered into the readings', async () => {
    const { id } = await penalty();
    await repaired(id);
    on('2026-11-20');
    await record(everyone['the court, in proceedings']!, id, before);
    const { data } = await everyone['the entity itself']!.asks(
      `{ entity(uscc: "${uscc}") { readings(first: 100) { edges { node { purpose shown { records fields { key } } } } } } }`,
    );
    const shownOf = ({ node }: any) => node.shown.filter(({ records }: any) => records.includes(id));
    const [reading] = data.entity.readings.edges.filter((edge: any) => shownOf(edge).length > 0);
    expect(reading.node.purpose).toBe('LITIGATION');
    expect(shownOf(reading)[0].fields.map(({ key }: any) => key)).toContain('CF_NR_FK');
  });

  test('a repair that is revoked brings the past back', async () => {
    const { id } = await penalty();
    await repaired(id);
    await changes(id, '2026-11-12T00:00:00Z', { state: RecordState.EFFECTIVE, reason: '虚假材料' });
    on('2026-11-20');
    const tax = everyone['TAX, to inspect']!;
    expect((await record(tax, id, 'asOf: "2026-11-05"')).state).toBe('EFFECTIVE');
    expect((await record(tax, id, 'asOf: "2026-11-11"')).state).toBe('REPAIRED');
    expect((await record(tax, id)).state).toBe('EFFECTIVE');
  });
});

describe('what was wrong does not come back', () => {
  test('the public sees the past of what is published now, as far as it says the same', async () => {
    const [corrected, kept] = [await penalty(), await penalty()];
    on('2026-11-10');
    await corrects(corrected.id, '0.3');
    on('2026-11-20');
    const before = 'knownAt: "2026-11-05T00:00:00Z"';
    for (const who of ['public', 'another enterprise', 'TAX, no purpose']) {
      expect(await record(everyone[who]!, corrected.id, before)).toBeNull();
      expect(fine(await record(everyone[who]!, kept.id, before))).toBe('0.2');
    }
    for (const who of ['TAX, to inspect', 'its provider', 'the entity itself', 'supervisor']) {
      expect(fine(await record(everyone[who]!, corrected.id, before))).toBe('0.2');
    }
  });

  test('an authorisation opens what is in force, not what was corrected', async () => {
    on('2026-11-02');
    const services = await city.officer('SERVICES');
    await services.submits('SERVICES_VOLUNTARY', [volunteeredRow()]);
    const [{ id }] = await city.owner('select id from credit_record where number = $1', [volunteeredRow()['TGBH']]);
    const another = everyone['another enterprise']!;
    const before = 'knownAt: "2026-11-05T00:00:00Z"';
    on('2026-11-20');
    expect(await record(another, id, before)).toBeNull();
    await authorisedBy(city, uscc, '91150204MA0T3QT3XE', ['SERVICES_VOLUNTARY']);
    expect(await record(another, id, before)).toMatchObject({ number: 'ZY2026-9001' });
    const input = {
      record: id,
      fields: [{ key: 'XXNR', value: '认证范围：饲料。' }],
      reason: '更新',
      basis: '主体申请',
    };
    expect((await does(services, 'correctRecord', input)).refusals).toEqual([]);
    expect(await record(another, id, before)).toBeNull();
    const now = await record(another, id, '', versions);
    const text = ({ fields }: any) => fields.find(({ key }: any) => key === 'XXNR').value;
    expect([text(now), ...now.versions.map(text)]).toEqual(['认证范围：饲料。', '认证范围：饲料。', null]);
  });

  test('of versions the public is told when they were, not what they said, nor why', async () => {
    const { id } = await penalty();
    on('2026-11-10');
    await corrects(id, '0.3');
    const open = await record(everyone['public']!, id, '', versions);
    expect(open.versions.map(({ version, validFrom }: any) => [version, validFrom])).toEqual([
      [2, '2026-10-12'],
      [1, '2026-10-12'],
    ]);
    const [now, first] = open.versions;
    expect([fine(now), now.severity, now.reason, now.recordedBy]).toEqual(['0.3', 'GENERAL', null, null]);
    expect([first.severity, first.reason, first.basis]).toEqual([null, null, null]);
    for (const { value, state } of first.fields) expect([value, state]).toEqual([null, 'WITHHELD']);
    const tax = await record(everyone['TAX, to inspect']!, id, '', versions);
    expect(tax.versions.map((one: any) => [fine(one), one.reason, one.basis, one.recordedBy])).toEqual([
      ['0.3', '笔误', '包市监更〔2026〕1号', null],
      ['0.2', 'first submission', null, null],
    ]);
    const provider = await record(market, id, '', versions);
    expect(provider.versions.map(({ recordedBy, submission }: any) => [recordedBy, submission !== null])).toEqual([
      ['department:MARKET', false],
      ['department:MARKET', true],
    ]);
  });

  test('of a record that is repaired its provider sees the versions, and no values', async () => {
    const { id } = await penalty();
    await repaired(id);
    const { versions: all } = await record(market, id, '', versions);
    expect(all.map(({ state }: any) => state)).toEqual(['REPAIRED', 'EFFECTIVE']);
    for (const { value, reason } of all.flatMap(({ fields }: any) => fields)) {
      expect([value, reason]).toEqual([null, 'REPAIRED']);
    }
  });
});

describe('a provider corrects', () => {
  test('what is checked as a row that is sent, with severity and publicity anew', async () => {
    const { id } = await penalty();
    on('2026-11-10');
    const { data } = await does(market, 'correctRecord', {
      record: id,
      fields: [
        { key: 'CF_CFLB', value: ' 警告 ' },
        { key: 'CF_NR_FK', value: null },
      ],
      ...{ reason: '处罚种类有误', basis: '包市监更〔2026〕2号' },
    });
    expect(data.correctRecord).toMatchObject({ severity: 'MINOR', publicUntil: null });
    expect(await record(city.anyone, id)).toBeNull();
    const [entry] = await city.owner(
      "select facts from audit_entry where deed = 'record.correct' and subject_id = $1",
      [id],
    );
    expect(entry.facts).toEqual({
      ...{ item: 'MARKET_PENALTY', provider: 'MARKET', before: 1, after: 2 },
      ...{ fields: ['CF_CFLB', 'CF_NR_FK'], effectiveFrom: '2026-10-12' },
    });
  });

  test.each<[string, { key: string; value?: string | null }[], object, string, string]>([
    ['nothing', [], {}, 'REFUSED', 'AMENDMENT_NOTHING'],
    ['to what it is', [{ key: 'CF_NR_FK', value: '0.2 ' }], {}, 'REFUSED', 'AMENDMENT_NOTHING'],
    ['an unknown field', [{ key: 'NOPE', value: 'x' }], {}, 'BAD_INPUT', 'UNKNOWN_COLUMN'],
    ['an unknown field to nothing', [{ key: 'NOPE' }], {}, 'BAD_INPUT', 'UNKNOWN_COLUMN'],
    ['a required field to nothing', [{ key: 'CF_SY', value: ' ' }], {}, 'BAD_INPUT', 'FIELD_REQUIRED'],
    ['to what is no amount', [{ key: 'CF_NR_FK', value: '两千' }], {}, 'BAD_INPUT', 'FIELD_TYPE'],
    ['the number', [{ key: 'CF_WSH', value: '另一号' }], {}, 'BAD_INPUT', 'AMENDMENT_IDENTITY'],
    ['the entity', [{ key: 'CF_XDR_SHXYM', value: '91150204MA0T3QT3XE' }], {}, 'BAD_INPUT', 'AMENDMENT_IDENTITY'],
    [
      'a field twice',
      [
        { key: 'CF_NR_FK', value: '1' },
        { key: 'CF_NR_FK', value: '2' },
      ],
      {},
      'BAD_INPUT',
      'AMENDMENT_FIELD_TWICE',
    ],
    [
      'from tomorrow',
      [{ key: 'CF_NR_FK', value: '1' }],
      { effectiveFrom: '2026-11-11' },
      'BAD_INPUT',
      'AMENDMENT_EFFECTIVE',
    ],
    [
      'from before it was',
      [{ key: 'CF_NR_FK', value: '1' }],
      { effectiveFrom: '2026-10-11' },
      'BAD_INPUT',
      'AMENDMENT_EFFECTIVE',
    ],
    ['without a reason', [{ key: 'CF_NR_FK', value: '1' }], { reason: ' ' }, 'BAD_INPUT', 'STATEMENT_MISSING'],
    ['without a basis', [{ key: 'CF_NR_FK', value: '1' }], { basis: '' }, 'BAD_INPUT', 'STATEMENT_MISSING'],
  ])('not %s', async (_what, fields, more, code, reason) => {
    const { id } = await penalty();
    on('2026-11-10');
    const input = { record: id, fields, reason: '笔误', basis: '更正决定', ...more };
    expect(await refusal(market, 'correctRecord', input)).toMatchObject({ code, reason });
    expect((await record(market, id, '', versions)).versions).toHaveLength(1);
  });

  test('a number of a person is not told by a refusal', async () => {
    const { id } = await penalty();
    const { refusals } = await does(market, 'correctRecord', {
      record: id,
      fields: [{ key: 'CF_FR_ZJHM', value: `1502031990030700${'1'.repeat(60)}` }],
      ...{ reason: '笔误', basis: '更正决定' },
    });
    expect(refusals[0]!.extensions.reason).toBe('FIELD_LENGTH');
    expect(JSON.stringify(refusals)).not.toContain('15020319900307');
  });

  test('its own records alone, and neither what is repaired nor what is withdrawn', async () => {
    const { id } = await penalty();
    on('2026-11-10');
    const grounds = { reason: '笔误', basis: '更正决定' };
    const input = { record: id, fields: [{ key: 'CF_NR_FK', value: '1' }], ...grounds };
    expect(await refusal(everyone['TAX, to inspect']!, 'correctRecord', input)).toMatchObject({
      ...{ code: 'FORBIDDEN', reason: 'AMENDMENT_NOT_PROVIDER' },
    });
    const unknown = { code: 'NOT_FOUND', reason: 'RECORD_UNKNOWN' };
    for (const record of ['x', '0190f5b0-0000-7000-8000-000000000000']) {
      expect(await refusal(market, 'correctRecord', { ...input, record })).toMatchObject(unknown);
    }
    await repaired(id);
    expect(await refusal(everyone['TAX, to inspect']!, 'correctRecord', input)).toMatchObject(unknown);
    expect(await refusal(market, 'correctRecord', input)).toMatchObject({ reason: 'AMENDMENT_STATE' });
    expect(await refusal(everyone['supervisor']!, 'correctRecord', input)).toMatchObject({ reason: 'ROLE_REQUIRED' });
  });

  test('two at once: the second corrects what the first has made of it', async () => {
    const { id } = await penalty();
    on('2026-11-10');
    const [one, other] = await Promise.all([
      corrects(id, '0.3'),
      does(market, 'correctRecord', {
        ...{ record: id, fields: [{ key: 'CF_SY', value: '未按规定明码标价' }], reason: '表述', basis: '更正决定' },
      }),
    ]);
    expect([...one.refusals, ...other.refusals]).toEqual([]);
    const node = await record(market, id, '', versions);
    expect([fine(node), node.fields.find(({ key }: any) => key === 'CF_SY').value, node.versions.length]).toEqual([
      ...['0.3', '未按规定明码标价', 3],
    ]);
  });
});

describe('a provider withdraws', () => {
  const grounds = { document: '包市监撤〔2026〕1号', reason: '复议撤销', basis: '行政复议法第六十四条' };

  test('the record is void from the beginning, and the clock shows whether it was in time', async () => {
    const { id } = await penalty();
    on('2026-11-12');
    const { data, refusals } = await does(market, 'withdrawRecord', {
      ...{ record: id, revokedOn: '2026-11-06', ...grounds },
    });
    expect(refusals).toEqual([]);
    expect(data.withdrawRecord).toMatchObject({ state: 'WITHDRAWN', id });
    expect(data.withdrawRecord.versions[0]).toMatchObject({
      ...{ state: 'WITHDRAWN', validFrom: '2026-10-12', reason: '复议撤销' },
      withdrawal: {
        ...{ revokedOn: '2026-11-06', document: '包市监撤〔2026〕1号', late: true },
        // Friday; the weekend does not count
        deadline: {
          dueOn: '2026-11-11',
          skipped: [
            { day: '2026-11-07', why: 'WEEKEND' },
            { day: '2026-11-08', why: 'WEEKEND' },
          ],
          overdue: true,
        },
      },
    });
    expect(data.withdrawRecord.versions[1].withdrawal).toBeNull();
    on('2026-11-20');
    const states: Record<string, unknown> = {};
    for (const [who, person] of Object.entries(everyone)) {
      const then = await record(person, id, 'asOf: "2026-10-20"');
      const before = await record(person, id, 'knownAt: "2026-11-05T00:00:00Z"');
      states[who] = [(await record(person, id))?.state, then?.state, before?.state];
    }
    const [none, all] = [
      [undefined, undefined, undefined],
      ['WITHDRAWN', 'WITHDRAWN', 'EFFECTIVE'],
    ];
    expect(states).toEqual({
      ...{ public: none, 'another enterprise': none, administrator: none },
      ...{ 'TAX, no purpose': none, 'TAX, to inspect': none, 'its provider': all },
      ...{ 'the credit centre': all, 'the credit centre, to review': all },
      ...{ 'the court, in proceedings': all, discipline: all, supervisor: all, 'the entity itself': all },
    });
    const { withheld } = await everyone['TAX, to inspect']!.asks(
      `{ entity(uscc: "${uscc}") { records(filter: { item: "MARKET_PENALTY" }) { totalCount } } }`,
    );
    expect(withheld.map(({ reason, items }) => [reason, items])).toContainEqual(['WITHDRAWN', ['MARKET_PENALTY']]);
  });

  test('in time on the third working day; not twice, not on a day that cannot be', async () => {
    const { id } = await penalty();
    on('2026-11-11');
    const withdraws = (revokedOn: string) => ({ record: id, revokedOn, ...grounds });
    for (const day of ['2026-10-11', '2026-11-12']) {
      expect(await refusal(market, 'withdrawRecord', withdraws(day))).toMatchObject({ reason: 'REVOKED_ON' });
    }
    const { data } = await does(market, 'withdrawRecord', withdraws('2026-11-06'));
    expect(data.withdrawRecord.versions[0].withdrawal).toMatchObject({ late: false, deadline: { overdue: false } });
    expect(await refusal(market, 'withdrawRecord', withdraws('2026-11-06'))).toMatchObject({
      ...{ code: 'REFUSED', reason: 'AMENDMENT_STATE' },
    });
  });
});

describe('what is sent again', () => {
  const stored = async (id: string) => {
    const [row] = await city.owner(
      `select version, state, disputed, stopped_on::text as stopped, public_until::text as until, valid_from::text as valid,
         content->>'CF_NR_FK' as fine from credit_record where id = $1 and superseded_at is null`,
      [id],
    );
    return row;
  };

  test('corrects from the beginning', async () => {
    const { id, row } = await penalty();
    await market.submits('MARKET_PENALTY', [{ ...row, CF_JDRQ: '2026-10-10' }]);
    expect(await stored(id)).toMatchObject({ version: 2, valid: '2026-10-10' });
    await market.submits('MARKET_PENALTY', [{ ...row, CF_JDRQ: '2026-10-14' }]);
    expect(await stored(id)).toMatchObject({ version: 3, valid: '2026-10-10' });
  });

  test('keeps its mark, and brings back no publicity that was stopped; nor does a correction', async () => {
    const { id, row } = await penalty();
    await changes(id, '2026-11-06T00:00:00Z', {
      ...{ disputed: true, stoppedOn: '2026-11-06', publicUntil: '2026-11-05', reason: '异议无法核实' },
    });
    on('2026-11-10');
    await market.submits('MARKET_PENALTY', [{ ...row, CF_NR_FK: '0.4' }]);
    const stays = { disputed: true, stopped: '2026-11-06', until: '2026-11-05', valid: '2026-11-06' };
    expect(await stored(id)).toMatchObject({ version: 3, fine: '0.4', ...stays });
    await corrects(id, '0.5');
    expect(await stored(id)).toMatchObject({ version: 4, fine: '0.5', ...stays });
    expect(await record(city.anyone, id)).toBeNull();
  });

  test('while somebody else changes the record is judged by what that has made of it', async () => {
    const [{ id, row }, other] = [await penalty(), await penalty()];
    let sent: Promise<unknown> = Promise.resolve();
    await changes(id, '2026-11-10T00:00:00Z', { state: RecordState.REPAIRED, reason: '信用修复' }, async () => {
      sent = market.submits('MARKET_PENALTY', [
        { ...row, CF_NR_FK: '0.6' },
        { ...other.row, CF_NR_FK: '0.6' },
      ]);
      await pause(200);
    });
    expect(await sent).toMatchObject({ data: { submitRecords: { read: 2, changed: 2, refused: 0 } } });
    expect(await stored(id)).toMatchObject({ version: 3, state: 'REPAIRED', fine: '0.6' });
    expect(await stored(other.id)).toMatchObject({ version: 2, state: 'EFFECTIVE', fine: '0.6' });
  });

  test('a version never ends before it began, whatever the clocks of the instances say', async () => {
    const { id, row } = await penalty();
    await changes(id, '2026-11-10T00:00:00Z', { disputed: true, reason: '异议' });
    on('2026-11-09');
    await market.submits('MARKET_PENALTY', [{ ...row, CF_NR_FK: '0.7' }]);
    const version = await changes(id, '2026-11-08T00:00:00Z', { disputed: false, reason: '异议不成立' });
    expect(version).toMatchObject({ version: 4, recordedAt: new Date('2026-11-10T00:00:00Z') });
    await expect(
      city.platform.orm.em.fork().transactional(async (em) => {
        const acting = { viewer: thePlatform, now: new Date(), today: '2026-11-10' };
        // what it goes by is no longer current
        await writeVersion(
          em,
          acting,
          { ...version, versionId: '0190f5b0-0000-7000-8000-000000000000' },
          { reason: '' },
        );
      }),
    ).rejects.toMatchObject({ reason: 'RECORD_CHANGED' });
  });
});
