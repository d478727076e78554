import { expect } from '@jest/globals';
import { ladder } from '../../src/arrears/measure.steps.js';
import { type Day, daysAfter } from '../../src/calendar/day.js';
import { fenOf, moneyOf } from '../../src/money/fen.js';
import type { Stored } from './arrears-walk.js';

// What must hold of a case of arrears, from what is stored of it alone.

/** Interest a day for each fen that is owed. */
export type Rate = readonly [bigint, bigint];

const sum = (amounts: readonly string[]): bigint => amounts.reduce((total, amount) => total + fenOf(amount), 0n);
const sumWhere = <T extends { readonly amount: string }>(all: readonly T[], holds: (one: T) => boolean): bigint =>
  sum(all.filter(holds).map(({ amount }) => amount));

/** Interest of a case until each day, counted day by day from what its creditor has confirmed; each sum rounded half up. */
export function counted({ payables, lines, payments }: Stored, [numerator, denominator]: Rate, days: readonly Day[]) {
  return payables.map(({ id, amount, dueOn }) => {
    const came = new Map<Day, bigint>();
    for (const { purpose, state, paidOn, shares } of payments) {
      if (purpose !== 'PRINCIPAL' || state !== 'CONFIRMED') continue;
      const share = sumWhere(shares, ({ payable }) => payable === id);
      // what came in time never was late
      const day = paidOn > dueOn ? paidOn : dueOn;
      came.set(day, (came.get(day) ?? 0n) + share);
    }
    let owed = fenOf(amount) + sumWhere(lines, ({ payable, kind }) => payable === id && kind === 'DISMISSED');
    let product = 0n;
    const until = new Map<Day, bigint>();
    for (let day = dueOn; day <= days.at(-1)!; day = daysAfter(day, 1)) {
      // the day of payment still counts
      if (day > dueOn) product += owed;
      owed -= came.get(day) ?? 0n;
      until.set(day, (2n * product * numerator + denominator) / (2n * denominator));
    }
    return { id, on: (day: Day) => until.get(day) ?? 0n };
  });
}

/** The case and its ledger say the same, and nothing is below zero. */
export function sumsAgree({ state, amounts, payables, lines, payments }: Stored): void {
  const of = (...kinds: string[]) => sumWhere(lines, ({ kind }) => kinds.includes(kind));
  const reported = payments.filter((one) => one.state === 'REPORTED' && one.purpose === 'PRINCIPAL');
  const interest = sumWhere(payments, (one) => one.state === 'CONFIRMED' && one.purpose === 'INTEREST');
  const [principal, agreed, came] = [of('DUE', 'DISMISSED'), of('UNDISPUTED'), -of('PAID')];
  const told = { paid: moneyOf(came), pending: moneyOf(sum(reported.map(({ amount }) => amount))) };
  expect(amounts).toMatchObject({ ...told, interestPaid: moneyOf(interest) });
  // a claim that is not pursued says what was claimed; the ledger, that nothing more is owed
  if (state === 'WITHDRAWN' || state === 'NOT_ACCEPTED') expect([principal, agreed]).toEqual([came, 0n]);
  else {
    expect(amounts).toMatchObject({ principal: moneyOf(principal), undisputed: moneyOf(agreed) });
    expect(amounts.remaining).toBe(moneyOf(principal - came));
  }
  for (const amount of Object.values(amounts)) expect(fenOf(amount)).toBeGreaterThanOrEqual(0n);
  expect(fenOf(amounts.paid) + fenOf(amounts.pending)).toBeLessThanOrEqual(fenOf(amounts.principal));
  expect(fenOf(amounts.undisputed)).toBeLessThanOrEqual(fenOf(amounts.principal));
  for (const { id, amount } of payables) {
    const own = lines.filter(({ payable }) => payable === id);
    const claimed = sumWhere(own, ({ kind }) => kind === 'DUE' || kind === 'DISMISSED');
    const waiting = sumWhere(
      reported.flatMap(({ shares }) => shares),
      ({ payable }) => payable === id,
    );
    expect(claimed).toBeLessThanOrEqual(fenOf(amount));
    const undisputed = sumWhere(own, ({ kind }) => kind === 'UNDISPUTED');
    if (state !== 'WITHDRAWN') expect([undisputed >= 0n, undisputed <= claimed]).toEqual([true, true]);
    // on every day of which something is told, what is paid and what remains make up the principal
    for (const day of new Set(own.map((line) => line.on))) {
      const until = -sumWhere(own, (line) => line.kind === 'PAID' && line.on <= day);
      expect([until >= 0n, claimed - until >= waiting]).toEqual([true, true]);
    }
  }
  for (const { purpose, amount, shares } of payments) {
    expect(sum(shares.map((share) => share.amount))).toBe(purpose === 'PRINCIPAL' ? fenOf(amount) : 0n);
  }
}

const debtorHasTime = ['CONFIRMED', ...ladder.map(({ state }) => state).slice(0, 6)];

/** No step without its precondition, by the timeline alone. */
export function stepsInOrder({ steps, state, rung }: Stored): void {
  let [taken, handler, cleared] = [-1, '', false];
  for (const [i, { step, by, account, from, on: day, reason }] of steps.entries()) {
    const before = steps[i - 1];
    expect(from).toBe(before?.to ?? null);
    const at = ladder.findIndex((one) => one.step === step);
    if (at >= 0) {
      const early = debtorHasTime.includes(from!) && before!.dueOn !== null && day <= before!.dueOn;
      if (at !== taken + 1 || early) expect([step, by, reason !== null]).toEqual([step, 'ADMIN', true]);
      expect(at).toBeGreaterThan(taken);
      taken = at;
    }
    if (step === 'rejectFinding') taken = 5;
    if (step === 'oweAnew') taken = -1;
    if (step === 'accept') handler = account;
    if (step === 'confirmClearance') {
      expect(by).toBe('CREDITOR');
      cleared = true;
    }
    if (step === 'close') expect([cleared, by, account === handler]).toEqual([true, 'ADMIN', false]);
    if (from === 'CLOSED' && step !== 'succeed') cleared = false;
    if (step === 'find') expect([by, from]).toEqual(['AUTHORITY', 'FINDING_PROPOSED']);
  }
  expect(state).toBe(steps.at(-1)!.to);
  expect(rung).toBe(ladder[taken]?.rung ?? null);
}
