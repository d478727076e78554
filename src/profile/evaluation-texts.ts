import { besides, counts, gradedValue } from './weighed-texts.js';

/** Which items a rule looks at: those it names, or those of its class and polarity. SQL, for the rule `u` and the item `i`. */
export const ruleItem = `(cardinality(u.named) = 0 or i.code = any(u.named))
  and (u.class is null or i.class = u.class) and (u.polarity is null or i.polarity = u.polarity)`;

/** What `evaluateNext` answers. */
export interface EvaluatedSlice {
  /** The last entity of the slice. */
  readonly last: string | null;
  /** How many entities the slice has, and how many of them are graded at all. */
  readonly seen: number;
  readonly entities: number;
  /** How many came out otherwise than before. */
  readonly changed: number;
}

const day = '(select day from asked)';

// A new id that grows with time (UUID version 7, RFC 9562): PostgreSQL makes them itself from 18 on only
const idAt = (instant: string): string => `(lpad(to_hex((extract(epoch from ${instant}) * 1000)::bigint), 12, '0')
  || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid`;

// $1 the day, $2 the instant, $3 the edition, $4 the entity after which the slice begins, $5 its length, $6 the kinds of
// entity that are graded, $7 the least scores of A, B and C, $8 whether it is a rehearsal

const slice = `asked as materialized (select $1::date as day), slice as materialized (
    select e.id, e.kind from legal_entity e where $4::uuid is null or e.id > $4::uuid order by e.id limit $5::int
  ), subject as materialized (select s.id from slice s where s.kind = any($6::text[]))`;

const fired = `rule_item as materialized (
    select distinct u.code, u.position, u.dimension, u.severity, u.values, u.months, u.points, u.most, u.ceiling,
      i.code as item_code
    from evaluation_rule u join catalogue_item i on ${ruleItem} where u.edition_code = $3::text
  ), weighed as materialized (
    select r.entity_id, r.id, r.item_code, r.severity, r.determined_on, ${gradedValue} as value
    from subject s cross join lateral (
      -- entity by entity from the index, however large the table is taken to be
      select * from credit_record one where one.entity_id = s.id and one.superseded_at is null offset 0
    ) r ${besides}
    where ${counts(day)}
  ), fired as materialized (
    select w.entity_id, u.code, u.position, u.dimension, u.ceiling, u.points * least(count(*), u.most)::int as points,
      jsonb_agg(w.id order by w.determined_on desc, w.id desc) as records
    from weighed w join rule_item u on u.item_code = w.item_code
    where (u.severity is null or u.severity = w.severity)
      and (cardinality(u.values) = 0 or w.value = any(u.values))
      and (u.months is null or (w.determined_on + make_interval(months => u.months))::date >= ${day})
    group by w.entity_id, u.code, u.position, u.dimension, u.ceiling, u.points, u.most
  )`;

// a dimension of which nothing fired has its base; the others are told by how far they are from it
const scored = `moved as (
    select f.entity_id, d.weight * (greatest(0, least(100, d.base + sum(f.points))) - d.base) as score
    from fired f join evaluation_dimension d on d.edition_code = $3::text and d.code = f.dimension
    group by f.entity_id, d.code, d.weight, d.base
  ), moved_by as (
    select m.entity_id, sum(m.score)::int as score from moved m group by m.entity_id
  ), told as (
    select f.entity_id, max(f.ceiling) as ceiling, jsonb_agg(
      jsonb_build_object('rule', f.code, 'records', f.records, 'points', f.points) order by f.position) as fired
    from fired f group by f.entity_id
  ), scored as (
    select s.id, (select sum(d.weight * d.base) from evaluation_dimension d where d.edition_code = $3::text)::int
        + coalesce(m.score, 0) as score, t.ceiling, coalesce(t.fired, '[]') as fired
    from subject s left join moved_by m on m.entity_id = s.id left join told t on t.entity_id = s.id
  ), graded as (
    select s.id, s.score, s.fired, greatest(
        case when s.score >= ($7::int[])[1] then 'A' when s.score >= ($7::int[])[2] then 'B'
          when s.score >= ($7::int[])[3] then 'C' else 'D' end, s.ceiling) as grade
    from scored s
  )`;

const added = `added as (
    insert into credit_grade (id, entity_id, evaluated_on, recorded_at, edition, grade, score, fired, rehearsed)
    select ${idAt('$2::timestamptz')}, s.id, $1::date, $2::timestamptz, $3::text, s.grade, s.score, s.fired, $8::boolean
    from graded s left join lateral (
      select c.edition, c.grade, c.score from credit_grade c
      where c.entity_id = s.id and c.evaluated_on <= $1::date and (not c.rehearsed or $8::boolean)
      order by c.evaluated_on desc, c.recorded_at desc, c.id desc limit 1
    ) before on true
    where (before.edition, before.grade, before.score) is distinct from ($3::text, s.grade, s.score)
    returning 1
  )`;

/**
 * The evaluation of `evaluation.rules.ts` for many entities at once, in whole numbers, so that both say the same. A row is
 * added where grade, score or edition is another than what was found last: where nobody found anything, all three are.
 */
export const evaluateNext = `with ${slice}, ${fired}, ${scored}, ${added}
  select (select id from slice order by id desc limit 1) as last, (select count(*) from slice)::int as seen,
    (select count(*) from subject)::int as entities, (select count(*) from added)::int as changed`;
