import { sql } from 'kysely';
import { Purpose } from '../access/purpose.js';
import { thePlatform } from '../access/viewer.js';
import type { Acting } from '../context.js';
import { actingAt, type Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { Refusal } from '../messages/refusal.js';
import { graveInForceSql, recordInForceSql } from '../records/record-in-force.js';
import { inForceSql } from '../restrictions/in-force.js';
import { factsWithin } from './fast-track.reads.js';
import { FastTrackProposer, type FastTrackRule } from './fast-track-rule.entity.js';
import { fastTrackRules } from './fast-track-rule.reads.js';
import { FastTrackGrant } from './grant.entity.js';
import { dueStep, propose, tendGrant } from './grant.service.js';
import { openGrantStates } from './grant.states.js';
import { GrantRound } from './grant-round.entity.js';
import { overdueSql } from './tolerance-overdue.js';

/** So many entities are looked at in a round of one rule: a round comes every minute, and other jobs wait for it. */
const atOnce = 200;

const firstId = '00000000-0000-0000-0000-000000000000';

/**
 * Takes the platform's own steps of grants: what was announced comes into force, what something stands against is suspended,
 * what nothing stands against any more is restored. The answers to clerks do not wait for it: they look at the records.
 */
export const grantJob = (means: Means): Job => ({
  name: 'fast-track grants',
  run: async (now, { rehearsed }) => {
    const acting = () => actingAt(means, now, thePlatform, rehearsed);
    const ids = await toTend(acting(), rehearsed);
    const failures: unknown[] = [];
    let did = 0;
    for (let from = 0; from < ids.length; from += atOnce) {
      for (const id of await withStep(acting(), ids.slice(from, from + atOnce))) {
        await tendGrant(acting(), id).then(
          (done) => {
            if (done) did++;
          },
          (error: unknown) => failures.push(error),
        );
      }
    }
    if (failures.length > 0) throw failures[0];
    return did;
  },
});

/** Those of them of which there is a step to take: most of what is suspended stays so, and needs no lock. */
async function withStep(acting: Acting, ids: readonly string[]): Promise<string[]> {
  const { em } = acting;
  const grants = await em.find(FastTrackGrant, { id: { $in: [...ids] } });
  const facts = await factsWithin(em, acting, [...new Set(grants.map(({ entityId }) => entityId))]);
  return grants.filter((grant) => dueStep(acting, grant, facts.get(grant.entityId)!).step !== null).map(({ id }) => id);
}

/**
 * The grants of which something may be to do: that are due, that are suspended, or of an entity of which something stands
 * against them. What the grade of an entity takes is found with the grade of the night.
 */
async function toTend(acting: Acting, rehearsed: boolean): Promise<string[]> {
  const { em, today } = acting;
  const { rows } = await sql<{ id: string }>`
    select g.id from fast_track_grant g join legal_entity e on e.id = g.entity_id
      cross join (select ${today}::date as day) current
    where (${rehearsed} or not g.rehearsed) and (
      g.state in ('PROPOSED', 'OBJECTED', 'ACTIVE', 'SUSPENDED', 'DISPUTED') and g.due_on < ${today}::date
        and (g.escalated_at is null or g.state in ('PROPOSED', 'ACTIVE', 'SUSPENDED'))
      or g.state = 'SUSPENDED'
      or g.state in ('ACTIVE', 'DISPUTED') and (
        e.status in ('SUSPENDED', 'REVOKED', 'DEREGISTERED')
        or exists (select from tolerant_acceptance t where t.entity_id = e.id and ${sql.raw(overdueSql('t', 'current.day'))})
        or ${sql.raw(graveInForceSql('e.id', 'current.day'))}
        or not exists (select from credit_record r join fast_track_rule f on f.code = g.rule_code
          where r.entity_id = e.id and ${sql.raw(recordInForceSql('r', 'current.day'))}
            and (f.items = '{}' or r.item_code = any(f.items)))
        or exists (select from restriction x where x.entity_id = e.id and '${sql.raw(Purpose.FAST_TRACK)}' = any(x.matters)
          and ${sql.raw(inForceSql('x', 'current.day'))})
        or coalesce((select c.grade > g.least_grade from credit_grade c where c.entity_id = e.id and (${rehearsed} or not c.rehearsed)
          order by c.evaluated_on desc, c.recorded_at desc limit 1), false)
      )
    ) order by g.id`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/** Proposes grants under the rules by which the platform does: every entity that may meet one is looked at once a day. */
export const grantProposalJob = (means: Means): Job => ({
  name: 'fast-track proposals',
  run: async (now, { rehearsed }) => {
    const acting = () => actingAt(means, now, thePlatform, rehearsed);
    const { reference, today } = acting();
    const rules = [...reference(fastTrackRules).values()].filter(
      ({ proposer, inForceFrom }) => proposer === FastTrackProposer.RULE && inForceFrom <= today,
    );
    let did = 0;
    for (const rule of rules) did += await roundOf(acting, rule);
    return did;
  },
});

async function roundOf(acting: () => Acting, rule: FastTrackRule): Promise<number> {
  const { em, today } = acting();
  const round = await em.findOne(GrantRound, { ruleCode: rule.code });
  if (round?.on === today && round.after === null) return 0;
  const after = round?.on === today ? round.after! : firstId;
  const found = await candidates(acting(), rule, after);
  let did = 0;
  for (const id of found) if (await proposed(acting(), id, rule)) did++;
  const next = { ruleCode: rule.code, on: today, after: found.length < atOnce ? null : found.at(-1)! };
  await em.upsert(GrantRound, next);
  return did;
}

/**
 * Entities with a record that the rule asks for, nothing that stands against it and no open grant of it. Whom the last night found
 * below the least grade is not looked at; whom no night has seen yet is.
 */
async function candidates(acting: Acting, rule: FastTrackRule, after: string): Promise<string[]> {
  const { em, today } = acting;
  const { rows } = await sql<{ id: string }>`
    select e.id from legal_entity e cross join (select ${today}::date as day) current
    where e.id > ${after}::uuid and e.status not in ('SUSPENDED', 'REVOKED', 'DEREGISTERED')
      and exists (select from credit_record r
        where r.entity_id = e.id and ${sql.raw(recordInForceSql('r', 'current.day'))} and r.item_code = any(${rule.items}::text[]))
      and not ${sql.raw(graveInForceSql('e.id', 'current.day'))}
      and not exists (select from fast_track_grant g where g.entity_id = e.id and g.rule_code = ${rule.code}
        and (g.state = any(${openGrantStates}::text[])
          -- what was refused or lost is not proposed again at once
          or g.state in ('REFUSED', 'LAPSED', 'REVOKED', 'RENOUNCED') and g.filed_on > ${today}::date - 90))
      and coalesce((select c.grade <= ${rule.leastGrade} from credit_grade c where c.entity_id = e.id and not c.rehearsed
        order by c.evaluated_on desc, c.recorded_at desc, c.id desc limit 1), true)
    order by e.id limit ${atOnce}`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/** Proposes it, unless the grade is too low or somebody was faster. */
async function proposed(acting: Acting, entityId: string, rule: FastTrackRule): Promise<boolean> {
  try {
    const terms = { rule, proposerCode: null, departments: rule.departments, serviceItems: [], reason: null };
    await acting.em.transactional((em) => propose(em, acting, entityId, terms));
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
