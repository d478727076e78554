import type { Text } from '../messages/language.js';
import { type Params, Refusal } from '../messages/refusal.js';
import type { Reason } from '../messages/refusals.js';
import {
  type GuardOf,
  type PartyOf,
  type RowOf,
  rowsOf,
  type StateOf,
  type StepOf,
  sinceAnew,
  type TheClock,
  type Workflow,
} from './workflow.js';

/** Why a step cannot be taken: a value, so that a form can ask before it is filled in. */
export interface StepRefusal {
  readonly reason: Reason;
  readonly params: Params;
}

/** Everything that decides whether a step can be taken. */
export interface Situation<W extends Workflow> {
  /** Null before the case has begun. */
  readonly state: StateOf<W> | null;
  /** What the actor is to this case; null: no party to it. */
  readonly party: PartyOf<W> | TheClock | null;
  /** What the capability's rules say of each condition: null when it holds, else why it does not. */
  readonly guards: { readonly [G in GuardOf<W>]: StepRefusal | null };
  /** The steps taken so far. */
  readonly history: readonly string[];
}

/** A step that can be taken, and where it leads. */
interface Taken<W extends Workflow> {
  readonly refused: null;
  readonly to: StateOf<W>;
  readonly row: RowOf<W>;
}

/** A step that cannot be taken, and why. */
interface NotTaken {
  readonly refused: StepRefusal;
}

/** Whether the step can be taken, and to which state it leads. Changes nothing: the service writes what follows. */
export function take<W extends Workflow>(workflow: W, step: StepOf<W>, given: Situation<W>): Taken<W> | NotTaken {
  const situation = { ...given, history: sinceAnew(workflow, given.history) };
  const rows = rowsOf(workflow).filter((row) => row.step === step);
  const here = rows.filter((row) => leavesFrom(row, situation.state));
  const yours = here.filter((row) => isBy(row, situation.party));
  const refuse = (reason: Reason, params: Params = {}): NotTaken => {
    const possible = availableSteps(workflow, situation).map((one) => one.step);
    return { refused: { reason, params: { step, ...params, possible: listed(possible) } } };
  };
  const state = situation.state ?? none;
  if (here.length === 0) {
    return refuse('STEP_NOT_ALLOWED_FROM', { state, from: listed(rows.flatMap(({ from }) => from)) });
  }
  if (yours.length === 0) {
    const by = listed(here.flatMap((row) => row.by));
    return refuse('STEP_NOT_YOURS', { state, by, party: situation.party ?? none });
  }
  if (yours.every((row) => isSpent(row, situation))) return refuse('STEP_ONLY_ONCE');
  const row = yours.find((one) => hindrance(one, situation) === null);
  if (row) return { refused: null, to: row.to, row };
  return { refused: hindrance(yours.find((one) => !isSpent(one, situation))!, situation)! };
}

/** As `take`, for services: what cannot be taken is thrown as a refusal. */
export function takeOrRefuse<W extends Workflow>(workflow: W, step: StepOf<W>, situation: Situation<W>): Taken<W> {
  const taken = take(workflow, step, situation);
  if (taken.refused) throw new Refusal(taken.refused.reason, taken.refused.params);
  return taken;
}

/** A step that its party can take now: a button of a portal. */
export interface AvailableStep<W extends Workflow> {
  readonly step: StepOf<W>;
  readonly to: StateOf<W>;
  readonly says: Text;
  readonly basis: string;
}

/** The steps that the party can take now, in the order of the table. */
export function availableSteps<W extends Workflow>(workflow: W, given: Situation<W>): AvailableStep<W>[] {
  const situation = { ...given, history: sinceAnew(workflow, given.history) };
  return rowsOf(workflow)
    .filter((row) => leavesFrom(row, situation.state) && isBy(row, situation.party))
    .filter((row) => !isSpent(row, situation) && hindrance(row, situation) === null)
    .map(({ step, to, says, basis }) => ({ step, to, says, basis }));
}

const none = '-';

const listed = (words: readonly string[]): string => [...new Set(words)].join(', ') || none;

const leavesFrom = <W extends Workflow>(row: RowOf<W>, state: StateOf<W> | null): boolean =>
  state === null ? row.from.length === 0 : row.from.includes(state);

const isBy = <W extends Workflow>(row: RowOf<W>, party: PartyOf<W> | TheClock | null): boolean =>
  party !== null && row.by.includes(party);

const isSpent = <W extends Workflow>(row: RowOf<W>, { history }: Situation<W>): boolean =>
  row.once === true && history.includes(row.step);

function hindrance<W extends Workflow>(row: RowOf<W>, situation: Situation<W>): StepRefusal | null {
  if (isSpent(row, situation)) return { reason: 'STEP_ONLY_ONCE', params: { step: row.step } };
  const refusal = row.when === undefined ? null : situation.guards[row.when];
  // what is asked of a step rests on what the step rests on
  return refusal && { ...refusal, params: { basis: row.basis, ...refusal.params } };
}
