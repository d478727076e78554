import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { validate as isUuid, v7 as uuid } from 'uuid';
import type { Purpose } from '../access/purpose.js';
import { audit } from '../audit/audit.js';
import type { Context } from '../context.js';
import { mandates } from '../departments/mandate.reads.js';
import { type DishonestyItem, measures } from '../dishonesty/measures.js';
import { Refusal } from '../messages/refusal.js';
import { type EntityRow, entityByCode } from '../registry/legal-entity.reads.js';
import { needed, written } from '../workflow/written.js';
import { measureList } from './punishment-measure.reads.js';
import { Restriction } from './restriction.entity.js';
import { RestrictionOutcome } from './restriction.words.js';
import { RestrictionUse } from './restriction-use.entity.js';
import type { ReportRestrictionUseInput } from './restriction-use.inputs.js';

/** The longest number of a case, in characters. */
const longestNumber = 100;

/** A department reports how it used what it was told at its counter: 应用反馈. */
export async function reportRestrictionUse(
  context: Context,
  input: ReportRestrictionUseInput,
): Promise<RestrictionUse> {
  const { viewer, now, reference } = context;
  const { uscc, matter, outcome } = input;
  const named = written('restriction', input.restriction);
  const note = written('note', input.note);
  const caseNumber = needed('caseNumber', input.caseNumber);
  if (caseNumber.length > longestNumber) {
    throw new Refusal('TEXT_TOO_LONG', { field: 'caseNumber', length: caseNumber.length, most: longestNumber });
  }
  if ((outcome === RestrictionOutcome.NONE_FOUND) !== (named === null)) {
    throw new Refusal('RESTRICTION_USE_OUTCOME', { outcome });
  }
  if (outcome === RestrictionOutcome.NOT_APPLIED && note === null)
    throw new Refusal('STATEMENT_MISSING', { field: 'note' });
  if (!reference(mandates).covers(viewer, matter)) throw new Refusal('RESTRICTION_USE_MATTER', { matter });
  const entity = await context.load(entityByCode, uscc);
  if (!entity) throw new Refusal('RESTRICTION_ENTITY_UNKNOWN', { uscc });
  return context.em
    .transactional(async (em) => {
      const measure = named === null ? null : await measureNamed(context, em, entity, named, matter);
      const use = em.create(RestrictionUse, {
        ...{ id: uuid(), entityId: entity.id, uscc, matter, restriction: named, measure, caseNumber, outcome, note },
        ...{ departmentCode: viewer.department!, account: viewer.subject, reportedAt: now },
      });
      await em.persist(use).flush();
      audit(em, context, {
        deed: 'restriction.use',
        ...{ subjectType: 'RestrictionUse', subjectId: use.id },
        facts: { uscc, matter, restriction: named, outcome },
      });
      return use;
    })
    .catch(undoubled);
}

/**
 * What the restriction is called. Ids are opaque, so that only who was shown one can name it; it may have been lifted since, and how
 * it was used is told all the same.
 */
async function measureNamed(
  { reference, today }: Context,
  em: EntityManager,
  { id: entityId, uscc }: EntityRow,
  named: string,
  matter: Purpose,
): Promise<string> {
  const list = reference(measureList);
  const unknown = () => new Refusal('RESTRICTION_USE_UNKNOWN', { restriction: named.slice(0, 100), uscc, matter });
  const [record = '', position] = named.split(':');
  if (!isUuid(record)) throw unknown();
  if (position === undefined) {
    const restriction = await em.findOne(Restriction, { id: named, entityId, imposedOn: { $ne: null } });
    if (!restriction?.matters.includes(matter)) throw unknown();
    return list.of(restriction.measureCode, restriction.measureEdition).title;
  }
  const { rows } = await sql<{ item: string }>`
    select item_code as item from credit_record where id = ${record} and entity_id = ${entityId} limit 1`.execute(
    em.getKysely(),
  );
  const borne = (rows[0] && measures[rows[0].item as DishonestyItem]) ?? [];
  const measure = borne.find((_, i) => String(i + 1) === position);
  const code = measure?.listCode ?? null;
  if (!measure || code === null || !list.on(code, today)?.matters.includes(matter)) throw unknown();
  return measure.measure;
}

/** The database keeps a use from being reported twice. */
function undoubled(error: unknown): never {
  const doubled = error instanceof UniqueConstraintViolationException && error.message.includes('restriction_use_once');
  throw doubled ? new Refusal('RESTRICTION_USE_TWICE') : error;
}
