import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Day, daysAfter } from '../src/calendar/day.js';
import { runJobs } from '../src/jobs/clockwork.js';
import { fenOf, moneyOf } from '../src/money/fen.js';
import { jobs } from '../src/platform.js';
import {
  arrearsMutation,
  claim,
  confirmed,
  type Parties,
  paid,
  parties,
  refused,
  registers,
  takes,
} from './world/arrears.js';
import { counted, stepsInOrder, sumsAgree } from './world/arrears-sums.js';
import { type Deed, deedIn, deeds, type Move, type Stored, storedCase, tries } from './world/arrears-walk.js';
import { done } from './world/repair.js';
import { type City, openCity } from './world.js';

let city: City;
let people: Parties;
beforeAll(async () => {
  city = await openCity();
  people = await parties(city);
});
afterAll(() => city.close());
const on = (day: Day) => city.on(`${day}T10:00:00+08:00`);
const faults = () => city.logged.filter((line) => line.includes('"level":50'));

/** Interest a day for each fen that is owed: what was agreed, in words of the law. */
const rates = [
  { terms: {}, rate: [5n, 10_000n], kind: 'STATUTORY' },
  { terms: { agreedRate: '6.5', dayCount: 360 }, rate: [65n, 1000n * 360n], kind: 'AGREED' },
  { terms: { agreedRate: '4.3501', dayCount: 365 }, rate: [43_501n, 1_000_000n * 365n], kind: 'AGREED' },
  { terms: { agreedRate: '1', dayCount: 360 }, rate: [3n, 100n * 360n], kind: 'LPR_FLOOR' },
  { terms: { agreedRate: '0', dayCount: 365 }, rate: [3n, 100n * 365n], kind: 'LPR_FLOOR' },
] as const;

const tenDays = Array.from({ length: 10 }, (_, i) => `d${i}`);
const tenInterests = `query ($n: String!, ${tenDays.map((day) => `$${day}: Date`).join(', ')}) { arrearsCase(number: $n) {
  ${tenDays.map((day) => `${day}: interest(asOf: $${day}) { rateKind amount owed payables { payable { id } amount } }`).join(' ')} } }`;

/** What the API says of the interest on ten days is what was counted, and never falls. */
async function interestAgrees(id: string, now: Stored, { rate, kind }: (typeof rates)[number], first: Day) {
  const days = tenDays.map((_, i) => daysAfter(first, i));
  const { data } = await people.creditor.asks(tenInterests, {
    n: id,
    ...Object.fromEntries(days.map((day, i) => [`d${i}`, day])),
  });
  const parts = counted(now, rate, days);
  let least = 0n;
  for (const [i, day] of days.entries()) {
    const { rateKind, amount, owed, payables } = data.arrearsCase[`d${i}`];
    const told = Object.fromEntries(payables.map((one: any) => [one.payable.id, one.amount]));
    expect(told).toEqual(Object.fromEntries(parts.map((part) => [part.id, moneyOf(part.on(day))])));
    expect([rateKind, amount]).toEqual([kind, moneyOf(parts.reduce((total, part) => total + part.on(day), 0n))]);
    expect([fenOf(amount) >= least, fenOf(owed) >= 0n]).toEqual([true, true]);
    least = fenOf(amount);
  }
}

const aMove: fc.Arbitrary<Move> = fc.record({
  deed: fc.oneof({ arbitrary: fc.constant(null), weight: 3 }, fc.constantFrom(...deeds)),
  pick: fc.nat(999),
  stranger: fc.oneof({ arbitrary: fc.constant(null), weight: 9 }, fc.nat(6)),
});
const plainly = (...all: Deed[]): Move[] => all.map((deed, i) => ({ deed, pick: 371 + 97 * i, stranger: null }));

/** Walks begin somewhere on the way, so that short ones go far. */
const begun: readonly Deed[][] = [
  [],
  ['accept'],
  ['accept', 'confirmAll', 'plan', 'agree'],
  ['accept', 'confirmPart', 'pay', 'payUndisputed'],
  ['accept', 'dispute', 'pay', 'pay'],
  ['accept', 'confirmAll', 'payAll', 'receive'],
  ['accept', 'confirmAll', 'skip', 'skip', 'skip', 'skip', 'wait', 'skip'],
  ['accept', 'confirmPart', 'court'],
];
/** A case that walks: its terms, and what is tried on it. */
const aWalk = fc.record({
  rate: fc.constantFrom(...rates),
  payables: fc.array(fc.record({ fen: fc.integer({ min: 3, max: 90_000_000 }), delivered: fc.nat(50) }), {
    minLength: 1,
    maxLength: 3,
  }),
  moves: fc
    .tuple(fc.constantFrom(...begun), fc.array(aMove, { minLength: 10, maxLength: 16 }))
    .map(([first, then]) => [...plainly(...first), ...then]),
});
type Walk = typeof aWalk extends fc.Arbitrary<infer T> ? T : never;
type Walking = Walk & { readonly id: string; readonly input: ReturnType<typeof claim>; now: Stored };

const lastDay = '2026-11-20';
const seen = { states: new Set<string>(), accepted: 0, refused: 0 };

async function begins(walk: Walk): Promise<Walking> {
  const { rate, payables } = walk;
  const input = claim({
    contract: { amount: '9000000.00', ...rate.terms },
    payables: payables.map(({ fen, delivered }, i) => ({
      ...{ title: `第${i + 1}期`, kind: 'PAYMENT', amount: moneyOf(BigInt(fen)) },
      deliveredOn: daysAfter('2026-02-20', delivered),
    })),
  });
  const { id } = done(await arrearsMutation(people.creditor, 'registerArrears', input, 'id'));
  return { ...walk, id, input, now: await storedCase(city, id) };
}

/** What must hold of a case once something has happened to it. */
async function sound(walking: Walking, after: Stored, around: Day): Promise<void> {
  if (after.mark === walking.now.mark) return;
  walking.now = after;
  seen.accepted++;
  seen.states.add(after.state);
  sumsAgree(after);
  stepsInOrder(after);
  if (!['WITHDRAWN', 'NOT_ACCEPTED'].includes(after.state)) {
    await interestAgrees(walking.id, after, walking.rate, around);
  }
}

async function moves(walking: Walking, move: Move, today: Day, around: Day): Promise<void> {
  const { id, input, now } = walking;
  const answer = await tries(people, { id, now, today, input }, move);
  const after = await storedCase(city, id);
  if (answer.refusals.length > 0) {
    seen.refused++;
    expect(['INTERNAL', undefined]).not.toContain(answer.refusals[0]!.extensions.code);
    expect(after).toEqual(now);
  } else if (answer.data.it.id === id) {
    expect(after.steps).toHaveLength(now.steps.length + 1);
    await sound(walking, after, around);
  }
  // else it is owed anew under a contract whose case is ended: another case
}

/** Three cases walk side by side through the same days. */
async function walk(all: readonly Walk[]): Promise<void> {
  let today: Day = '2026-06-10';
  on(today);
  const only = jobs(city.platform).filter(({ name }) => name === 'arrears');
  const log = { info: () => undefined, error: (line: unknown) => void city.logged.push(`"level":50 ${line}`) };
  const walking = await Promise.all(all.map(begins));
  for (let round = 0; round < Math.max(...all.map((one) => one.moves.length)); round++) {
    // on a day before, or around, or after those on which something happened
    const around = daysAfter(today, (round % 5) * 17 - 60);
    const tried = walking.flatMap((one) => {
      const move = one.moves[round];
      return move ? [{ one, move, deed: deedIn(one.now.state, move) }] : [];
    });
    await Promise.all(
      tried
        .filter(({ deed }) => deed !== 'wait' && deed !== 'clock')
        .map(({ one, move }) => moves(one, move, today, around)),
    );
    for (const { move } of tried.filter(({ deed }) => deed === 'wait')) {
      const later = daysAfter(today, 1 + (move.pick % 21));
      today = later > lastDay ? lastDay : later;
      on(today);
    }
    if (tried.some(({ deed }) => deed === 'clock')) {
      await runJobs({ pool: city.platform.pool, jobs: only, log: log as never }, new Date(`${today}T15:00:00+08:00`));
      for (const one of walking) await sound(one, await storedCase(city, one.id), around);
    }
  }
}

test('whatever is tried on arrears, by whomever, in whatever order: the sums are right to the fen, no step is without its condition', async () => {
  const payables = [
    { fen: 10_000, delivered: 0 },
    { fen: 10_000, delivered: 20 },
  ];
  const example = (plain: string): Walk => ({
    rate: rates[0],
    payables,
    moves: plainly(...(plain.split(' ') as Deed[])),
  });
  await fc.assert(fc.asyncProperty(fc.noBias(fc.array(aWalk, { minLength: 3, maxLength: 3 })), walk), {
    ...{ seed: 20_261_124, numRuns: 8, endOnFailure: true },
    examples: [
      [
        [
          example('accept confirmAll payAll receive waive close oweAnew confirmPart confirmAll'),
          example('accept confirmAll skip skip skip skip skip answer rejectFinding skip find'),
          example('accept confirmAll plan agree wait wait clock clock urge clock pay'),
          example('accept confirmAll result payAll receive claimInterest payAllInterest receive clear close'),
        ],
      ],
    ],
  });
  for (const state of ['CLOSED', 'FINDING_PROPOSED', 'PLAN_BROKEN', 'INTEREST_DUE', 'IN_COURT', 'REOPENED', 'REMINDED'])
    expect(seen.states).toContain(state);
  expect([seen.accepted > 150, seen.refused > 80]).toEqual([true, true]);
  expect(faults()).toEqual([]);
}, 30_000);

describe('two at once', () => {
  const reasons = (answers: Parameters<typeof refused>[0][]) =>
    answers.map((answer) => refused(answer)?.[1] ?? 'done').toSorted();
  const voucher = (i: number, what: string) => `包财支〔2026〕${what}${i}号`;

  test.each([1, 2, 3, 4])('of two payments of which only one fits, one is accepted (%i)', async (i) => {
    on('2026-06-01');
    const { id } = await confirmed(people);
    await paid(people, id, '300000.00', '2026-05-01');
    const pays = (who: keyof Parties, amount: string, n: number) =>
      takes(people[who], 'recordPayment', { id, amount, paidOn: '2026-06-01', voucher: voucher(n, `并${i}-`) });
    const answers = await Promise.all([pays('debtor', '700000.00', 1), pays('admin', '0.01', 2)]);
    const [whole, fen] = answers.map((answer) => answer.refusals.length === 0);
    // whoever comes second finds nothing left, or no longer enough
    expect([whole, fen].toSorted()).toEqual([false, true]);
    const after = await storedCase(city, id);
    sumsAgree(after);
    expect(after.amounts.pending).toBe(whole ? '700000.00' : '0.01');
  });

  test('two administrators take two different steps: one of them comes too late', async () => {
    on('2026-06-01');
    const { id } = done(await registers(people.creditor, claim()));
    const answers = await Promise.all([
      takes(people.admin, 'acceptArrears', { id }),
      takes(people.second, 'rejectArrears', { id, reason: '合同未附' }),
    ]);
    expect(reasons(answers)).toEqual(['CASE_MOVED_ON', 'done']);
    const { steps, state } = await storedCase(city, id);
    expect([steps.length, ['VERIFYING', 'NOT_ACCEPTED'].includes(state)]).toEqual([2, true]);
  });

  test('the creditor refuses a receipt while an administrator notes the settlement: both hold, or one is told', async () => {
    on('2026-06-01');
    const { id } = await confirmed(people, claim(), '600000.00', '尾款有分歧');
    const payment = { id, amount: '600000.00', paidOn: '2026-06-01', voucher: voucher(1, '争') };
    const { payments } = done(await takes(people.debtor, 'recordPayment', payment));
    const answers = await Promise.all([
      takes(people.creditor, 'confirmReceipt', { id, payment: payments[0].id, received: false, reason: '未到账' }),
      takes(people.admin, 'settleArrears', {
        ...{ id, owed: '0.00', dismissed: '400000.00', document: '调解书', reason: '和解' },
      }),
    ]);
    for (const answer of answers) expect(refused(answer)?.[0]).not.toBe('INTERNAL');
    const after = await storedCase(city, id);
    sumsAgree(after);
    stepsInOrder(after);
    expect(['REOPENED', 'PAID']).toContain(after.state);
  });

  test('the same voucher in two cases of one debtor stands for one payment', async () => {
    on('2026-06-01');
    const cases = [await confirmed(people), await confirmed(people)];
    const once = { amount: '5.00', paidOn: '2026-06-01', voucher: voucher(1, '同') };
    const answers = await Promise.all(cases.map(({ id }) => takes(people.debtor, 'recordPayment', { id, ...once })));
    expect(reasons(answers)).toEqual(['PAYMENT_VOUCHER_USED', 'done']);
    const pending = await Promise.all(cases.map(async ({ id }) => (await storedCase(city, id)).amounts.pending));
    expect(pending.toSorted()).toEqual(['0.00', '5.00']);
    expect(faults()).toEqual([]);
  });
});
