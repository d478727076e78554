import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { settledStates } from '../arrears/arrears.states.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import { Severity } from '../catalogue/catalogue-item.entity.js';
import { CommitmentState } from '../commitments/commitment.states.js';
import type { Context } from '../context.js';
import { batch } from '../database/loader.js';
import { asGiven, statement } from '../database/reads.js';
import type { CreditRecord } from '../records/credit-record.entity.js';
import { repairableFrom } from '../records/publicity.rules.js';
import { screeningOf } from '../screening/screened-records.js';
import type { RepairFacts } from './repair-eligibility.rules.js';

/** What is known of a record and its entity when somebody asks for repair; read within the unit of work that decides. */
export async function factsForRepair(
  em: EntityManager,
  { reference, today }: Pick<Context, 'reference' | 'today'>,
  record: Pick<CreditRecord, 'id' | 'entityId' | 'itemId' | 'severity' | 'determinedOn' | 'state'>,
): Promise<RepairFacts> {
  const { polarity, repairExclusion } = reference(catalogue).edition(record.itemId);
  const { rows } = await sql<Pick<RepairFacts, 'bannedUntil' | 'openApplication' | 'openDuty'>>`
    select
      (select max(b.until)::text from repair_ban b where b.entity_id = ${record.entityId} and b.until >= ${today}::date) as "bannedUntil",
      (select a.number from repair_application a where a.record_id = ${record.id} and a.awaits is not null limit 1) as "openApplication",
      (select c.number from arrears_case c where c.record_id = ${record.id}
         and c.state not in (${sql.join(settledStates)})
       union all
       select p.number from policy_commitment p where p.finding_record_id = ${record.id} and p.state <> ${CommitmentState.FULFILLED}
       limit 1) as "openDuty"`.execute(em.getKysely());
  return {
    polarity,
    severity: record.severity,
    state: record.state,
    repairableFrom: repairableFrom(record.determinedOn, record.severity ?? Severity.GENERAL),
    exclusion: repairExclusion,
    screening: await screeningOf(em, record.id),
    ...rows[0]!,
  };
}

const refused = statement<{ recordId: string }>(
  'repairRefusedBefore',
  `select distinct a.record_id as "recordId" from repair_application a
   where a.record_id = any(${asGiven('$1::uuid[]')}) and a.state = 'REFUSED'`,
);

/** Whether the repair of records was refused before, by their ids: for lists. */
export const refusedBefore = batch<Context, string, boolean>(async ({ reads }, ids) => {
  const found = new Set((await reads.rows(refused, [ids])).map(({ recordId }) => recordId));
  return ids.map((id) => found.has(id));
});

/** Whether a case about the record is contested: an objection to it is open, or another application for it was refused. */
export async function isContested(
  em: EntityManager,
  { id, disputed }: Pick<CreditRecord, 'id' | 'disputed'>,
  application: string,
): Promise<boolean> {
  if (disputed) return true;
  const { rows } = await sql`
    select from repair_application a where a.record_id = ${id} and a.state = 'REFUSED' and a.id <> ${application} limit 1`.execute(
    em.getKysely(),
  );
  return rows.length > 0;
}
