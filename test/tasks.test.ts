import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { applies, done, fined, reasonOf, strikes, takes, underReview } from './world/repair.js';
import { type City, openCity, type Person } from './world.js';

const ours = '91150203MA0T3QT218';

let city: City;
let enterprise: Person;
let market: Person;
let tax: Person;
let centre: Person;
let supervisor: Person;
/** The applications in the order in which they were filed. */
const cases: string[] = [];
beforeAll(async () => {
  city = await openCity();
  [enterprise, market, tax, centre, supervisor] = await Promise.all([
    city.enterprise(ours),
    city.officer('MARKET'),
    city.officer('TAX'),
    city.official('credit-centre'),
    city.official('supervisor'),
  ]);
  // the seeds have cases of their own: they are no part of these lists
  await city.owner(
    'truncate sharing_request, sharing_step, correction, reading_question, repair_application, objection, policy_commitment, arrears_case, restriction cascade',
  );
  const files = async (date: string) => {
    day(date);
    const { id: record } = await fined(city, ours);
    const { id } = done(await applies(enterprise, record));
    cases.push(id);
    return id;
  };
  await files('2026-11-25');
  await files('2026-11-23');
  await files('2026-11-18');
  const lacking = await files('2026-11-20');
  done(await takes(market, 'requestRepairSupplement', { id: lacking, missing: ['整改验收材料'] }));
  day('2026-11-16');
  const { id: record } = await fined(city, ours);
  const reviewed = await underReview(city, enterprise, record);
  cases.push(reviewed);
});
afterAll(() => city.close());

const day = (date: string) => city.on(`${date}T09:00:00+08:00`);
const listed = async (who: Person, filter: object = {}, first = 100, after?: string) => {
  const { data, refusals } = await who.asks(
    `query ($filter: TaskFilter, $first: Int!, $after: String) { tasks(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { kind id number state says awaits dueOn overdue escalatedAt } } } }`,
    { filter, first, after },
  );
  expect(refusals).toEqual([]);
  return data.tasks;
};
const nodes = async (who: Person, filter: object = {}): Promise<any[]> =>
  (await listed(who, filter)).edges.map(({ node }: any) => node);
const counts = async (who: Person, filter: object = {}) =>
  done(
    await who.asks('query ($f: TaskFilter) { it: taskCounts(filter: $f) { kind state count overdue } }', { f: filter }),
  );

test('an officer has what waits for the department, what is late in front, then by the day it is due', async () => {
  day('2026-11-25');
  const tasks = await nodes(market);
  expect(tasks.map(({ id, state, dueOn, overdue }) => [cases.indexOf(id), state, dueOn, overdue])).toEqual([
    [2, 'SUBMITTED', '2026-11-23', true],
    [4, 'UNDER_REVIEW', '2026-11-25', false],
    [1, 'SUBMITTED', '2026-11-26', false],
    [0, 'SUBMITTED', '2026-11-30', false],
  ]);
  expect(tasks[0]).toMatchObject({
    kind: 'REPAIR',
    number: expect.stringMatching(/^R-20261118-\d{6}$/),
    says: expect.stringMatching(/Submitted|已提交/),
    awaits: 'DEPARTMENT:MARKET',
    escalatedAt: null,
  });
  expect(await counts(market)).toEqual([
    { kind: 'REPAIR', state: 'SUBMITTED', count: 3, overdue: 1 },
    { kind: 'REPAIR', state: 'UNDER_REVIEW', count: 1, overdue: 0 },
  ]);
  expect(await nodes(market, { overdue: true })).toHaveLength(1);
  expect(await nodes(market, { kind: 'OBJECTION' })).toEqual([]);
  // whoever else's acts are none of its business
  expect(await nodes(market, { awaits: `ENTERPRISE:${ours}` })).toHaveLength(4);
});

test('the applicant has what it was asked to supply, nobody else has anything', async () => {
  day('2026-11-25');
  expect(await nodes(enterprise)).toMatchObject([
    { id: cases[3], state: 'NEED_SUPPLEMENT', dueOn: null, overdue: false, awaits: `ENTERPRISE:${ours}` },
  ]);
  expect(await counts(enterprise)).toEqual([{ kind: 'REPAIR', state: 'NEED_SUPPLEMENT', count: 1, overdue: 0 }]);
  for (const who of [tax, centre, await city.enterprise('91150200MA0T3QT132')]) {
    expect(await listed(who)).toMatchObject({ totalCount: 0, edges: [] });
    expect(await counts(who)).toEqual([]);
  }
  for (const who of [city.anyone, await city.official('administrator')]) {
    const { refusals } = await who.asks('{ tasks { totalCount } }');
    expect(refusals[0]?.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
  }
  expect(reasonOf(await market.asks('{ tasks(first: 101) { totalCount } }'))).toBe('PAGE_SIZE');
});

test('the supervisor has whatever is late, whosever it is, and looks into one list when it names it', async () => {
  day('2026-11-25');
  expect(await nodes(supervisor)).toMatchObject([{ id: cases[2], awaits: 'DEPARTMENT:MARKET', overdue: true }]);
  expect(await counts(supervisor)).toEqual([{ kind: 'REPAIR', state: 'SUBMITTED', count: 1, overdue: 1 }]);
  expect(await nodes(supervisor, { awaits: 'DEPARTMENT:MARKET' })).toHaveLength(4);
  expect(await nodes(supervisor, { awaits: 'DEPARTMENT:TAX' })).toEqual([]);
  expect(await nodes(supervisor, { overdue: false })).toHaveLength(5);
  await strikes(city, '2026-11-27T00:05:00+08:00');
  day('2026-11-27');
  const late = await nodes(supervisor);
  expect(late.map(({ id }) => cases.indexOf(id))).toEqual([2, 4, 1]);
  for (const { escalatedAt } of late) expect(escalatedAt).toBe('2026-11-26T16:05:00.000Z');
});

test('a case that was accepted late is due when the applicant must have the result', async () => {
  day('2026-12-01');
  done(await takes(market, 'acceptRepair', { id: cases[2] }));
  const [task] = (await nodes(market)).filter(({ id }) => id === cases[2]);
  // filed on 11-18: ten working days in all, whatever the clock of the state says
  expect(task).toMatchObject({ state: 'UNDER_REVIEW', dueOn: '2026-12-02' });
});

test('pages follow one another without a gap and without a double', async () => {
  day('2026-11-25');
  const all = (await nodes(market)).map(({ id }) => id);
  const paged: string[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const { edges, pageInfo, totalCount } = await listed(market, {}, 1, after);
    expect(totalCount).toBe(all.length);
    paged.push(edges[0].node.id);
    more = pageInfo.hasNextPage;
    after = pageInfo.endCursor;
  }
  expect(paged).toEqual(all);
});
