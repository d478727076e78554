import { type Reach, reachOf, relationTo } from '../access/policy.js';
import type { Viewer } from '../access/viewer.js';
import type { WithheldReason } from '../access/words.js';
import type { Catalogue } from '../catalogue/catalogue.js';

/** Which records a viewer may know of, item by item; the entity's own records come on top. */
export interface VisibleItems {
  /** Ids of item editions of which every record is visible. */
  readonly all: readonly string[];
  /** … of which those in force are. */
  readonly inForce: readonly string[];
  /** … of which those published just now are. */
  readonly published: readonly string[];
  /** Codes of items of which records are left out whole or in part, by the reason. */
  readonly leftOut: ReadonlyMap<WithheldReason, readonly string[]>;
}

const worked = new WeakMap<Catalogue, Map<string, VisibleItems>>();

/** Worked out once for a catalogue and a kind of viewer. */
export function visibleItems(catalogue: Catalogue, viewer: Viewer): VisibleItems {
  const byViewer = worked.get(catalogue) ?? new Map<string, VisibleItems>();
  worked.set(catalogue, byViewer);
  const kind = `${viewer.role}:${viewer.department ?? ''}`;
  const visible = byViewer.get(kind) ?? workOut(catalogue, viewer);
  byViewer.set(kind, visible);
  return visible;
}

function workOut(catalogue: Catalogue, viewer: Viewer): VisibleItems {
  const reached = new Map<Reach, string[]>();
  const leftOut = new Map<WithheldReason, string[]>();
  for (const item of catalogue.items) {
    const reach = reachOf(relationTo(viewer, item), item);
    if (reach === 'ALL' || reach === 'IN_FORCE' || reach === 'PUBLISHED') {
      reached.set(reach, [...(reached.get(reach) ?? []), item.id]);
    } else if (item.inForceUntil === null) {
      leftOut.set(reach, [...(leftOut.get(reach) ?? []), item.code]);
    }
  }
  return {
    all: reached.get('ALL') ?? [],
    inForce: reached.get('IN_FORCE') ?? [],
    published: reached.get('PUBLISHED') ?? [],
    leftOut,
  };
}
