import type { Text } from '../messages/language.js';
import type { Clock } from '../workflow/workflow.js';
import { CommitmentState, commitmentClocks, environment } from './commitment.states.js';

// Rows of the table that stand in many states alike.

const s = CommitmentState;
const basis = environment('art. 31');

/** The clock of a state, as a part of a row that leads there. */
export const clocked = (to: CommitmentState): { readonly within?: Clock } => {
  const within: Clock | undefined = (commitmentClocks as Partial<Record<CommitmentState, Clock>>)[to];
  return within ? { within } : {};
};

/** A step that leaves state and clock as they are. */
export const staying = <const Name extends string, const More extends object>(
  step: Name,
  states: readonly CommitmentState[],
  more: More & { readonly basis: string; readonly says: Text },
) => states.map((state) => ({ step, from: [state], to: state, resumes: true as const, ...clocked(state), ...more }));

/** What follows when something did not hold: back to where the promise stands by now. */
export const back = <const Name extends string, const By extends string>(
  step: Name,
  from: CommitmentState,
  by: By,
  says: Text,
) =>
  (
    [
      ['afterDefault', s.DEFAULTED],
      ['afterDueDay', s.OVERDUE],
      ['beforeDueDay', s.IN_PROGRESS],
    ] as const
  ).map(([when, to]) => ({ step, from: [from], to, by: [by] as const, when, ...clocked(to), basis, says }));
