import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { SharingAttribute } from '../access/words.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import { Polarity, type Severity } from '../catalogue/catalogue-item.entity.js';
import type { Acting, Context } from '../context.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, statement } from '../database/reads.js';
import { evaluationEditions, weighedSql } from '../profile/evaluation.reads.js';
import { evaluate, type WeighedRecord } from '../profile/evaluation.rules.js';
import type { FastTrackFacts, GrantAtHand } from './fast-track.rules.js';
import type { FastTrackRule } from './fast-track-rule.entity.js';
import { fastTrackRules } from './fast-track-rule.reads.js';
import { openGrantStates } from './grant.states.js';
import { ToleranceState } from './tolerance.states.js';

/** The facts as the database gives them. */
type Stored = Omit<FastTrackFacts, 'grade' | 'adverse' | 'favourable'> & {
  readonly weighed: readonly WeighedRecord[];
  readonly records: readonly { readonly id: string; readonly itemCode: string; readonly severity: Severity | null }[];
};

const open = openGrantStates.map((state) => `'${state}'`).join(', ');

const columnsOf = (alias: string, columns: Readonly<Record<keyof GrantAtHand, string>>): string =>
  Object.entries(columns)
    .map(([name, column]) => `'${name}', ${column.replaceAll('.', `${alias}.`)}`)
    .join(', ');

const grantAtHand = columnsOf('g', {
  ...{ id: '.id', number: '.number', state: '.state', ruleCode: '.rule_code', benefits: '.benefits' },
  ...{ leastGrade: '.least_grade', departments: '.departments', serviceItems: '.service_items' },
  ...{ liveLimit: '.live_limit', validUntil: '.valid_until', dueOn: '.due_on' },
  live: '(select count(*) from tolerant_acceptance where grant_id = .id and awaits is not null)',
});

// $2 today, $3 adverse items, $4 favourable items. Everything that decides in one statement: a clerk waits for it
const factsText = (where: string): string => `
  select e.id as "entityId", e.uscc, e.name, e.status, ${weighedSql('e.id', '$2::date')} as weighed,
    coalesce((select json_agg(json_build_object('id', r.id, 'itemCode', r.item_code, 'severity', r.severity)
        order by r.determined_on desc, r.id desc)
      from credit_record r where r.entity_id = e.id and r.superseded_at is null and r.state = 'EFFECTIVE'
        and coalesce(r.public_until >= $2::date, true)
        and (r.severity in ('GENERAL', 'SERIOUS') and r.item_code = any(${asGiven('$3::text[]')})
          or r.item_code = any(${asGiven('$4::text[]')}))), '[]') as records,
    coalesce((select json_agg(json_build_object(${grantAtHand}) order by g.id)
      from fast_track_grant g where g.entity_id = e.id and g.state in (${open})), '[]') as grants,
    coalesce((select json_agg(json_build_object('number', t.number) order by t.id)
      from tolerant_acceptance t where t.entity_id = e.id and t.state = '${ToleranceState.OVERDUE}'), '[]') as overdue,
    '[]'::json as restrictions
  from legal_entity e where ${where}`;

const byCode = statement<Stored>('fastTrackFacts', factsText(`e.uscc = any(${asGiven('$1::text[]')})`));
const byId = statement<Stored>('fastTrackFactsById', factsText(`e.id = any(${asGiven('$1::uuid[]')})`));

type Knowing = Pick<Acting, 'reference' | 'today'>;

const worked = new WeakMap<Catalogue, WeakMap<ReadonlyMap<string, FastTrackRule>, [string[], string[]]>>();

/** Codes of the items that decide: adverse ones that departments share at all, and those that a rule asks for. */
function deciding({ reference }: Knowing): [adverse: string[], favourable: string[]] {
  const [items, rules] = [reference(catalogue), reference(fastTrackRules)];
  const byRules = worked.get(items) ?? new WeakMap<ReadonlyMap<string, FastTrackRule>, [string[], string[]]>();
  worked.set(items, byRules);
  let codes = byRules.get(rules);
  if (!codes) {
    const adverse = items.items
      .filter(({ polarity, sharing }) => polarity === Polarity.ADVERSE && sharing !== SharingAttribute.NONE)
      .map(({ code }) => code);
    codes = [[...new Set(adverse)], [...new Set([...rules.values()].flatMap((rule) => rule.items))]];
    byRules.set(rules, codes);
  }
  return codes;
}

/** Codes of the adverse items that decide. */
export const adverseItems = (knowing: Knowing): readonly string[] => deciding(knowing)[0];

function factsFrom({ weighed, records, ...facts }: Stored, { reference, today }: Knowing): FastTrackFacts {
  const edition = reference(evaluationEditions).on(today);
  const adverse = adverseItems({ reference, today });
  const against = records.filter(({ itemCode }) => adverse.includes(itemCode));
  return {
    ...facts,
    grade: edition ? evaluate(edition, weighed, today).grade : null,
    adverse: against as FastTrackFacts['adverse'],
    favourable: records.filter((record) => !against.includes(record)),
  };
}

/** What decides on the fast track of the entity with a code, or null. Asking costs, whether or not there is one. */
export const factsByCode = batch<Context, string, FastTrackFacts | null>(async (context, codes) => {
  await context.budget.spend(codes);
  const rows = await context.reads.rows(byCode, [codes, context.today, ...deciding(context)]);
  const facts = rows.map((row) => factsFrom(row, context));
  return inOrder(codes, facts, ({ uscc }) => uscc);
});

/** What decides on the fast track of the entity with an id, for what is already shown of it. */
export const factsById = batch<Context, string, FastTrackFacts>(async (context, ids) => {
  const rows = await context.reads.rows(byId, [ids, context.today, ...deciding(context)]);
  const facts = new Map(rows.map((row) => [row.entityId, factsFrom(row, context)]));
  return ids.map((id) => facts.get(id)!);
});

/** What decides on the fast track of entities, by their ids, as the unit of work at hand sees it. */
export async function factsWithin(
  em: EntityManager,
  knowing: Knowing,
  entityIds: readonly string[],
): Promise<ReadonlyMap<string, FastTrackFacts>> {
  const query = CompiledQuery.raw(byId.text, [entityIds, knowing.today, ...deciding(knowing)]);
  const { rows } = await em.getKysely().executeQuery<Stored>(query);
  return new Map(rows.map((row) => [row.entityId, factsFrom(row as Stored, knowing)]));
}
