import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runJobs } from '../src/jobs/clockwork.js';
import { jobs } from '../src/platform.js';
import { type City, openCity, type Person } from './world.js';

const restaurant = '91150203MA0T3QT218';
const bar = '92150203MA0T3QTA70';
const inspection = { 'credit-purpose': 'INSPECTION', 'credit-case': encodeURIComponent('包税稽〔2026〕17号') };

let city: City;
let itself: Person;
let tax: Person;
let supervisor: Person;
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-22T02:00:00Z');
  [itself, tax, supervisor] = await Promise.all([
    city.enterprise(restaurant),
    city.officer('TAX'),
    city.official('supervisor'),
  ]);
});
afterAll(() => city.close());

const readings = `{ entity(uscc: "${restaurant}") { readings(first: 100) { totalCount edges { node {
  id at role department { code } purpose caseNumber actor shown { item records fields { key title } masked { key } }
  question { state answer deadline { dueOn } } } } } } }`;

const told = async (person: Person = itself) => {
  const { data } = await person.asks(readings);
  return data.entity.readings.edges.map(({ node }: { node: unknown }) => node);
};
const count = async () => (await told()).length;

const phone = `{ entity(uscc: "${restaurant}") { contactPhone } }`;

describe('the subject sees who was shown what', () => {
  test('when, which department, for what purpose and case, which fields, and never the values', async () => {
    await tax.asks(`{ entity(uscc: "${restaurant}") { name contactPhone legalRepresentativeId } }`, {}, inspection);
    const [reading] = await told();
    expect(reading).toMatchObject({
      at: '2026-11-22T02:00:00.000Z',
      role: 'DEPARTMENT',
      department: { code: 'TAX' },
      purpose: 'INSPECTION',
      caseNumber: '包税稽〔2026〕17号',
      actor: null,
      shown: [
        {
          item: null,
          records: [],
          fields: [{ key: 'contactPhone', title: '联系电话' }],
          masked: [{ key: 'legalRepresentativeId' }],
        },
      ],
    });
    expect(JSON.stringify(reading)).not.toContain('10015020402');
    const rows = await city.owner('select shown::text from reading_entry');
    expect(JSON.stringify(rows)).not.toMatch(/10015020402|1502/);
  });

  test('records by item and id, with the fields that were asked for', async () => {
    await tax.asks(
      `{ entity(uscc: "${restaurant}") { records(first: 1, filter: { item: "MARKET_PENALTY" }) { edges { node { id fields { key value } } } } } }`,
      {},
      inspection,
    );
    const [reading] = await told();
    expect(reading.shown).toEqual([
      expect.objectContaining({ item: 'MARKET_PENALTY', records: [expect.stringMatching(/^[0-9a-f-]{36}$/)] }),
    ]);
    expect(reading.shown[0].fields.map(({ key }: { key: string }) => key)).toContain('CF_XDR_LXDH');
    // what is published is nobody's secret
    expect(reading.shown[0].fields.map(({ key }: { key: string }) => key)).not.toContain('CF_WSH');
  });

  test('a record that not everybody may know of, even when no value of it was asked for', async () => {
    const before = await count();
    await tax.asks(
      `{ entity(uscc: "${restaurant}") { records(first: 100) { edges { node { title } } } } }`,
      {},
      inspection,
    );
    const [reading] = await told();
    expect(await count()).toBe(before + 1);
    expect(reading.shown.length).toBeGreaterThan(0);
    expect(reading.shown.every(({ fields }: { fields: unknown[] }) => fields.length === 0)).toBe(true);
  });

  test.each([
    [
      'what is public',
      () =>
        city.anyone.asks(
          `{ entity(uscc: "${restaurant}") { name contactPhone records { edges { node { title } } } } }`,
        ),
    ],
    ['what was hidden for want of a purpose', () => tax.asks(phone)],
    [
      'what was hidden for a purpose outside the mandate',
      () => tax.asks(phone, {}, { ...inspection, 'credit-purpose': 'LICENSING' }),
    ],
    ['a count alone', () => tax.asks(`{ entity(uscc: "${restaurant}") { records { totalCount } } }`, {}, inspection)],
    ['what the subject reads about itself', () => itself.asks(phone)],
    [
      'a code that nobody has',
      () => tax.asks('{ entity(uscc: "914403001922038216") { contactPhone } }', {}, inspection),
    ],
  ])('no reading of %s', async (_what, ask) => {
    const before = await count();
    await ask();
    expect(await count()).toBe(before);
  });

  test('the supervisor too, with the account; its own purpose is AUDIT', async () => {
    await supervisor.asks(phone);
    expect((await told())[0]).toMatchObject({ role: 'SUPERVISOR', purpose: 'AUDIT', department: null, actor: null });
    expect((await told(supervisor))[0]).toMatchObject({ actor: 'supervisor' });
  });

  test('nobody else: neither the public, another entity nor a department', async () => {
    const others = [city.anyone, await city.enterprise(bar), tax, await city.official('credit-centre')];
    for (const other of others) {
      const { data, withheld } = await other.asks(readings);
      expect(data.entity.readings).toBeNull();
      expect(withheld).toEqual([expect.objectContaining({ path: ['entity', 'readings'], reason: 'SUBJECT_ONLY' })]);
    }
  });

  test('the page goes on from its cursor', async () => {
    const ask = (after: string | null) =>
      itself.asks(
        'query ($u: USCC!, $after: String) { entity(uscc: $u) { readings(first: 2, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } } }',
        { u: restaurant, after },
      );
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await ask(after);
      const { edges, pageInfo } = data.entity.readings;
      ids.push(...edges.map(({ node }: { node: { id: string } }) => node.id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(ids).toEqual((await told()).map(({ id }: { id: string }) => id));
  });
});

describe('when a reading cannot be logged, nothing that is not public is shown', () => {
  test('the answer is a refusal; the public part is there for whoever asks for no more', async () => {
    await city.owner('revoke insert on reading_entry from public, credit_application').catch(() => undefined);
    const [{ role }] = await city.owner(
      "select grantee as role from information_schema.role_table_grants where table_name = 'reading_question' and privilege_type = 'INSERT' and grantee like '%application'",
    );
    await city.owner(`revoke insert on reading_entry from "${role}"`);
    const closed = await tax.asks(phone, {}, inspection);
    expect(closed.data).toBeNull();
    expect(closed.refusals[0]!.extensions).toMatchObject({ code: 'INTERNAL', reason: 'READINGS_UNAVAILABLE' });
    expect(JSON.stringify(closed)).not.toContain('10015020402');
    expect((await tax.asks(phone)).data.entity.contactPhone).toBe('100****0402');
    await city.owner(`grant insert on reading_entry to "${role}"`);
    expect((await tax.asks(phone, {}, inspection)).data.entity.contactPhone).toBe('10015020402');
  });
});

describe('an investigation may be told of later, never not at all', () => {
  const defer = `mutation ($input: DeferReadingsInput!) { deferReadings(input: $input) { caseNumber until } }`;
  const input = { caseNumber: '包纪查〔2026〕3号', until: '2027-03-01', basis: '《中华人民共和国监察法》第十八条' };
  const headers = { 'credit-case': encodeURIComponent('包纪查〔2026〕3号') };

  test('until its day the subject sees nothing of it, not even in the count; afterwards all', async () => {
    const before = await count();
    expect((await supervisor.asks(defer, { input })).data.deferReadings).toMatchObject({ until: '2027-03-01' });
    await supervisor.asks(phone, {}, headers);
    expect(await count()).toBe(before);
    expect((await itself.asks(readings)).data.entity.readings.totalCount).toBe(before);
    expect((await told(supervisor)).length).toBe(before + 1);
    city.on('2027-03-01T15:59:59Z');
    expect(await count()).toBe(before);
    city.on('2027-03-01T16:00:00Z');
    expect(await count()).toBe(before + 1);
    city.on('2026-11-22T02:00:00Z');
  });

  test.each([
    ['2026-11-22', 'DEFERRAL_PAST'],
    ['2027-05-22', 'DEFERRAL_TOO_LONG'],
    ['2099-12-31', 'DEFERRAL_TOO_LONG'],
  ])('until %s: %s', async (until, reason) => {
    const { refusals } = await supervisor.asks(defer, { input: { ...input, caseNumber: '2026-9', until } });
    expect(refusals[0]!.extensions).toMatchObject({ code: 'REFUSED', reason });
  });

  test('only the supervisor defers, and only its own readings', async () => {
    for (const other of [tax, itself, city.anyone]) {
      const { refusals } = await other.asks(defer, { input });
      expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(refusals[0]!.extensions.code);
    }
    const before = await count();
    await tax.asks(phone, {}, { ...inspection, ...headers });
    expect(await count()).toBe(before + 1);
  });
});

describe('a reading can be questioned', () => {
  const ask = `mutation ($input: QuestionReadingInput!) { questionReading(input: $input) { id state deadline { dueOn basis skipped { day } } reading { id } } }`;
  const say = (step: string) =>
    `mutation ($input: ReadingQuestionInput!) { ${step}(input: $input) { id state answer finding } }`;
  const mine = '{ readingQuestions(first: 10) { totalCount edges { node { id state question } } } }';
  let reading: string;
  let question: string;
  beforeAll(async () => {
    await tax.asks(phone, {}, inspection);
    reading = (await told())[0].id;
  });

  test('the reading department has five working days', async () => {
    const { data } = await itself.asks(ask, { input: { reading, question: '贵局因何查询本公司联系电话？' } });
    expect(data.questionReading).toMatchObject({
      state: 'ASKED',
      deadline: { dueOn: '2026-11-27' },
      reading: { id: reading },
    });
    question = data.questionReading.id;
    expect((await told())[0].question).toMatchObject({ state: 'ASKED' });
  });

  test('once a reading, of one’s own readings only', async () => {
    const again = await itself.asks(ask, { input: { reading, question: '再问' } });
    expect(again.refusals[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'READING_QUESTIONED' });
    const other = await (await city.enterprise(bar)).asks(ask, { input: { reading, question: '?' } });
    const none = await itself.asks(ask, { input: { reading: '019b0000-0000-7000-8000-000000000000', question: '?' } });
    expect(other.refusals[0]!.extensions.reason).toBe('UNKNOWN_READING');
    expect(none.refusals[0]!.extensions.reason).toBe('UNKNOWN_READING');
    const empty = await itself.asks(ask, { input: { reading, question: '  ' } });
    expect(empty.refusals[0]!.extensions.reason).toBe('STATEMENT_MISSING');
  });

  test('parties see it, others do not', async () => {
    for (const [person, seen] of [
      [itself, 1],
      [tax, 1],
      [supervisor, 1],
      [await city.officer('MARKET'), 0],
    ] as const) {
      expect((await person.asks(mine)).data.readingQuestions.totalCount).toBe(seen);
    }
    const stranger = await (await city.officer('MARKET')).asks(say('answerReadingQuestion'), {
      input: { question, statement: 'x' },
    });
    expect(stranger.refusals[0]!.extensions).toMatchObject({ code: 'NOT_FOUND', reason: 'UNKNOWN_QUESTION' });
  });

  test('silence escalates to the supervisor; a late answer is still an answer', async () => {
    const work = () =>
      runJobs(
        {
          pool: city.platform.pool,
          jobs: jobs(city.platform),
          log: {
            info: () => undefined,
            error: (line: unknown) => {
              throw new Error(JSON.stringify(line));
            },
          } as never,
        },
        new Date('2026-11-28T01:00:00Z'),
      );
    await work();
    await work();
    expect((await told())[0].question.state).toBe('ESCALATED');
    const answered = await tax.asks(say('answerReadingQuestion'), {
      input: { question, statement: '因税务检查需联系贵公司。' },
    });
    expect(answered.data.answerReadingQuestion).toMatchObject({
      state: 'ANSWERED',
      answer: '因税务检查需联系贵公司。',
    });
    const twice = await tax.asks(say('answerReadingQuestion'), { input: { question, statement: '再答' } });
    expect(twice.refusals[0]!.extensions.reason).toBe('STEP_NOT_ALLOWED_FROM');
  });

  test('an answer that does not satisfy goes to the supervisor, once, who closes with a finding', async () => {
    const referred = await itself.asks(say('referReadingQuestion'), {
      input: { question, statement: '未收到检查通知。' },
    });
    expect(referred.data.referReadingQuestion.state).toBe('REFERRED');
    const finding = { input: { question, statement: '查询有立案依据，程序合法。' } };
    expect((await tax.asks(say('closeReadingQuestion'), finding)).refusals[0]!.extensions.code).toBe('FORBIDDEN');
    const closed = await supervisor.asks(say('closeReadingQuestion'), finding);
    expect(closed.data.closeReadingQuestion).toMatchObject({ state: 'CLOSED', finding: '查询有立案依据，程序合法。' });
    const deeds = await city.owner('select deed from audit_entry where subject_id = $1 order by id', [question]);
    expect(deeds.map(({ deed }) => deed)).toEqual([
      'readingQuestion.ask',
      'readingQuestion.escalate',
      'readingQuestion.answer',
      'readingQuestion.refer',
      'readingQuestion.close',
    ]);
  });
});
