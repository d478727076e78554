import { sql } from 'kysely';
import { thePlatform } from '../access/viewer.js';
import type { Acting } from '../context.js';
import { overdueSteps } from '../workflow/clock.js';
import type { StepOf, Workflow } from '../workflow/workflow.js';
import { actingAt, type Means } from './acting.js';
import type { Job } from './clockwork.js';

/** Cases whose states have deadlines: their table has the columns `id`, `state`, `due_on` and `rehearsed`. */
interface Overdue<W extends Workflow> {
  readonly name: string;
  readonly workflow: W;
  readonly table: string;
  /** Whether the supervisor is told once only of an act that is late: then the table has the column `escalated_at`. */
  readonly once?: true;
  /** Whether the supervisor is told as well when the clock of the whole case has run out: then it has `result_due_on`. */
  readonly whole?: true;
  /** Takes the step of one case, unless it is no longer overdue when the case is locked. */
  readonly take: (acting: Acting, id: string, step: StepOf<W>) => Promise<void>;
}

/**
 * The job that takes the platform's own steps of every case whose deadline has passed, as the table of steps says. Each
 * case is a deed of its own: one that fails keeps none of the others waiting, and the next round takes it up again.
 */
export const overdueJob = <W extends Workflow>(
  means: Means,
  { name, workflow, table, once, whole, take }: Overdue<W>,
): Job => ({
  name,
  run: async (now, { rehearsed }) => {
    const acting = () => actingAt(means, now, thePlatform, rehearsed);
    const failures: unknown[] = [];
    let taken = 0;
    for (const { state, step } of overdueSteps(workflow)) {
      const { em, today } = acting();
      const tells = step === 'escalate';
      const due = whole && tells ? sql`least(due_on, result_due_on)` : sql`due_on`;
      const { rows } = await sql<{ id: string }>`
        select id from ${sql.table(table)} where state = ${state} and ${due} < ${today}::date
          and (${rehearsed} or not rehearsed) ${once && tells ? sql`and escalated_at is null` : sql``} order by due_on, id`.execute(
        em.getKysely(),
      );
      for (const { id } of rows) {
        await take(acting(), id, step).then(
          () => taken++,
          (error: unknown) => failures.push(error),
        );
      }
    }
    if (failures.length > 0) throw failures[0];
    return taken;
  },
});
