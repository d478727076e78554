import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../messages/refusal.js';
import type { Case } from './case.entity.js';
import { CaseStep } from './case-step.entity.js';
import { type Situation, take } from './take.js';
import type { RowOf, StateOf, StepOf, Workflow } from './workflow.js';

/**
 * The row of the table by which the step is taken in a locked case, or a refusal. To whoever comes second it says what the
 * first did.
 */
export async function takeInCase<W extends Workflow>(
  em: EntityManager,
  workflow: W,
  one: Case & { readonly state: StateOf<W> },
  step: StepOf<W>,
  situation: Omit<Situation<W>, 'state' | 'history'>,
): Promise<RowOf<W>> {
  const taken = take(workflow, step, { ...situation, state: one.state, history: one.history });
  if (taken.refused === null) return taken.row;
  const { reason, params } = taken.refused;
  if (reason !== 'STEP_NOT_ALLOWED_FROM') throw new Refusal(reason, params);
  const last = await em.findOne(CaseStep, { caseId: one.id }, { orderBy: { id: 'desc' } });
  const before = {
    number: one.number,
    last: last?.step ?? '-',
    lastBy: last?.by ?? '-',
    at: last?.at.toISOString() ?? '-',
  };
  throw new Refusal('CASE_MOVED_ON', { ...params, ...before });
}
