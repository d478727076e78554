import { endOfDay } from '../calendar/day.js';
import { CommitmentState } from '../commitments/commitment.states.js';
import type { Context } from '../context.js';
import { batch } from '../database/loader.js';
import { statement } from '../database/reads.js';
import type { CreditProfile } from './profile.js';
import type { PromisesMade } from './promises.js';

const s = CommitmentState;
const quoted = (...states: readonly CommitmentState[]): string => states.map((state) => `'${state}'`).join(', ');
const changed = quoted(s.LAWFULLY_CHANGED, s.COMPENSATION_REPORTED, s.COMPENSATED);

// By the last step that was taken until then. $1 the entities, $2 the instant
const counted = statement<PromisesMade & { readonly entityId: string }>(
  'promisesToEntities',
  `select t.entity_id as "entityId", count(*)::int as made,
     (count(*) filter (where t.state = '${s.FULFILLED}'))::int as kept,
     (count(*) filter (where t.state in (${changed})))::int as "lawfullyChanged",
     (count(*) filter (where t.state = '${s.DEFAULTED}'))::int as broken,
     (count(*) filter (where t.state not in ('${s.FULFILLED}', '${s.DEFAULTED}', ${changed})))::int as open
   from (
     select p.entity_id, last."to" as state from policy_commitment p
     join lateral (select c."to" from case_step c where c.case_id = p.id and c.at <= $2::timestamptz
       order by c.id desc limit 1) last on true
     where p.entity_id = any($1::uuid[])
   ) t where t.state not in (${quoted(s.REGISTERED, s.INVALID)}) group by t.entity_id`,
);

interface Asked {
  readonly id: string;
  readonly until: Date;
}

const promisesTo = batch<Context, Asked, PromisesMade>(
  async ({ reads }, wanted) => {
    const found = new Map<Asked, PromisesMade>();
    for (const group of Map.groupBy(wanted, ({ until }) => until.getTime()).values()) {
      const rows = await reads.rows(counted, [group.map(({ id }) => id), group[0]!.until]);
      for (const one of group) found.set(one, rows.find(({ entityId }) => entityId === one.id) ?? none);
    }
    return wanted.map((one) => found.get(one)!);
  },
  ({ id, until }) => `${id}:${until.getTime()}`,
);

const none: PromisesMade = { made: 0, kept: 0, lawfullyChanged: 0, broken: 0, open: 0 };

/** What became, by the moment of a profile, of what the city promised its entity. */
export function promisesOf(context: Context, { entity, asOf, knownAt }: CreditProfile): Promise<PromisesMade> {
  const end = endOfDay(asOf);
  return context.load(promisesTo, { id: entity.id, until: end < knownAt ? end : knownAt });
}
