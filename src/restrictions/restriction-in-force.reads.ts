import type { Purpose } from '../access/purpose.js';
import { isItself } from '../access/viewer.js';
import { Disclosure } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import { Polarity } from '../catalogue/catalogue-item.entity.js';
import type { Context } from '../context.js';
import { batch } from '../database/loader.js';
import { asGiven, statement } from '../database/reads.js';
import { departments } from '../departments/department.reads.js';
import { type DishonestyItem, measures } from '../dishonesty/measures.js';
import { Refusal } from '../messages/refusal.js';
import { publicationOf } from '../records/publication.rules.js';
import { visibility } from '../records/record.reads.js';
import { recordInForceSql } from '../records/record-in-force.js';
import { visibilityAsked, visibleAsked } from '../records/record-texts.js';
import { tellLeftOut } from '../records/records-left-out.js';
import { type EntityRow, entityColumns } from '../registry/legal-entity.reads.js';
import { measureList } from './punishment-measure.reads.js';
import { RestrictionState } from './restriction.states.js';
import type { RestrictionCheck, RestrictionInForce } from './restriction-in-force.js';

/** What is in force, with its record. */
interface Found {
  /** Id of the case; null: the record bears its measures by itself, and all that is the case's is null as well. */
  readonly id: string | null;
  readonly entityId: string;
  readonly number: string;
  readonly measureCode: string;
  readonly measureEdition: string;
  readonly matters: readonly Purpose[];
  readonly legalBasis: string;
  readonly unitCode: string;
  readonly until: Day;
  readonly recordId: string;
  readonly itemId: string;
  readonly itemCode: string;
  readonly naturalPerson: boolean;
  readonly publicFrom: Day | null;
  readonly publicUntil: Day | null;
}

const ofRecord = `r.entity_id as "entityId", r.id as "recordId", r.item_id as "itemId", r.item_code as "itemCode",
  r.natural_person as "naturalPerson", r.public_from as "publicFrom", r.public_until as "publicUntil"`;

const bearing = Object.keys(measures)
  .map((item) => `'${item}'`)
  .join(', ');

// The record is joined: what ends it, or hides it from the viewer, ends or hides the restriction. `inForceSql` says the same alone
const recordCounts = `${recordInForceSql('r', 'asked.p4')} and ${visibleAsked}`;

// what is imposed, and records that bear measures by themselves; each record is joined once, with all that hides it
const inForceOf = (entity: string): string => `
  select x.id, x.number, x.measure_code as "measureCode", x.measure_edition as "measureEdition", x.matters,
    x.legal_basis as "legalBasis", x.executing_unit_code as "unitCode", x.until, ${ofRecord}
  from (
    select id, number, measure_code, measure_edition, matters, legal_basis, executing_unit_code, until, record_id
    from restriction where entity_id = ${entity} and state = '${RestrictionState.IMPOSED}' and until >= asked.p4
    union all
    select null, null, null, null, null, null, null, null, b.id
    from credit_record b where b.entity_id = ${entity} and b.item_code in (${bearing}) and b.superseded_at is null
  ) x join credit_record r on r.id = x.record_id where ${recordCounts}`;

const ofEntities = statement<Found>(
  'restrictionsInForceOfEntities',
  `select x.* from ${visibilityAsked} cross join unnest(${asGiven('$8::uuid[]')}) parent (id)
     cross join lateral (${inForceOf('parent.id')}) x
   order by x.number, x."recordId"`,
);

// the entity and what restricts it in one statement: a clerk waits for it
const atCounter = statement<EntityRow & { readonly restrictions: readonly Found[] | null }>(
  'restrictionsAtCounter',
  `select ${entityColumns}, (select json_agg(x order by x.number, x."recordId") from (${inForceOf('e.id')}) x) as restrictions
   from legal_entity e cross join ${visibilityAsked} where e.uscc = $8::text`,
);

/** As everybody is shown them: a record that bears measures by itself has as many as its item says. */
function shown({ reference, today }: Context, one: Found): RestrictionInForce[] {
  const list = reference(measureList);
  if (one.id !== null) {
    const measure = list.of(one.measureCode, one.measureEdition);
    const { id, number, matters, legalBasis, until, recordId } = one;
    const executingUnit = reference(departments).get(one.unitCode)!;
    const { title, object } = measure;
    return [{ id, number, title, measure, matters, legalBasis, executingUnit, object, until, recordId }];
  }
  return measures[one.itemCode as DishonestyItem].map(({ measure: title, basis, listCode, unitCode }, i) => {
    const measure = (listCode === null ? undefined : list.on(listCode, today)) ?? null;
    return {
      ...{ id: `${one.recordId}:${i + 1}`, number: null, title, measure, matters: measure?.matters ?? [] },
      ...{
        legalBasis: basis,
        executingUnit: reference(departments).get(unitCode)!,
        object: measure?.object ?? '被认定主体',
      },
      ...{ until: one.publicUntil, recordId: one.recordId },
    };
  });
}

/** Enters into the readings what rests on records of which not everybody may know. */
function enter(context: Context, uscc: string, found: readonly Found[]): void {
  const { viewer, today, readings, reference } = context;
  if (isItself(viewer, uscc)) return;
  for (const one of found) {
    const isPublic =
      reference(catalogue).edition(one.itemId).disclosure === Disclosure.PUBLIC &&
      publicationOf({ ...one, state: 'EFFECTIVE' }, today) === 'PUBLISHED';
    if (!isPublic) readings.record(one.entityId, one.itemCode, one.recordId);
  }
}

const foundOfEntity = batch<Context, string, readonly Found[]>(async (context, ids) => {
  const rows = await context.reads.rows(ofEntities, [...visibility(context), ids]);
  const byEntity = Map.groupBy(rows, ({ entityId }) => entityId);
  return ids.map((id) => byEntity.get(id) ?? []);
});

type Path = Parameters<typeof tellLeftOut>[1];

const adverse = { polarity: Polarity.ADVERSE };

/** The restrictions of an entity that are in force and of whose records the viewer may know; what is left out is told. */
export async function restrictionsOfEntity(
  context: Context,
  path: Path,
  entity: EntityRow,
): Promise<RestrictionInForce[]> {
  const found = await context.load(foundOfEntity, entity.id);
  await tellLeftOut(context, path, adverse, entity, true);
  enter(context, entity.uscc, found);
  return found.flatMap((one) => shown(context, one));
}

/**
 * What a department is told at its counter of one entity and one matter, in one statement.
 *
 * @throws Refusal RESTRICTION_ENTITY_UNKNOWN
 */
export async function restrictionCheck(
  context: Context,
  path: Path,
  uscc: string,
  matter: Purpose,
): Promise<RestrictionCheck> {
  await context.budget.spend([uscc]);
  const entity = await context.reads.row(atCounter, [...visibility(context), uscc]);
  if (!entity) throw new Refusal('RESTRICTION_ENTITY_UNKNOWN', { uscc });
  await tellLeftOut(context, path, adverse, entity, true);
  const counting = (entity.restrictions ?? []).map((one) => ({
    one,
    counts: shown(context, one).filter(({ matters }) => matters.includes(matter)),
  }));
  const restrictions = counting.flatMap(({ counts }) => counts);
  enter(
    context,
    uscc,
    counting.filter(({ counts }) => counts.length > 0).map(({ one }) => one),
  );
  return { entity, matter, restricted: restrictions.length > 0, restrictions, checkedAt: context.now };
}
