import type { Day } from '../calendar/day.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import type { Context } from '../context.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { Case } from './case.entity.js';
import type { CaseStep } from './case-step.entity.js';
import { type Deadline, deadlineIn, wholeDeadline } from './deadline.js';
import type { CaseKind } from './enter-step.js';
import { type StateOf, sinceAnew, type Workflow } from './workflow.js';

const steps = statement<CaseStep>(
  'caseSteps',
  `select ${columns<CaseStep>('s', ['id', 'caseId', 'step', 'from', 'to', 'by', 'at', 'departmentCode', 'uscc', 'account', 'reason', 'basis', 'dueOn', 'rehearsed'])}
   from case_step s where s.case_id = any(${asGiven('$1::uuid[]')}) order by s.id`,
);

/** The columns that every case has; a capability's select list adds its own. */
export const caseColumns = [
  'id',
  'number',
  'filedAt',
  'filedOn',
  'history',
  'startedOn',
  'dueOn',
  'resultDueOn',
  'pauses',
  'awaits',
  'escalatedAt',
  'rehearsed',
] as const satisfies readonly (keyof Case)[];

/** The steps of cases, in order; a deed on the same case makes them be read anew. */
const stepsOfCase = batch<Context, Pick<Case, 'id' | 'history'>, CaseStep[]>(
  async ({ reads }, cases) => {
    const rows = await reads.rows(steps, [cases.map(({ id }) => id)]);
    const byCase = Map.groupBy(rows, ({ caseId }) => caseId);
    return cases.map(({ id }) => byCase.get(id) ?? []);
  },
  ({ id, history }) => `${id} ${history.length}`,
);

/** Who did what when, in order, in the words of the table. */
export async function timelineOf<W extends Workflow>(
  context: Context,
  workflow: W,
  one: Pick<Case, 'id' | 'history'>,
): Promise<CaseStep[]> {
  const taken = await context.load(stepsOfCase, one);
  const says = new Map(workflow.steps.map(({ step, says }) => [step, says[context.language]]));
  for (const row of taken) row.says = says.get(row.step) ?? row.step;
  return taken;
}

/** The clock that runs in the state of a case, with its arithmetic; null where none does, or where it stands still. */
export function caseDeadline<W extends Workflow, C extends Case & { state: StateOf<W> }>(
  { reference, today }: Context,
  { workflow, facts }: CaseKind<W, C>,
  one: C,
): Deadline | null {
  const { state, startedOn, dueOn, pauses } = one;
  if (startedOn === null || dueOn === null) return null;
  return deadlineIn(workflow, { state, startedOn, facts: facts?.(one) ?? {}, pauses }, reference(workingDays), today);
}

/** By when the whole case must have its result, with the arithmetic; null where that clock does not run. */
export function resultDeadline<W extends Workflow, C extends Case & { state: StateOf<W> }>(
  { workflow, wholeFrom }: CaseKind<W, C>,
  one: C,
  context: Context,
): Deadline | null {
  const since = wholeFrom ? wholeFrom(one) : one.filedOn;
  if (!workflow.whole || one.resultDueOn === null || since === null) return null;
  const { history, pauses } = one;
  const taken = { history: sinceAnew(workflow, history), pauses };
  return wholeDeadline(workflow.whole, since, taken, context.reference(workingDays), context.today);
}

/** Whether an act of the case is late on a day. */
export const isLate = ({ dueOn, resultDueOn }: Pick<Case, 'dueOn' | 'resultDueOn'>, today: Day): boolean =>
  (dueOn !== null && dueOn < today) || (resultDueOn !== null && resultDueOn < today);
