import { isItself } from '../access/viewer.js';
import type { Item } from '../catalogue/catalogue.js';
import { CatalogueClass, Polarity } from '../catalogue/catalogue-item.entity.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { type RecordRow, recordById, recordThen } from '../records/record.reads.js';
import { type Looked, type Tally, talliesOfEntity } from '../records/record-tally.reads.js';
import { mostCited } from '../records/record-texts.js';
import { tellLeftOut } from '../records/records-left-out.js';
import { type Moment, momentOf } from '../records/validity.rules.js';
import type { EntityRow } from '../registry/legal-entity.reads.js';
import type { CommitmentsGiven, CreditProfile, ProfileLine } from './profile.js';
import { newest, together } from './profile.rules.js';
import { notice, ProfileDimension, saysOf } from './profile.words.js';

type Path = Parameters<typeof tellLeftOut>[1];

/** What the national template of commitments says of whether they were kept. */
const kept = 'LXZT';

/** Fines alone are added up: amounts of other kinds together would say nothing. */
const looks = (item: Item): Looked => ({
  said: item.class === CatalogueClass.COMMITMENT && item.polarity === Polarity.NEUTRAL ? kept : undefined,
  amount: item.classification.find(({ amountKey }) => amountKey !== null)?.amountKey ?? undefined,
});

/** The profile of an entity at a moment; says what is left out of it. */
export async function profileOf(
  context: Context,
  path: Path,
  entity: EntityRow,
  time: { readonly asOf: string | null; readonly knownAt: Date | null },
): Promise<CreditProfile> {
  const moment = momentOf(time, context);
  await tellLeftOut(context, path, {}, entity);
  const itself = isItself(context.viewer, entity.uscc);
  return {
    asOf: moment?.asOf ?? context.today,
    knownAt: moment?.knownAt ?? context.now,
    says: saysOf({ ...context, itself })[context.language],
    notice: notice[context.language],
    entity,
    moment,
  };
}

const talliesOf = (context: Context, { entity, moment }: CreditProfile): Promise<Tally[]> =>
  context.load(talliesOfEntity, { entity, moment, looks });

const none = { class: null, department: null, item: null };

/** The lines of a profile, by what they stand for; those with the most records first. */
export async function linesOf(context: Context, profile: CreditProfile, by: ProfileDimension): Promise<ProfileLine[]> {
  const keyOf = ({ item }: Tally): string =>
    ({ CLASS: item.class as string, DEPARTMENT: item.providerCode, ITEM: item.code })[by];
  const groups = Map.groupBy(await talliesOf(context, profile), keyOf);
  const lines = Array.from(groups, ([key, parts]) => ({
    ...none,
    class: by === ProfileDimension.CLASS ? (key as CatalogueClass) : null,
    department: by === ProfileDimension.DEPARTMENT ? context.reference(departments).get(key)! : null,
    // editions of the past are told by the latest
    item: by === ProfileDimension.ITEM ? parts.at(-1)!.item : null,
    ...together(parts, mostCited),
    moment: profile.moment,
    key,
  }));
  return lines.sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

/** All lines in one. */
export async function totalOf(context: Context, profile: CreditProfile): Promise<ProfileLine> {
  return { ...none, ...together(await talliesOf(context, profile), mostCited), moment: profile.moment };
}

/** What became of the commitments that the entity gave. */
export async function commitmentsOf(context: Context, profile: CreditProfile): Promise<CommitmentsGiven> {
  const parts = (await talliesOf(context, profile)).filter(
    ({ item, state }) => item.class === CatalogueClass.COMMITMENT && state === 'EFFECTIVE',
  );
  const count = (wanted: (part: Tally) => boolean): number =>
    parts.filter(wanted).reduce((sum, part) => sum + part.count, 0);
  return {
    given: count(({ item }) => item.polarity === Polarity.NEUTRAL),
    kept: count(({ said }) => said === '全部履行'),
    keptInPart: count(({ said }) => said === '部分履行'),
    notKept: count(({ said }) => said === '全部未履行'),
    broken: count(({ item }) => item.polarity === Polarity.ADVERSE),
    ids: newest(parts, mostCited),
    moment: profile.moment,
  };
}

/** The records with these ids that the viewer may know of, as they stood at the moment; in the order of the ids. */
export async function cited(context: Context, ids: readonly string[], moment: Moment | null): Promise<RecordRow[]> {
  const found = await Promise.all(
    ids.map((id) => (moment === null ? context.load(recordById, id) : context.load(recordThen, { id, moment }))),
  );
  return found.filter((record) => record !== null);
}
