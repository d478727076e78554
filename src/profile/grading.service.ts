import { validate as isUuid } from 'uuid';
import { Polarity } from '../catalogue/catalogue-item.entity.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { recordById } from '../records/record.reads.js';
import { mostCited } from '../records/record-texts.js';
import { tellLeftOut } from '../records/records-left-out.js';
import type { CreditGrading, DimensionResult, FiredRule } from './grading.js';
import { gradeWithout } from './grading.reads.js';
import type { CreditProfile } from './profile.js';
import { cited } from './profile.reads.js';

/** How many records can be supposed to be repaired at once. */
const mostSupposed = 50;

/**
 * The grade that the records would come to, were these repaired.
 *
 * Refuses with `WHAT_IF_COUNT` none or too many, with `WHAT_IF_RECORD` whatever is no record of the entity of which the viewer
 * may know, alike, and with `WHAT_IF_NOT_ADVERSE` what repair is not for.
 */
export async function gradeIf(
  context: Context,
  profile: CreditProfile,
  repaired: readonly string[],
): Promise<CreditGrading | null> {
  const ids = [...new Set(repaired)];
  if (ids.length < 1 || ids.length > mostSupposed) {
    throw new Refusal('WHAT_IF_COUNT', { argument: 'repaired', value: ids.length, most: mostSupposed });
  }
  const records = await Promise.all(ids.map(async (id) => (isUuid(id) ? context.load(recordById, id) : null)));
  ids.forEach((id, i) => {
    const record = records[i];
    if (!record || record.entityId !== profile.entity.id) {
      throw new Refusal('WHAT_IF_RECORD', { argument: 'repaired', value: id.slice(0, 100) });
    }
    if (record.polarity !== Polarity.ADVERSE) {
      throw new Refusal('WHAT_IF_NOT_ADVERSE', { argument: 'repaired', value: id });
    }
  });
  return gradeWithout(context, profile, ids);
}

/** What each dimension came to. */
export const dimensionsOf = ({ edition, dimensionScores }: CreditGrading): DimensionResult[] =>
  dimensionScores.map(({ dimension, points }) => ({
    dimension: edition.dimensions.find(({ code }) => code === dimension)!,
    points,
  }));

type Path = Parameters<typeof tellLeftOut>[1];

/**
 * The rules that fired, with the records of which the viewer may know. What fired on none of these is not named: its name
 * would tell of them. Nor is what fired on records that were repaired since, to those who learn no more than that they were.
 */
export async function firedOf(context: Context, path: Path, grading: CreditGrading): Promise<FiredRule[]> {
  const { edition, fired, entity, moment } = grading;
  await tellLeftOut(context, path, {}, entity);
  const lines = await Promise.all(
    fired.map(async ({ rule, records, points }) => {
      const known = await cited(context, records.slice(0, mostCited), moment);
      const open = known.filter(({ standsNow }) => !standsNow?.gated);
      return { rule: edition.rules.find(({ code }) => code === rule)!, points, ids: open.map(({ id }) => id), moment };
    }),
  );
  return lines.filter(({ ids }) => ids.length > 0);
}
