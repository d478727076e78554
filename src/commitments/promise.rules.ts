import type { Day } from '../calendar/day.js';
import { fenOf, sumOf } from '../money/fen.js';
import type { Money } from '../money/money.js';
import type { StepRefusal } from '../workflow/take.js';
import type { CommitmentMilestone } from './commitment-parts.js';
import type { PolicyCommitment } from './policy-commitment.entity.js';

/** The most steps on the way that a promise has. */
const mostMilestones = 20;

/** A promise as it is registered. */
export type Promised = Pick<PolicyCommitment, 'promisedOn' | 'promiseDueOn' | 'amount' | 'milestones'>;

const refused = (reason: StepRefusal['reason'], params: StepRefusal['params'] = {}): StepRefusal => ({
  reason,
  params,
});

/** What is wrong with a promise as it was written down; null: nothing. */
export function faultOfPromise(
  { promisedOn, promiseDueOn, amount, milestones }: Promised,
  today: Day,
): StepRefusal | null {
  if (promisedOn > today) return refused('COMMITMENT_PROMISED_LATER', { day: promisedOn, today });
  if (promiseDueOn < promisedOn) return refused('COMMITMENT_DUE_BEFORE', { dueOn: promiseDueOn, promisedOn });
  if (amount !== null && fenOf(amount) <= 0n) return refused('COMMITMENT_AMOUNT', { field: 'amount', amount });
  if (milestones.length > mostMilestones) {
    return refused('COMMITMENT_MILESTONES_TOO_MANY', { count: milestones.length, most: mostMilestones });
  }
  return faultOfMilestones(milestones, { promisedOn, promiseDueOn, amount });
}

function faultOfMilestones(
  milestones: readonly CommitmentMilestone[],
  { promisedOn, promiseDueOn, amount }: Omit<Promised, 'milestones'>,
): StepRefusal | null {
  for (const { title, dueOn, amount: part } of milestones) {
    if (part !== null && fenOf(part) <= 0n)
      return refused('COMMITMENT_AMOUNT', { field: `milestones: ${title}`, amount: part });
    if (dueOn < promisedOn || dueOn > promiseDueOn) {
      return refused('COMMITMENT_MILESTONE_DAY', { title, dueOn, from: promisedOn, until: promiseDueOn });
    }
  }
  const parts = milestones.flatMap(({ amount: part }) => part ?? []);
  const most = amount === null ? 0n : fenOf(amount);
  return sumOf(parts) > most ? refused('COMMITMENT_MILESTONE_AMOUNTS', { amount: amount ?? '-' }) : null;
}

/** What an owner reports of its progress. */
export interface Reported {
  /** What was paid in all by now; null: nothing is said of it. */
  readonly amount: Money | null;
  /** Milestones that are done, by their place from 1, each with its day. */
  readonly done: readonly { readonly milestone: number; readonly doneOn: Day }[];
}

/** What is wrong with a report of progress; null: nothing. */
export function faultOfReport(
  promise: Pick<PolicyCommitment, 'amount' | 'fulfilledAmount' | 'milestones' | 'promisedOn'>,
  { amount, done }: Reported,
  today: Day,
): StepRefusal | null {
  if (amount !== null) {
    if (promise.amount === null) return refused('COMMITMENT_NOT_MONEY');
    const [least, most] = [promise.fulfilledAmount ?? '0.00', promise.amount];
    if (fenOf(amount) < fenOf(least) || fenOf(amount) > fenOf(most)) {
      return refused('COMMITMENT_FULFILLED_AMOUNT', { amount, least, most });
    }
  }
  for (const { milestone, doneOn } of done) {
    if (!promise.milestones[milestone - 1]) {
      return refused('COMMITMENT_MILESTONE_UNKNOWN', { milestone, count: promise.milestones.length });
    }
    const fault = faultOfDay(`done: ${milestone}`, doneOn, promise.promisedOn, today);
    if (fault) return fault;
  }
  return null;
}

/** Something was done between the promise and today. */
export const faultOfDay = (field: string, day: Day, promisedOn: Day, today: Day): StepRefusal | null =>
  day < promisedOn || day > today ? refused('COMMITMENT_DAY', { field, day, from: promisedOn, until: today }) : null;

/** The milestones after a report. */
export const afterReport = (
  milestones: readonly CommitmentMilestone[],
  done: Reported['done'],
): CommitmentMilestone[] =>
  milestones.map((one, i) => {
    const report = done.find(({ milestone }) => milestone === i + 1);
    return report ? { ...one, doneOn: report.doneOn } : one;
  });

/** Whether a part of the promise is kept. */
export const keepsPart = ({
  fulfilledAmount,
  milestones,
}: Pick<PolicyCommitment, 'fulfilledAmount' | 'milestones'>): boolean =>
  (fulfilledAmount !== null && fenOf(fulfilledAmount) > 0n) || milestones.some(({ doneOn }) => doneOn !== null);

/** The share in hundred, with one decimal, rounded down; null: of nothing there is no share. */
export function percent(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const tenths = Math.floor((part * 1000) / whole);
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
