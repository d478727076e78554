import { decide } from '../access/policy.js';
import { asSubject } from '../access/standing.js';
import { isItself } from '../access/viewer.js';
import { Disclosure, WithheldReason } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { batch } from '../database/loader.js';
import { statement } from '../database/reads.js';
import type { Money } from '../money/money.js';
import type { EntityRow } from '../registry/legal-entity.reads.js';
import type { RecordState } from './credit-record.entity.js';
import { asked } from './record.reads.js';
import { pastTexts, presentTexts } from './record-texts.js';
import type { Moment } from './validity.rules.js';

/** Records of one item that stand alike: how many, and the newest of them. */
export interface Tally {
  readonly itemId: string;
  readonly item: Item;
  readonly state: RecordState;
  readonly severity: string | null;
  /** What the told field of the item says, where it has one that the viewer may see. */
  readonly said: string | null;
  readonly count: number;
  readonly disputed: number;
  /** Ids of the newest, and the days of their determination. */
  readonly ids: readonly string[];
  readonly days: readonly string[];
  /** Sum in yuan of those in force, of amounts that the viewer may see; null: there is none. */
  readonly sum: Money | null;
}

type Row = Omit<Tally, 'item'> & { readonly entityId: string; readonly hidden: readonly string[] };

const present = statement<Row>('recordsOfEntitiesTally', presentTexts.ofEntitiesTally);
const past = statement<Row>('recordsOfEntitiesTallyPast', pastTexts.ofEntitiesTally);

/** Which fields of an item a tally looks at: one by which it tells records apart, one whose amounts it adds up. */
export interface Looked {
  readonly said?: string | undefined;
  readonly amount?: string | undefined;
}

interface OfEntity {
  readonly entity: EntityRow;
  readonly moment: Moment | null;
  /** A value of the program, not of the request. */
  readonly looks: (item: Item) => Looked;
}

/** What multiplies an amount in the unit of its field, so that it is yuan. */
const toYuan: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000 };

/** The fields of an item that are looked at, as far as the viewer sees their values: of what is published, and of the rest. */
function lookedAt(item: Item, looked: Looked, footing: ReturnType<Context['standing']['towards']>) {
  const field = (key: string | undefined) => item.fields.find((one) => one.key === key);
  const factor = toYuan[field(looked.amount)?.unit ?? ''];
  return (['PUBLISHED', WithheldReason.PUBLICITY_ENDED] as const).map((publication) => {
    const open = (key: string | undefined): string | undefined => {
      const one = field(key);
      const shown = one && decide(footing, item, one, { publication, consented: false }).state === 'SHOWN';
      return shown ? one.key : undefined;
    };
    return { said: open(looked.said), amount: factor === undefined ? undefined : open(looked.amount), factor };
  });
}

/**
 * How the records of an entity that the viewer may know of stand, item by item: counted by the predicate of the reads, so that
 * a sum betrays no more than a list. Which of them not everybody may know of is entered into the readings.
 */
export const talliesOfEntity = batch<Context, OfEntity, Tally[]>(
  async (context, wanted) => {
    const answers = new Map<OfEntity, Tally[]>();
    const groups = Map.groupBy(wanted, ({ entity, ...one }) => alike(context, entity, one));
    await Promise.all(Array.from(groups.values(), (group) => answer(context, group, answers)));
    return wanted.map((one) => answers.get(one)!);
  },
  ({ entity, moment, looks }) => JSON.stringify([entity.id, moment, looks.name]),
);

/** The entities of one moment go in one statement; the viewer itself is asked by another footing than the others. */
const alike = ({ viewer }: Context, { uscc }: EntityRow, { moment, looks }: Omit<OfEntity, 'entity'>): string =>
  JSON.stringify([moment, looks.name, isItself(viewer, uscc)]);

async function answer(context: Context, group: readonly OfEntity[], answers: Map<OfEntity, Tally[]>): Promise<void> {
  const { entity, moment, looks } = group[0]!;
  const known = context.reference(catalogue);
  const itself = isItself(context.viewer, entity.uscc);
  const looked = known.items.flatMap((item) => {
    const at = looks(item);
    if (at.said === undefined && at.amount === undefined) return [];
    return [[item.id, lookedAt(item, at, itself ? asSubject : context.standing.towards(item))]];
  });
  const open = known.items.filter(({ disclosure }) => disclosure === Disclosure.PUBLIC).map(({ id }) => id);
  const rows = await context.reads.rows(moment === null ? present : past, [
    ...asked(context, {}, moment),
    group.map((one) => one.entity.id),
    JSON.stringify(Object.fromEntries(looked)),
    open,
  ]);
  const byEntity = Map.groupBy(rows, ({ entityId }) => entityId);
  for (const one of group) {
    const tallies = (byEntity.get(one.entity.id) ?? []).map((row) => ({ ...row, item: known.edition(row.itemId) }));
    answers.set(one, tallies);
    if (itself) continue;
    for (const { entityId, item, hidden } of tallies) {
      for (const id of hidden) context.readings.record(entityId, item.code, id);
    }
  }
}
