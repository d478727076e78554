import { isItself } from '../access/viewer.js';
import { Role, WithheldReason } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { EntityKind, type LegalEntity } from '../registry/legal-entity.entity.js';
import { authorised, consentedItems } from '../sharing/consent.reads.js';
import type { RecordFilter } from './record.inputs.js';
import { visibleItems } from './record-visibility.js';

/** Whether the filter asks for records of the item. */
export const wants = (item: Item, filter: RecordFilter): boolean =>
  (filter.item == null || item.code === filter.item) &&
  (filter.class == null || item.class === filter.class) &&
  (filter.provider == null || item.providerCode === filter.provider) &&
  (filter.polarity == null || item.polarity === filter.polarity);

/** Why a record of an item is not shown to the viewer, for a record of which it is known that there is one. */
export function whyLeftOut({ standing, reference }: Context, itemCode: string | null): WithheldReason {
  const { leftOut } = visibleItems(reference(catalogue), standing);
  for (const [reason, items] of leftOut) if (itemCode !== null && items.includes(itemCode)) return reason;
  return WithheldReason.GOVERNMENT_ONLY;
}

type Path = Parameters<Context['withheld']['addRows']>[0];

/** Reasons that lie in how a record stands: none of what is in force is left out for them. */
const ofStanding: readonly WithheldReason[] = [
  WithheldReason.REPAIRED,
  WithheldReason.WITHDRAWN,
  WithheldReason.PUBLICITY_ENDED,
  WithheldReason.MINOR_NOT_PUBLIC,
];

/**
 * Says what a list leaves out, whether or not there is any: of the items that were asked for.
 *
 * @param inForce whether the list is of what rests on grave records in force and on nothing else
 */
export async function tellLeftOut(
  context: Context,
  path: Path,
  filter: RecordFilter,
  entity?: LegalEntity,
  inForce = false,
): Promise<void> {
  const { viewer, standing, withheld, reference } = context;
  if (entity && isItself(viewer, entity.uscc)) return;
  const consented = entity && authorised(viewer, reference) ? await context.load(consentedItems, entity.id) : [];
  const known = reference(catalogue);
  // most lists are asked whole
  const narrowed = Object.values(filter).some((condition) => condition != null);
  const wanted = narrowed && new Set(known.items.filter((item) => wants(item, filter)).map(({ code }) => code));
  for (const [reason, items] of visibleItems(known, standing).leftOut) {
    if (inForce && ofStanding.includes(reason)) continue;
    // a consent makes known what only its lack left out
    const opened = reason === WithheldReason.CONSENT_MISSING ? consented : [];
    const told =
      wanted || opened.length > 0
        ? items.filter((code) => (!wanted || wanted.has(code)) && !opened.includes(code))
        : items;
    if (told.length > 0) withheld.addRows(path, reason, told);
  }
  const outside = viewer.role === Role.PUBLIC || viewer.role === Role.ENTERPRISE || viewer.role === Role.ADMINISTRATOR;
  if (outside && entity?.kind === EntityKind.SOLE_TRADER) withheld.addRows(path, WithheldReason.NATURAL_PERSON);
}
