import type { Context } from '../context.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import { Refusal } from '../messages/refusal.js';
import { appliesOn } from '../records/record-texts.js';
import type { Moment } from '../records/validity.rules.js';
import type { EntityRow } from '../registry/legal-entity.reads.js';
import type { CreditGrade } from './credit-grade.entity.js';
import { evaluationEditions, type WholeEdition, weighedSql } from './evaluation.reads.js';
import { dimensionScores, type Evaluation, evaluate, type WeighedRecord } from './evaluation.rules.js';
import type { CreditGrading } from './grading.js';
import type { CreditProfile } from './profile.js';
import { notice } from './profile.words.js';
import { weighedPastSql } from './weighed-texts.js';

interface Weighed {
  readonly id: string;
  readonly records: readonly WeighedRecord[];
}

const asked = `unnest(${asGiven('$1::uuid[]')}) asked (id)`;

const weighedNow = statement<Weighed>(
  'weighedNow',
  `select asked.id, ${weighedSql('asked.id', '$2::date')} as records from ${asked}`,
);

const weighedThen = statement<Weighed>(
  'weighedThen',
  `select asked.id, ${weighedPastSql('asked.id', '$2::date', appliesOn('$2::date', '$3::timestamptz'))} as records
   from ${asked}`,
);

interface OfEntity {
  readonly id: string;
  readonly moment: Moment | null;
}

const alike = ({ moment }: OfEntity): string => JSON.stringify(moment);
const keyOf = (one: OfEntity): string => one.id + alike(one);

/** What is weighed of an entity, at a moment. */
const weighedOf = batch<Context, OfEntity, readonly WeighedRecord[]>(async (context, wanted) => {
  const found = new Map<string, readonly WeighedRecord[]>();
  for (const group of Map.groupBy(wanted, alike).values()) {
    const { moment } = group[0]!;
    const ids = group.map(({ id }) => id);
    const rows =
      moment === null
        ? await context.reads.rows(weighedNow, [ids, context.today])
        : await context.reads.rows(weighedThen, [ids, moment.asOf, moment.knownAt]);
    for (const { id, records } of rows) found.set(keyOf({ id, moment }), records);
  }
  return wanted.map((one) => found.get(keyOf(one))!);
}, keyOf);

const gradeColumns = columns<CreditGrade>('c', ['evaluatedOn', 'recordedAt', 'edition', 'grade', 'score', 'fired']);

const gradesKnown = statement<Stored>(
  'creditGrades',
  `select asked.id as "entityId", c.* from ${asked} cross join lateral (
     select ${gradeColumns} from credit_grade c
     where c.entity_id = asked.id and c.evaluated_on <= $2::date and c.recorded_at <= $3::timestamptz
       and (not c.rehearsed or $5::boolean)
     order by c.evaluated_on desc, c.recorded_at desc, c.id desc limit $4::int
   ) c`,
);

type Stored = Omit<CreditGrade, 'id' | 'rehearsed'>;

interface Kept extends OfEntity {
  /** How many of them. */
  readonly first: number;
}

/** What the nightly evaluation had found of an entity by a moment, the latest first. */
const keptOf = batch<Context, Kept, readonly Stored[]>(
  async ({ reads, today, now, rehearsed }, wanted) => {
    const found = new Map<Kept, readonly Stored[]>();
    for (const group of Map.groupBy(wanted, (one) => `${alike(one)}:${one.first}`).values()) {
      const { moment, first } = group[0]!;
      const values = [moment?.asOf ?? today, moment?.knownAt ?? now, first, rehearsed];
      const rows = await reads.rows(gradesKnown, [group.map(({ id }) => id), ...values]);
      const byEntity = Map.groupBy(rows, ({ entityId }) => entityId);
      for (const one of group) found.set(one, byEntity.get(one.id) ?? []);
    }
    return wanted.map((one) => found.get(one)!);
  },
  (one) => `${keyOf(one)}:${one.first}`,
);

/** What the grade rests on at a moment, or null where no edition was in force or such entities are not graded. */
function editionFor(context: Context, { entity, moment }: CreditProfile): WholeEdition | null {
  const edition = context.reference(evaluationEditions).on(moment?.asOf ?? context.today);
  return edition?.kinds.includes(entity.kind) ? edition : null;
}

function worked(
  context: Context,
  { entity, moment, asOf }: CreditProfile,
  edition: WholeEdition,
  { grade, score, dimensions, fired }: Evaluation,
): CreditGrading {
  return {
    ...{ grade, score, edition, evaluatedOn: asOf, stored: false, notice: notice[context.language] },
    ...{ dimensionScores: dimensions, fired, entity, moment },
  };
}

/** What was found then, citing the records as they stood for it. */
function kept(context: Context, entity: EntityRow, stored: Stored): CreditGrading {
  const edition = context.reference(evaluationEditions).coded(stored.edition)!;
  const { grade, score, evaluatedOn, recordedAt, fired } = stored;
  return {
    ...{ grade, score, edition, evaluatedOn, stored: true, notice: notice[context.language] },
    ...{ dimensionScores: dimensionScores(edition, fired), fired, entity },
    moment: { asOf: evaluatedOn, knownAt: recordedAt },
  };
}

/**
 * The grade of a profile. Now: worked out from the records that stand now, so that a repair changes it in the same second. Of
 * the past: what the nightly evaluation found then; where it had found nothing yet, what the edition of that day says of the
 * records as they stood.
 */
export async function gradeOf(context: Context, profile: CreditProfile): Promise<CreditGrading | null> {
  const { entity, moment } = profile;
  if (moment !== null && isPast(context, moment)) {
    const [stored] = await context.load(keptOf, { id: entity.id, moment, first: 1 });
    if (stored) return kept(context, entity, stored);
  }
  return gradeWithout(context, profile, []);
}

/** Whether a moment is another than now: of today, as known now, the grade follows the records. */
const isPast = ({ today, now }: Context, { asOf, knownAt }: Moment): boolean => asOf < today || knownAt < now;

/** The grade that the records of the moment come to without some of them. */
export async function gradeWithout(
  context: Context,
  profile: CreditProfile,
  left: readonly string[],
): Promise<CreditGrading | null> {
  const { entity, moment } = profile;
  const edition = editionFor(context, profile);
  if (edition === null) return null;
  const records = await context.load(weighedOf, { id: entity.id, moment });
  const those = records.filter(({ id }) => !left.includes(id));
  return worked(context, profile, edition, evaluate(edition, those, profile.asOf));
}

/** The longest history. */
const mostGrades = 100;

/** What the nightly evaluation had found by the moment, the latest first. */
export async function gradesOf(context: Context, profile: CreditProfile, first: number): Promise<CreditGrading[]> {
  if (!(first >= 1 && first <= mostGrades)) throw new Refusal('PAGE_SIZE', { value: first, most: mostGrades });
  const { entity, moment } = profile;
  const stored = await context.load(keptOf, { id: entity.id, moment, first });
  return stored.map((one) => kept(context, entity, one));
}
