import { Role } from '../access/words.js';
import { arrearsWorkflow } from '../arrears/arrears.workflow.js';
import { commitmentStates } from '../commitments/commitment.states.js';
import type { Context } from '../context.js';
import { correctionWorkflow } from '../corrections/correction.workflow.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { statement } from '../database/reads.js';
import { disclosureWorkflow } from '../disclosures/disclosure.workflow.js';
import { grantStates } from '../fast-track/grant.states.js';
import { toleranceStates } from '../fast-track/tolerance.states.js';
import { listingStates } from '../lists/listing.states.js';
import { objectionWorkflow } from '../objections/objection.workflow.js';
import { remainingSql } from '../procurement/balance.js';
import { PaymentState } from '../procurement/payment.words.js';
import { questionWorkflow } from '../readings/question.workflow.js';
import { repairWorkflow } from '../repair/repair.workflow.js';
import { restrictionStates } from '../restrictions/restriction.states.js';
import { awaited, dataAuthority } from '../sharing/sharing.rules.js';
import { type SharingParty, sharingWorkflow } from '../sharing/sharing.workflow.js';
import { addressee } from '../workflow/addressee.js';
import type { Workflow } from '../workflow/workflow.js';
import type { TaskFilter } from './task.inputs.js';
import { type Task, type TaskCount, TaskKind } from './task.js';

const states = (party: SharingParty): string =>
  Object.entries(awaited)
    .flatMap(([state, whom]) => (whom === party ? [`'${state}'`] : []))
    .join(', ');

// Whom each case waits for, in one form; cases of the engine keep it in a column. A webhook is a person's concern when it is late
const all = `
  select 'REPAIR' as kind, r.id, r.number, r.state, r.awaits, least(r.due_on, r.result_due_on) as due, r.escalated_at
  from repair_application r where r.awaits is not null and ($1::text is null or r.awaits = $1)
  union all
  select 'OBJECTION', o.id, o.number, o.state, o.awaits, o.due_on, o.escalated_at
  from objection o where o.awaits is not null and ($1 is null or o.awaits = $1)
  union all
  select 'ARREARS', a.id, a.number, a.state, a.awaits, least(a.due_on, a.result_due_on), a.escalated_at
  from arrears_case a where a.awaits is not null and ($1 is null or a.awaits = $1)
  union all
  select 'COMMITMENT', p.id, p.number, p.state, p.awaits, p.due_on, p.escalated_at
  from policy_commitment p where p.awaits is not null and ($1 is null or p.awaits = $1)
  union all
  select 'LISTING', l.id, l.number, l.state, l.awaits, l.due_on, l.escalated_at
  from list_entry l where l.awaits is not null and ($1 is null or l.awaits = $1)
  union all
  select 'FAST_TRACK_GRANT', f.id, f.number, f.state, f.awaits, f.due_on, f.escalated_at
  from fast_track_grant f where f.awaits is not null and ($1 is null or f.awaits = $1)
  union all
  select 'TOLERANCE', l.id, l.number, l.state, l.awaits, l.due_on, l.escalated_at
  from tolerant_acceptance l where l.awaits is not null and ($1 is null or l.awaits = $1)
  union all
  select 'SHARING', s.id, s.number, s.state, case
      when s.state in (${states('PROVIDER')}) then 'DEPARTMENT:' || s.provider_code
      when s.state in (${states('REQUESTER')}) then 'DEPARTMENT:' || s.requester_code
      when '${dataAuthority}' in (s.provider_code, s.requester_code) then '${Role.CREDIT_CENTRE}'
      else 'DEPARTMENT:${dataAuthority}' end, s.due_on, null
  from sharing_request s where s.state in (${states('PROVIDER')}, ${states('REQUESTER')}, ${states('AUTHORITY')})
  union all
  select 'CORRECTION', c.id, c.number, c.state, 'DEPARTMENT:' || c.provider_code, c.due_on, null
  from correction c where c.answered_at is null
  union all
  select 'READING_QUESTION', q.id, null, q.state, case
      when q.state = 'REFERRED' then '${Role.SUPERVISOR}'
      when q.reader_role = '${Role.DEPARTMENT}' then 'DEPARTMENT:' || q.reader_department
      else q.reader_role end, q.due_on, null
  from reading_question q where q.state in ('ASKED', 'ESCALATED', 'REFERRED')
  union all
  select 'DELIVERY', d.id, c.code, case when d.last_fault is null then 'PENDING' else 'FAILED' end,
    case when c.url is null and c.department_code is not null then 'DEPARTMENT:' || c.department_code
      else '${Role.CREDIT_CENTRE}' end, d.due_on, null
  from delivery d join consumer c on c.code = d.consumer_code
  where d.acknowledged_at is null and c.active and (c.url is null or d.due_on < $2::date)
  union all
  select 'PAYMENT', p.id, c.number, 'WARNED',
    case when c.buyer_code is null then 'ENTERPRISE:' || c.buyer_uscc else 'DEPARTMENT:' || c.buyer_code end,
    coalesce(p.due_on, p.last_day), null
  from payable p join public_contract c on c.id = p.contract_id
  where p.warned_at is not null and p.case_id is null
    and ($1 is null or $1 = case when c.buyer_code is null then 'ENTERPRISE:' || c.buyer_uscc else 'DEPARTMENT:' || c.buyer_code end)
    and ${remainingSql} > 0
  union all
  select 'PAYMENT', y.id, c.number, y.state, 'ENTERPRISE:' || c.supplier_uscc, null, null
  from payment y join public_contract c on c.id = y.contract_id
  where y.state = '${PaymentState.REPORTED}' and y.case_id is null
  union all
  select 'DISCLOSURE', a.id, a.number, a.state, a.awaits, a.due_on, a.escalated_at
  from arrears_disclosure a where a.awaits is not null and ($1 is null or a.awaits = $1)
  union all
  select 'RESTRICTION', x.id, x.number, x.state, x.awaits, x.due_on, x.escalated_at
  from restriction x where x.awaits is not null and ($1 is null or x.awaits = $1)`;

// $1 whose (null: everybody's), $2 today, $3 kind, $4 whether only what is late
const wanted = `select t.* from (${all}) t where ($1 is null or t.awaits = $1) and ($3::text is null or t.kind = $3)
  and (not $4::boolean or t.due < $2::date)`;

const listed = statement<Task & { due: string }>(
  'tasksListed',
  `select t.kind, t.id, t.number, t.state, t.awaits, t.due as "dueOn", coalesce(t.due < $2::date, false) as overdue,
     t.escalated_at as "escalatedAt", coalesce(t.due::text, 'infinity') as due
   from (${wanted}) t where (coalesce(t.due, 'infinity'), t.id) > ($5::date, $6::uuid)
   order by coalesce(t.due, 'infinity'), t.id limit $7`,
);

const listedCount = statement<{ count: number }>(
  'tasksListedCount',
  `select count(*)::int as count from (${wanted}) t`,
);

const counted = statement<TaskCount>(
  'tasksCounted',
  `select t.kind, t.state, count(*)::int as count, (count(*) filter (where t.due < $2::date))::int as overdue
   from (${wanted}) t group by t.kind, t.state order by overdue desc, t.kind, t.state`,
);

/** What the states of each kind mean. */
const statesOf: Readonly<Record<TaskKind, Workflow['states']>> = {
  REPAIR: repairWorkflow.states,
  OBJECTION: objectionWorkflow.states,
  ARREARS: arrearsWorkflow.states,
  COMMITMENT: commitmentStates,
  LISTING: listingStates,
  FAST_TRACK_GRANT: grantStates,
  TOLERANCE: toleranceStates,
  SHARING: sharingWorkflow.states,
  CORRECTION: correctionWorkflow.states,
  READING_QUESTION: questionWorkflow.states,
  DELIVERY: {
    PENDING: { en: 'Told, not acknowledged yet', zh: '已通知，待回执' },
    FAILED: { en: 'The last try to tell it failed', zh: '最近一次通知失败' },
  },
  PAYMENT: {
    WARNED: { en: 'Due soon or over, not paid', zh: '即将到期或已到期，待付款' },
    REPORTED: { en: 'The buyer says that it has paid: the supplier is to confirm', zh: '采购方已登记付款，待确认到账' },
  },
  DISCLOSURE: disclosureWorkflow.states,
  RESTRICTION: restrictionStates,
};

/** What is asked: of the supervisor everybody's late acts and its own, of others their own. */
function asked({ viewer, today }: Context, { kind = null, overdue, awaits = null }: TaskFilter): unknown[] {
  const supervisor = viewer.role === Role.SUPERVISOR;
  const whose = supervisor ? awaits : (addressee(viewer) ?? '-');
  return [whose, today, kind, overdue ?? (supervisor && awaits === null)];
}

/** What waits for the viewer, the most urgent first: what is late stands in front. */
export async function tasksPage(context: Context, filter: TaskFilter, request: PageRequest): Promise<Connection<Task>> {
  const page = pageOf(request, 'tasks', filter);
  const wants = asked(context, filter);
  const after = page.after ?? ['-infinity', '00000000-0000-0000-0000-000000000000'];
  const rows = await context.reads.rows(listed, [...wants, ...after, page.first + 1]);
  for (const row of rows) row.says = statesOf[row.kind][row.state]![context.language];
  const count = async () => (await context.reads.row(listedCount, wants))!.count;
  return connection(page, rows, ({ due, id }) => [due, id], count);
}

/** How many acts wait for the viewer, by kind and state. */
export const taskCounts = (context: Context, filter: TaskFilter): Promise<TaskCount[]> =>
  context.reads.rows(counted, asked(context, filter));
