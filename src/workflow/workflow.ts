import type { Term } from '../calendar/deadline.js';
import type { Text } from '../messages/language.js';

/**
 * How long a clock runs: a legal period, one chosen by a fact of the case, as many working days as a fact of the case says, or
 * until a day that is one.
 */
type ClockLength =
  | Term
  | { readonly byFact: string; readonly terms: Readonly<Record<string, Term>> }
  | { readonly workingDaysOf: string; readonly most: number }
  | { readonly until: string };

/**
 * A clock that starts when a state is entered: by when the next act must be done. Nothing overdue approves itself: what
 * happens then is a step by the CLOCK, if the table has one.
 */
export type Clock = ClockLength & {
  /** The article that sets the period. */
  readonly basis: string;
  /** The period is added to the former one, as an extension is; otherwise it counts from the day the state is entered. */
  readonly onTop?: true;
};

/** The platform itself as a party: it takes the step when a deadline has passed. */
export type TheClock = 'CLOCK';

/** One row of a table of steps. A step may stand in several rows: other states, other parties. */
export interface Step<State extends string, Party extends string, Guard extends string> {
  readonly step: string;
  /** States in which it can be taken; empty: it begins the case. */
  readonly from: readonly State[];
  readonly to: State;
  readonly by: readonly (Party | TheClock)[];
  /** The clock that starts when `to` is entered: the deadline of the next act. */
  readonly within?: Clock;
  /** A condition that the capability's rules decide. */
  readonly when?: Guard;
  /** It can be taken once only in the life of a case. */
  readonly once?: true;
  /** The clock of `to` is not started anew but goes on, days on which it stood still not counted. */
  readonly resumes?: true;
  readonly basis: string;
  readonly says: Text;
}

/**
 * A workflow as data. The one table decides who may take which step, starts the clocks, prints the chart in
 * `schema/workflows.md` and is walked by a law. Written `{ … } as const satisfies Workflow<State, Party, Guard>`.
 */
export interface Workflow<State extends string = string, Party extends string = string, Guard extends string = string> {
  readonly name: Text;
  /** Every state; one without a way out is final. */
  readonly states: Readonly<Record<State, Text>>;
  readonly parties: Readonly<Record<Party, Text>>;
  readonly guards: Readonly<Record<Guard, Text>>;
  readonly steps: readonly Step<State, Party, Guard>[];
  /** Whose act a case waits for in a state; not named: nobody's. */
  readonly awaits?: Readonly<Partial<Record<State, Party>>>;
  /** States in which clocks stand still: that of the state before, which a step `resumes`, and that of the whole case. */
  readonly pauses?: readonly State[];
  /**
   * Steps with which a case begins anew: what can be done once can be done again, and the clock of the whole case has its first
   * length.
   */
  readonly anew?: readonly string[];
  /** The clock of the whole case, beside those of its states. */
  readonly whole?: WholeClock<State>;
}

/** A clock that runs until the result: from the day of filing, or from a day that the kind of case names. */
export interface WholeClock<State extends string = string> {
  readonly unit: 'workingDays' | 'days';
  readonly length: number;
  readonly basis: string;
  /** States in which it runs. */
  readonly in: readonly State[];
  /** A step that lengthens it, and by how much. */
  readonly lengthenedBy?: { readonly step: string; readonly by: number };
}

/** The states of a workflow. */
export type StateOf<W extends Workflow> = keyof W['states'] & string;

/** Who takes part in a workflow. */
export type PartyOf<W extends Workflow> = keyof W['parties'] & string;

/** The conditions of a workflow. */
export type GuardOf<W extends Workflow> = keyof W['guards'] & string;

/** The steps of a workflow. */
export type StepOf<W extends Workflow> = W['steps'][number]['step'];

/** A row of the workflow's table. */
export type RowOf<W extends Workflow> = Step<StateOf<W>, PartyOf<W>, GuardOf<W>> & { readonly step: StepOf<W> };

/** The steps that were taken since a case began, or began anew. */
export const sinceAnew = ({ anew = [] }: Workflow, history: readonly string[]): readonly string[] =>
  history.slice(history.findLastIndex((step) => anew.includes(step)) + 1);

/** The rows of the table. */
export const rowsOf = <W extends Workflow>(workflow: W): readonly RowOf<W>[] => workflow.steps as never;
