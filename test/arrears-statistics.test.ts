import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ArrearsDimension } from '../src/arrears/arrears-statistics.js';
import { interestOfEachCase } from '../src/arrears/arrears-sums.reads.js';
import { moneyOf, sumOf } from '../src/money/fen.js';
import { allPayables, interestOfPayable, naively, type Payable } from './world/arrears-arithmetic.js';
import { buyers, histories, live } from './world/arrears-histories.js';
import { type Answer, type City, openCity, type Person } from './world.js';

let city: City;
let admin: Person;
let all: Payable[];
beforeAll(async () => {
  city = await openCity();
  city.on('2026-11-24T04:00:00Z');
  admin = await city.official('arrears-admin');
  await live(city, histories(120));
  all = (await city.owner(allPayables)) as Payable[];
});
afterAll(() => city.close());

const guarded = ['inCourt', 'principalInCourt', 'undisputed', 'interest', 'brokenPlans', 'owedAnew'];
const figures = `${guarded.join(' ')} count principal clearedThisMonth casesClearedThisMonth paidThisYear
  averageDaysToPay shareWithin30 shareWithin60 shareOver60 weightedDelay`;
const statistics = `query ($by: ArrearsDimension!, $asOf: Date) {
  arrearsStatistics(by: $by, asOf: $asOf) { key name debtor ${figures} } }`;
const asked = async (person: Person, by: string, asOf?: string): Promise<Answer> =>
  person.asks(statistics, { by, ...(asOf && { asOf }) });

/** Days on which months, years, sums and courts turn, and some others. */
const days = ['2024-01-02', '2024-12-31', '2025-01-01', '2025-08-17', '2026-02-28', '2026-11-24'];

describe('every figure is what the lines of the ledger come to', () => {
  test('there is something to count', () => {
    expect(all.length).toBeGreaterThan(200);
    const totals = days.flatMap((day) => [...naively(all, ArrearsDimension.TOTAL, day).values()]);
    const isNothing = (value: unknown) => ['0', '0.0', '0.00', 'null'].includes(String(value));
    const nothing = Object.keys(totals[0]!).filter((figure) => totals.every((total) => isNothing(total[figure])));
    expect(nothing).toEqual([]);
  });

  test.each(Object.values(ArrearsDimension).flatMap((by) => days.map((day) => [by, day] as const)))(
    'by %s as of %s',
    async (by, day) => {
      const { data, refusals, statements } = await asked(admin, by, day);
      expect(refusals).toEqual([]);
      expect(statements).toBe(1);
      const rows = new Map(data.arrearsStatistics.map(({ key, name: _, debtor: __, ...row }: any) => [key, row]));
      expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(naively(all, by, day)));
    },
  );

  test.each(days)('interest of every open case as of %s is to the fen what the code works out', async (day) => {
    const rows = (await city.platform.pool.query(interestOfEachCase.text, [day])).rows;
    const byCase = Map.groupBy(all, ({ caseId }) => caseId);
    for (const { caseId, interest } of rows) {
      const exact = byCase.get(caseId)!.reduce((sum, payable) => sum + interestOfPayable(payable, day), 0n);
      expect(interest).toBe(moneyOf(exact));
    }
    const { data, statements } = await admin.asks(
      `{ interestOfOpenCases(asOf: "${day}") { asOf cases principal interest } }`,
    );
    expect(statements).toBe(1);
    expect(data.interestOfOpenCases).toEqual({
      asOf: day,
      cases: rows.length,
      principal: moneyOf(sumOf(rows.map(({ principal }) => principal))),
      interest: moneyOf(sumOf(rows.map(({ interest }) => interest))),
    });
  });
});

describe('what rows are called and how they stand', () => {
  const keysOf = async (by: string, language = 'zh') => {
    const { data } = await admin.asks(statistics, { by }, { 'accept-language': language });
    return data.arrearsStatistics.map(({ key, name, debtor }: any) => [key, name, debtor]);
  };

  test('debtors by the registry, with their codes', async () => {
    const rows = await keysOf('DEBTOR');
    expect(rows).toContainEqual([buyers.HOUSING, '包头市住房和城乡建设局', buyers.HOUSING]);
  });

  test('districts by GB/T 2260, and what is not known', async () => {
    const rows = await keysOf('DISTRICT', 'en');
    expect(rows).toEqual(
      expect.arrayContaining([
        ['150203', '昆都仑区', null],
        ['-', 'not known', null],
      ]),
    );
  });

  test('sections, kinds and the whole city in the language of the viewer', async () => {
    expect(await keysOf('SECTOR')).toContainEqual(['E', '建筑业', null]);
    expect(await keysOf('KIND')).toContainEqual(['WORKS', '工程', null]);
    expect(await keysOf('TOTAL', 'en')).toEqual([['TOTAL', 'The whole city', null]]);
  });

  test('ages in order, all others by what is owed', async () => {
    const ages = (await keysOf('AGE')).map(([key]: string[]) => key).filter((key: string) => key !== '-');
    expect(ages.slice(0, 2)).toEqual(['DAYS_1_30', 'DAYS_31_90']);
    const { data } = await asked(admin, 'SECTOR');
    const owed = data.arrearsStatistics.map(({ principal }: any) => Number(principal));
    expect(owed).toEqual([...owed].sort((a, b) => b - a));
  });

  test('today is what is asked when nothing is said; a day to come is refused', async () => {
    expect((await asked(admin, 'TOTAL')).data).toEqual((await asked(admin, 'TOTAL', '2026-11-24')).data);
    const { refusals } = await asked(admin, 'TOTAL', '2026-11-25');
    expect(refusals[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'AS_OF_IN_FUTURE' });
  });
});

describe('who sees what', () => {
  let everyone: Record<string, Person>;
  beforeAll(async () => {
    everyone = {
      public: city.anyone,
      department: await city.officer('HOUSING'),
      enterprise: await city.enterprise(buyers.enterprise),
      centre: await city.official('credit-centre'),
      administrator: await city.official('administrator'),
      supervisor: await city.official('supervisor'),
      admin,
    };
  });
  const own: Record<string, string[] | 'all'> = {
    department: [buyers.HOUSING],
    enterprise: [buyers.enterprise],
    supervisor: 'all',
    admin: 'all',
  };

  test.each(['public', 'department', 'enterprise', 'centre', 'administrator', 'supervisor', 'admin'])(
    'by debtor: %s',
    async (who) => {
      const { data, withheld } = await asked(everyone[who]!, 'DEBTOR');
      const whole = (await asked(admin, 'DEBTOR')).data.arrearsStatistics;
      const hidden = data.arrearsStatistics.flatMap((row: any, i: number) => {
        if (own[who] === 'all' || own[who]?.includes(row.key)) {
          expect(row).toEqual(whole[i]);
          return [];
        }
        const kept = Object.fromEntries(Object.entries(whole[i]).map(([k, v]) => [k, guarded.includes(k) ? null : v]));
        expect(row).toEqual(kept);
        return guarded.map((name) => `arrearsStatistics.${i}.${name}`);
      });
      expect(withheld.map(({ path }) => path.join('.')).sort()).toEqual(hidden.sort());
      expect(new Set(withheld.map(({ reason }) => reason)).size).toBe(hidden.length > 0 ? 1 : 0);
    },
  );

  /** Whether some sum of a dimension is of one or two of the debtors. */
  const ofFew = (by: ArrearsDimension, day: string): boolean => {
    const ofEach = [...new Set(all.map((payable) => payable.buyer))].map((buyer) =>
      naively(
        all.filter((payable) => payable.buyer === buyer),
        by,
        day,
      ),
    );
    return [...naively(all, by, day).keys()].some((key) =>
      ['principal', 'brokenPlans'].some((figure) =>
        [1, 2].includes(ofEach.filter((rows) => Number(rows.get(key)?.[figure] ?? 0) > 0).length),
      ),
    );
  };
  const sums = Object.values(ArrearsDimension).filter((by) => by !== ArrearsDimension.DEBTOR);
  const asOfDays = sums.flatMap((by) => days.map((day) => [by, day] as const));

  test.each(asOfDays)(
    'by %s as of %s: everybody everything, unless it is of fewer than three debtors',
    async (by, day) => {
      const { data, withheld } = await asked(city.anyone, by, day);
      const whole = (await asked(admin, by, day)).data.arrearsStatistics;
      const hidden = ofFew(by, day) ? guarded : [];
      expect(new Set(withheld.map(({ path }) => path.at(-1)))).toEqual(new Set(hidden));
      expect(withheld).toHaveLength(hidden.length * whole.length);
      expect(data.arrearsStatistics).toEqual(
        whole.map((row: any) => ({ ...row, ...Object.fromEntries(hidden.map((name) => [name, null])) })),
      );
    },
  );

  test('both happen', () => {
    expect(new Set(asOfDays.map(([by, day]) => ofFew(by, day)))).toEqual(new Set([true, false]));
  });

  test.each(['public', 'department', 'enterprise', 'centre', 'administrator'])(
    'interest of all open cases is not for %s',
    async (who) => {
      const { refusals } = await everyone[who]!.asks('{ interestOfOpenCases { cases } }');
      expect(refusals[0]?.extensions.code).toBe(who === 'public' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
    },
  );
});
