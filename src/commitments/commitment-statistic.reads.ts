import { dayAsked } from '../calendar/as-of.js';
import { type Day, endOfDay } from '../calendar/day.js';
import type { Context } from '../context.js';
import { statement } from '../database/reads.js';
import { departments } from '../departments/department.reads.js';
import { CommitmentState } from './commitment.states.js';
import { type BenefitKind, CommitmentDimension } from './commitment.words.js';
import type { CommitmentStatistic } from './commitment-statistic.js';
import { percent } from './promise.rules.js';

type Counted = Omit<CommitmentStatistic, 'department' | 'kind' | 'fulfilmentRate'> & {
  readonly key: string;
  readonly asked: number;
  readonly ofFew: boolean;
};

const s = CommitmentState;
const quoted = (states: readonly CommitmentState[]): string => states.map((state) => `'${state}'`).join(', ');
const changed = quoted([s.LAWFULLY_CHANGED, s.COMPENSATION_REPORTED, s.COMPENSATED]);

// As the promises stood at the end of a day: by their last step, and their last report, until then.
// $1 the instant that ends the day, $2 the day, $3 whether by department
const counted = statement<Counted>(
  'commitmentsCounted',
  `with stood as (
     select case when $3::boolean then p.owner_code else p.kind end as key, p.amount, p.promise_due_on, p.fulfilled_on,
       p.found_on, p.entity_id, s."to" as state, coalesce((select (r->>'amount')::numeric from jsonb_array_elements(p.progress)
         with ordinality as t (r, n) where (r->>'on')::date <= $2::date order by n desc limit 1), 0.00) as paid
     from policy_commitment p
     join lateral (select c."to" from case_step c where c.case_id = p.id and c.at < $1::timestamptz order by c.id desc limit 1) s on true
     where s."to" not in (${quoted([s.REGISTERED, s.INVALID])})
   )
   select t.key, count(*)::int as count, count(distinct t.entity_id) < 3 as "ofFew",
     (count(*) filter (where t.state = '${s.FULFILLED}'))::int as fulfilled,
     (count(*) filter (where t.state = '${s.FULFILLED}' and t.fulfilled_on <= t.promise_due_on))::int as "onTime",
     (count(*) filter (where t.state not in ('${s.FULFILLED}', ${changed}) and t.promise_due_on < $2::date))::int as overdue,
     (count(*) filter (where t.found_on <= $2::date))::int as defaulted,
     (count(*) filter (where t.state in (${changed})))::int as "lawfullyChanged",
     coalesce(sum(t.amount), 0.00)::text as "amountPromised",
     sum(t.paid)::text as "amountFulfilled",
     (count(*) filter (where t.state = '${s.FULFILLED}'
       or (t.state not in (${changed}) and t.promise_due_on < $2::date)))::int as asked
   from stood t group by t.key order by t.key`,
);

/** How promises stood at the end of a day, by department or by kind. */
export async function commitmentStatistics(
  context: Context,
  by: CommitmentDimension,
  asOf: Day | null,
): Promise<CommitmentStatistic[]> {
  const day = dayAsked(context, asOf);
  const byDepartment = by === CommitmentDimension.DEPARTMENT;
  const rows = await context.reads.rows(counted, [endOfDay(day), day, byDepartment]);
  // were only the small rows withheld, the others subtracted from a total would show them
  const ofFew = rows.some((row) => row.ofFew);
  return rows.map(({ key, asked, ...numbers }) => ({
    ...{ ...numbers, ofFew },
    department: byDepartment ? context.reference(departments).get(key)! : null,
    kind: byDepartment ? null : (key as BenefitKind),
    fulfilmentRate: percent(numbers.fulfilled, asked),
  }));
}
