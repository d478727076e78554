import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { Purpose } from '../access/purpose.js';
import { SharingAttribute } from '../access/words.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import { Polarity, Severity } from '../catalogue/catalogue-item.entity.js';
import type { Acting, Context } from '../context.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, listOf, statement } from '../database/reads.js';
import { type Editions, evaluationEditions } from '../profile/evaluation.reads.js';
import { evaluate, type WeighedRecord } from '../profile/evaluation.rules.js';
import { gradedValue } from '../profile/weighed-texts.js';
import { inForceSql } from '../restrictions/in-force.js';
import type { FastTrackFacts, GrantAtHand } from './fast-track.rules.js';
import type { FastTrackRule } from './fast-track-rule.entity.js';
import { fastTrackRules } from './fast-track-rule.reads.js';
import { openGrantStates } from './grant.states.js';
import { overdueSql } from './tolerance-overdue.js';

/** A record in force of an item that decides. */
interface Deciding extends WeighedRecord {
  readonly disputed: boolean;
}

/** The facts as the database gives them. */
type Stored = Omit<FastTrackFacts, 'grade' | 'adverse' | 'favourable'> & { readonly records: readonly Deciding[] };

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

// $2 today, $3 items that decide. Everything that decides in one statement, and the records in one look: a clerk waits for it
const factsText = (where: string): string => `
  select e.id as "entityId", e.uscc, e.name, e.status,
    coalesce((select json_agg(json_build_object('id', r.id, 'itemCode', r.item_code, 'severity', r.severity,
        'disputed', r.disputed, 'determinedOn', r.determined_on, 'value', ${gradedValue})
        order by r.determined_on desc, r.id desc)
      from credit_record r left join graded_field g on g.item_code = r.item_code
      where r.entity_id = e.id and r.superseded_at is null and r.state = 'EFFECTIVE' and r.determined_on <= $2::date
        and (r.public_until is null or r.public_until >= $2) and r.item_code = any(${asGiven('$3::text[]')})), '[]') as records,
    coalesce((select json_agg(json_build_object(${grantAtHand}) order by g.id)
      from fast_track_grant g where g.entity_id = e.id and g.state in (${open})), '[]') as grants,
    coalesce((select json_agg(json_build_object('number', t.number) order by t.id)
      from tolerant_acceptance t where t.entity_id = e.id and ${overdueSql('t', '$2::date')}), '[]') as overdue,
    coalesce((select json_agg(json_build_object('number', x.number,
        'record', json_build_object('id', x.record_id, 'itemCode', b.item_code)) order by x.id)
      from restriction x join credit_record b on b.id = x.record_id and b.superseded_at is null
      where x.entity_id = e.id and '${Purpose.FAST_TRACK}' = any(x.matters) and ${inForceSql('x', '$2::date')}), '[]') as restrictions
  from legal_entity e where ${where}`;

const byCode = statement<Stored>('fastTrackFacts', factsText(`e.uscc = any(${asGiven('$1::text[]')})`));
const byId = statement<Stored>('fastTrackFactsById', factsText(`e.id = any(${asGiven('$1::uuid[]')})`));

type Knowing = Pick<Acting, 'reference' | 'today'>;

/** Items that decide, by their codes. */
interface DecidingItems {
  /** Adverse ones that departments share at all. */
  readonly adverse: ReadonlySet<string>;
  /** Those that a rule of the fast track asks for. */
  readonly favourable: ReadonlySet<string>;
  readonly all: readonly string[];
}

const worked = new WeakMap<Catalogue, WeakMap<object, WeakMap<object, DecidingItems>>>();

/** Worked out once for a catalogue, the rules of the fast track and those of the evaluation. */
function deciding({ reference }: Pick<Acting, 'reference'>): DecidingItems {
  const [items, rules, editions] = [reference(catalogue), reference(fastTrackRules), reference(evaluationEditions)];
  const byRules = worked.get(items) ?? new WeakMap<object, WeakMap<object, DecidingItems>>();
  worked.set(items, byRules);
  const byEditions = byRules.get(rules) ?? new WeakMap<object, DecidingItems>();
  byRules.set(rules, byEditions);
  const known = byEditions.get(editions) ?? workOut(items, rules, editions);
  byEditions.set(editions, known);
  return known;
}

function workOut(
  { items }: Catalogue,
  rules: ReadonlyMap<string, FastTrackRule>,
  { all: editions }: Editions,
): DecidingItems {
  // what departments may not share decides nothing: an answer must not betray it
  const shared = items.filter(({ sharing }) => sharing !== SharingAttribute.NONE);
  const adverse = shared.filter(({ polarity }) => polarity === Polarity.ADVERSE).map(({ code }) => code);
  const favourable = [...rules.values()].flatMap((rule) => rule.items);
  const weighed = editions.flatMap((edition) => edition.rules.flatMap((rule) => rule.items));
  const known = new Set(shared.map(({ code }) => code));
  return {
    adverse: new Set(adverse),
    favourable: new Set(favourable),
    all: [...new Set([...adverse, ...favourable, ...weighed])].filter((code) => known.has(code)),
  };
}

const isGrave = ({ severity }: Deciding): boolean => severity === Severity.GENERAL || severity === Severity.SERIOUS;

function factsFrom({ records, ...facts }: Stored, { reference, today }: Knowing): FastTrackFacts {
  const edition = reference(evaluationEditions).on(today);
  const { adverse, favourable } = deciding({ reference });
  // a disputed record weighs nothing in the grade, and stands all the same
  const weighed = records.filter(({ disputed }) => !disputed);
  return {
    ...facts,
    grade: edition ? evaluate(edition, weighed, today).grade : null,
    adverse: records.filter((one) => adverse.has(one.itemCode) && isGrave(one)) as unknown as FastTrackFacts['adverse'],
    favourable: records.filter(({ itemCode }) => favourable.has(itemCode)),
  };
}

/** What decides on the fast track of the entity with a code, or null. Asking costs, whether or not there is one. */
export const factsByCode = batch<Context, string, FastTrackFacts | null>(async (context, codes) => {
  await context.budget.spend(codes);
  const rows = await context.reads.rows(byCode, [codes, context.today, listOf(deciding(context).all)]);
  const facts = rows.map((row) => factsFrom(row, context));
  return inOrder(codes, facts, ({ uscc }) => uscc);
});

/** What decides on the fast track of the entity with an id, for what is already shown of it. */
export const factsById = batch<Context, string, FastTrackFacts>(async (context, ids) => {
  const rows = await context.reads.rows(byId, [ids, context.today, listOf(deciding(context).all)]);
  const facts = new Map(rows.map((row) => [row.entityId, factsFrom(row, context)]));
  return ids.map((id) => facts.get(id)!);
});

/** What decides on the fast track of entities, by their ids, as the unit of work at hand sees it. */
export async function factsWithin(
  em: EntityManager,
  knowing: Knowing,
  entityIds: readonly string[],
): Promise<ReadonlyMap<string, FastTrackFacts>> {
  const query = CompiledQuery.raw(byId.text, [entityIds, knowing.today, listOf(deciding(knowing).all)]);
  const { rows } = await em.getKysely().executeQuery<Stored>(query);
  return new Map(rows.map((row) => [row.entityId, factsFrom(row as Stored, knowing)]));
}
