import { barTo, knownByConsent, reachOf, readsWhatIsRepaired } from '../access/policy.js';
import type { Standing } from '../access/standing.js';
import { WithheldReason } from '../access/words.js';
import type { Catalogue, Item } from '../catalogue/catalogue.js';
import { Polarity } from '../catalogue/catalogue-item.entity.js';

/** Which records a viewer may know of, item by item; the entity's own records come on top. */
export interface VisibleItems {
  /** Ids of item editions of which every record is visible. */
  readonly all: readonly string[];
  /** … of which those in force are. */
  readonly inForce: readonly string[];
  /** … of which those published just now are. */
  readonly published: readonly string[];
  /** … of which those in force of subjects that have authorised the viewer are. */
  readonly byConsent: readonly string[];
  /** … of which what was repaired since is read as it was. */
  readonly repaired: readonly string[];
  /** Codes of items of which records are left out whole or in part, by the reason. */
  readonly leftOut: ReadonlyMap<WithheldReason, readonly string[]>;
}

const worked = new WeakMap<Catalogue, WeakMap<Standing, VisibleItems>>();

/** Worked out once for a catalogue and a standing. */
export function visibleItems(catalogue: Catalogue, standing: Standing): VisibleItems {
  const byStanding = worked.get(catalogue) ?? new WeakMap<Standing, VisibleItems>();
  worked.set(catalogue, byStanding);
  const visible = byStanding.get(standing) ?? workOut(catalogue, standing);
  byStanding.set(standing, visible);
  return visible;
}

/** Why single records of an item that is published are left out; told of every item alike, whether or not it has such records. */
const unpublished = [WithheldReason.MINOR_NOT_PUBLIC, WithheldReason.PUBLICITY_ENDED, WithheldReason.REPAIRED];

function workOut(catalogue: Catalogue, standing: Standing): VisibleItems {
  const reached: Record<'ALL' | 'IN_FORCE' | 'PUBLISHED', string[]> = { ALL: [], IN_FORCE: [], PUBLISHED: [] };
  const byConsent: string[] = [];
  const repaired: string[] = [];
  const leftOut = new Map<WithheldReason, string[]>();
  const leave = (reason: WithheldReason, item: Item) => {
    // editions of the past are told by the one in force
    if (item.inForceUntil === null) leftOut.set(reason, [...(leftOut.get(reason) ?? []), item.code]);
  };
  for (const item of catalogue.items) {
    const footing = standing.towards(item);
    const reach = reachOf(footing, item);
    if (reach === 'ALL' || reach === 'IN_FORCE' || reach === 'PUBLISHED') reached[reach].push(item.id);
    else leave(reach, item);
    if (knownByConsent(footing, item)) byConsent.push(item.id);
    if (readsWhatIsRepaired(footing.relation, footing.purpose)) repaired.push(item.id);
    const closed = reach === 'PUBLISHED' && footing.relation !== 'PUBLIC' ? barTo(footing, item) : null;
    // of what is closed for another reason that one is told
    if ((reach === 'IN_FORCE' || reach === 'PUBLISHED') && closed === null) leave(WithheldReason.WITHDRAWN, item);
    if (item.polarity !== Polarity.ADVERSE) continue;
    if (reach === 'IN_FORCE') leave(WithheldReason.REPAIRED, item);
    if (reach !== 'PUBLISHED') continue;
    for (const reason of closed === null ? unpublished : [closed]) {
      if (reason !== WithheldReason.MINOR_NOT_PUBLIC || !item.publishesMinor) leave(reason, item);
    }
  }
  const { ALL: all, IN_FORCE: inForce, PUBLISHED: published } = reached;
  return { all, inForce, published, byConsent, repaired, leftOut };
}
