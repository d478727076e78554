import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadReference } from '../seeds/reference.js';
import { openOrm } from '../src/database/orm.js';
import { nouns } from '../src/platform.js';
import { type City, openCity, type Person } from './world.js';

let city: City;
let administrator: Person;
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-22T02:00:00Z');
  administrator = await city.official('administrator');
});
afterAll(() => city.close());

const deadlineQuery = `query Deadline($from: Date!, $workingDays: Int!) {
  deadline(from: $from, workingDays: $workingDays) { dueOn calendarEdition skipped { day why name } }
}`;
const defineMutation = `mutation Define($input: DefineCalendarInput!) {
  defineCalendar(input: $input) { year notice workingDays off { day name } work { day } }
}`;
const deadline = (from: string, workingDays: number, headers?: Record<string, string>) =>
  city.anyone.asks(deadlineQuery, { from, workingDays }, headers);
const define = (input: Record<string, unknown>, who: Person = administrator) => who.asks(defineMutation, { input });

const of2027 = {
  year: 2027,
  notice: '国办发明电〔2026〕8号',
  off: [
    { day: '2027-01-02', name: '元旦' },
    { day: '2027-01-01', name: '元旦' },
    { day: '2027-01-03', name: '元旦' },
  ],
  work: [{ day: '2027-01-09' }],
};
const deeds = async () =>
  (
    await city.platform.pool.query(
      `select actor, role, subject_id, facts from audit_entry where deed = 'calendar.define' order by id`,
    )
  ).rows;

describe('deadlines', () => {
  test('anyone can ask when a period ends and why', async () => {
    const { data, statements } = await deadline('2026-09-30', 1);
    expect(data.deadline).toMatchObject({ dueOn: '2026-10-08', calendarEdition: '国办发明电〔2025〕7号' });
    expect(data.deadline.skipped).toHaveLength(7);
    expect(data.deadline.skipped[0]).toEqual({ day: '2026-10-01', why: 'HOLIDAY', name: '国庆节' });
    expect(statements).toBe(0);
  });

  test.each([0, -1, 367])('%i working days are no period', async (length) => {
    const { refusals } = await deadline('2026-11-22', length);
    expect(refusals[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      reason: 'WORKING_DAYS',
      value: length,
      most: 366,
    });
  });

  test('the longest period is counted', async () => {
    expect((await deadline('2024-12-31', 366)).data.deadline.dueOn).toMatch(/^2026-06/);
  });

  test('a year without an official calendar is named, with what to do, in both languages', async () => {
    const { refusals } = await deadline('2026-12-25', 10);
    expect(refusals[0]?.extensions).toMatchObject({ code: 'REFUSED', reason: 'CALENDAR_MISSING', year: '2027' });
    expect(refusals[0]?.extensions.remedy).toBe(
      "An administrator loads the State Council's notice on the holidays of 2027 with defineCalendar.",
    );
    const chinese = await deadline('2026-12-25', 10, { 'accept-language': 'zh' });
    expect(chinese.refusals[0]?.message).toBe('尚未载入 2027 年官方放假安排，无法确定该年工作日。');
  });

  test('the calendars that are loaded', async () => {
    const { data } = await city.anyone.asks('{ calendars { year notice workingDays } }');
    expect(data.calendars).toEqual([
      { year: 2020, notice: '国办发明电〔2019〕16号、国办发明电〔2020〕1号', workingDays: 249 },
      { year: 2021, notice: '国办发明电〔2020〕27号', workingDays: 250 },
      { year: 2022, notice: '国办发明电〔2021〕11号', workingDays: 249 },
      { year: 2023, notice: '国办发明电〔2022〕16号', workingDays: 249 },
      { year: 2024, notice: '国办发明电〔2023〕7号', workingDays: 251 },
      { year: 2025, notice: '国办发明电〔2024〕12号', workingDays: 248 },
      { year: 2026, notice: '国办发明电〔2025〕7号', workingDays: 248 },
    ]);
  });
});

describe('the notice of the next year', () => {
  test.each<[string, () => Promise<Person>]>([
    ['the public', async () => city.anyone],
    ['a department', () => city.officer('TAX')],
    ['the credit centre', () => city.official('credit-centre')],
    ['the supervisor', () => city.official('supervisor')],
  ])('is not loaded by %s', async (_who, person) => {
    const { data, refusals } = await define(of2027, await person());
    expect(data).toBeNull();
    expect(['ROLE_REQUIRED', 'AUTHENTICATION_REQUIRED']).toContain(refusals[0]?.extensions.reason);
  });

  test.each<[string, Record<string, unknown>]>([
    ['CALENDAR_YEAR', { year: 1900 }],
    ['CALENDAR_NOTICE', { notice: '  ' }],
    ['CALENDAR_EMPTY', { off: [] }],
    ['CALENDAR_DAY_OUTSIDE', { off: [{ day: '2026-12-31', name: '元旦' }] }],
    ['CALENDAR_DAY_TWICE', { off: [...of2027.off, of2027.off[0]] }],
    ['CALENDAR_DAY_TWICE', { work: [{ day: '2027-01-02' }] }],
    ['CALENDAR_DAY_UNNAMED', { off: [{ day: '2027-01-01', name: '' }] }],
    ['CALENDAR_WORK_ON_WEEKDAY', { work: [{ day: '2027-01-11' }] }],
  ])('is refused as %s when it says %j', async (reason, change) => {
    const { refusals } = await define({ ...of2027, ...change });
    expect(refusals[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', reason });
    expect(await deeds()).toEqual([]);
  });

  test('counts as soon as it is loaded, and stands in the audit', async () => {
    const { data } = await define(of2027);
    expect(data.defineCalendar).toEqual({
      year: 2027,
      notice: '国办发明电〔2026〕8号',
      workingDays: 261,
      off: of2027.off.toSorted((a, b) => a.day.localeCompare(b.day)),
      work: [{ day: '2027-01-09' }],
    });
    expect((await deadline('2026-12-31', 6)).data.deadline).toMatchObject({
      dueOn: '2027-01-09',
      calendarEdition: '国办发明电〔2025〕7号、国办发明电〔2026〕8号',
    });
    expect(await deeds()).toMatchObject([
      {
        role: 'ADMINISTRATOR',
        subject_id: '2027',
        facts: { before: null, after: { notice: '国办发明电〔2026〕8号' } },
      },
    ]);
  });

  test('can be replaced; the audit keeps what it was', async () => {
    const { data } = await define({ ...of2027, notice: '国办发明电〔2026〕9号', work: [] });
    expect(data.defineCalendar).toMatchObject({ notice: '国办发明电〔2026〕9号', workingDays: 260, work: [] });
    expect((await deadline('2026-12-31', 6)).data.deadline.dueOn).toBe('2027-01-11');
    expect((await deeds())[1].facts).toMatchObject({
      before: { notice: '国办发明电〔2026〕8号', work: [{ day: '2027-01-09' }] },
      after: { notice: '国办发明电〔2026〕9号', work: [] },
    });
  });

  test('of two that load it at once both are done, one after the other', async () => {
    const answers = await Promise.all(
      ['甲', '乙'].map((notice) =>
        define({ ...of2027, year: 2028, notice, off: [{ day: '2028-01-01', name: '元旦' }], work: [] }),
      ),
    );
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
    const { data } = await city.anyone.asks('{ calendars { year notice } }');
    const last = (await deeds()).at(-1).facts.after.notice;
    expect(data.calendars.at(-1)).toEqual({ year: 2028, notice: last });
  });
});

describe('the one-year loan prime rate', () => {
  const all = '{ loanPrimeRates { from percent notice } }';
  const enter = (input: Record<string, unknown>, who: Person = administrator) =>
    who.asks(
      'mutation Enter($input: DefineLoanPrimeRateInput!) { defineLoanPrimeRate(input: $input) { from percent notice } }',
      { input: { from: '2026-11-20', percent: '2.9', notice: ' 公告 ', ...input } },
    );
  const entered = () =>
    city.owner(`select role, subject_id, facts from audit_entry where deed = 'loanPrimeRate.define' order by id`);

  test('anyone can ask how it stood, from memory', async () => {
    const { data, statements } = await city.anyone.asks(all);
    expect(data.loanPrimeRates).toHaveLength(13);
    expect(data.loanPrimeRates.at(0)).toMatchObject({ from: '2019-08-20', percent: '4.2500' });
    expect(data.loanPrimeRates.at(-1)).toEqual({
      from: '2025-05-20',
      percent: '3.0000',
      notice: '全国银行间同业拆借中心受权公布贷款市场报价利率（LPR）公告（2025年5月20日）',
    });
    expect(statements).toBe(0);
  });

  test.each<[string, () => Promise<Person>]>([
    ['the public', async () => city.anyone],
    ['a department', () => city.officer('TAX')],
    ['the supervisor', () => city.official('supervisor')],
  ])('is not entered by %s', async (_who, person) => {
    const { refusals } = await enter({}, await person());
    expect(['ROLE_REQUIRED', 'AUTHENTICATION_REQUIRED']).toContain(refusals[0]?.extensions.reason);
  });

  test.each([
    ['LPR_TO_COME', { from: '2026-11-23' }],
    ['LPR_PERCENT', { percent: '25' }],
    ['LPR_NOTICE', { notice: ' ' }],
  ])('is refused as %s when it says %j', async (reason, change) => {
    const { refusals } = await enter(change);
    expect(refusals[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', reason });
    expect(await entered()).toEqual([]);
  });

  test('stands as soon as it is entered, can be put right, and the audit keeps what it was', async () => {
    expect((await enter({})).data.defineLoanPrimeRate).toEqual({
      from: '2026-11-20',
      percent: '2.9000',
      notice: '公告',
    });
    const { data } = await enter({ percent: '2.95' });
    expect(data.defineLoanPrimeRate.percent).toBe('2.9500');
    expect((await city.anyone.asks(all)).data.loanPrimeRates.slice(-2)).toMatchObject([
      { from: '2025-05-20', percent: '3.0000' },
      { from: '2026-11-20', percent: '2.9500' },
    ]);
    const said = { percent: '2.9000', notice: '公告' };
    expect(await entered()).toMatchObject([
      { role: 'ADMINISTRATOR', subject_id: '2026-11-20', facts: { before: null, after: said } },
      { role: 'ADMINISTRATOR', subject_id: '2026-11-20', facts: { before: said, after: { percent: '2.9500' } } },
    ]);
  });

  test('of two that enter a day at once both are done, one after the other', async () => {
    const answers = await Promise.all(['2.80', '2.81'].map((percent) => enter({ from: '2026-10-20', percent })));
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
  });
});

test('what an administrator loaded stays when the reference data is loaded again', async () => {
  await define({ ...of2027, year: 2020, off: [{ day: '2020-01-01', name: '元旦' }], work: [], notice: '更正' });
  const input = { from: '2019-08-20', percent: '4.26', notice: '更正' };
  await administrator.asks(
    'mutation Enter($input: DefineLoanPrimeRateInput!) { defineLoanPrimeRate(input: $input) { from } }',
    { input },
  );
  await city.owner("update loaded_data set digest = '' where name = 'reference'");
  const orm = await openOrm({ url: city.database, entities: nouns });
  expect(await loadReference(orm.em.fork())).toBe(true);
  await orm.close();
  expect(await city.owner('select notice from official_calendar where year = 2020')).toEqual([{ notice: '更正' }]);
  expect(await city.owner('select percent, notice from loan_prime_rate where "from" <= \'2019-09-20\'')).toEqual([
    { percent: '4.2600', notice: '更正' },
    { percent: '4.2000', notice: expect.stringContaining('2019年9月20日') },
  ]);
});
