import { Disclosure, Role } from '../access/words.js';
import type { Reading } from '../audit/audit-log.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Acting } from '../context.js';
import { type Published, publicationOf } from '../records/publication.rules.js';
import { standingOf } from '../sharing/standing.js';
import type { Alert } from './alert.entity.js';
import { AlertKind } from './alert.words.js';
import type { Watch } from './watch.entity.js';
import { asWatcher } from './watch-standing.js';

/** An alert as it is taken in hand to be told, with how its record stands now. */
export interface FoundAlert
  extends Pick<Alert, 'id' | 'kind' | 'entityId' | 'recordId' | 'itemCode'>,
    Partial<Published> {
  readonly known: boolean;
  readonly uscc: string;
  /** Edition of the item of the record. */
  readonly itemId: string | null;
}

/**
 * What is told and not everybody may know, as the log keeps it: the entity finds who was told of which of its records, when, for
 * which purpose and case. Of cases nobody but their parties is told, who need no account of it.
 */
export function readingsOf(
  acting: Pick<Acting, 'now' | 'today' | 'rehearsed' | 'requestId' | 'reference'>,
  watch: Watch,
  told: readonly FoundAlert[],
): Reading[] {
  const { now, today, rehearsed, requestId, reference } = acting;
  const { viewer, stated } = asWatcher(watch);
  const standing = standingOf(viewer, stated, today, reference);
  const closed = told.filter((one) => one.uscc !== watch.uscc && !isPublic(one, today, reference));
  return Array.from(
    Map.groupBy(closed, ({ entityId }) => entityId),
    ([entityId, alerts]) => {
      const items = Map.groupBy(alerts, ({ itemCode }) => itemCode!);
      return {
        // the log never rehearses
        at: rehearsed ? new Date() : now,
        actor: watch.setUpBy,
        role: watch.departmentCode === null ? Role.ENTERPRISE : Role.DEPARTMENT,
        onBehalfOf: watch.departmentCode ?? watch.uscc,
        purpose: standing.purpose ?? stated.purpose,
        caseNumber: watch.caseNumber,
        entityId,
        shown: Array.from(items, ([item, of]) => ({
          ...{ item, records: of.flatMap(({ recordId }) => recordId ?? []), fields: [], masked: [] },
        })),
        grants: standing.grantsOn([...items.keys()]),
        requestId,
      };
    },
  );
}

function isPublic(
  { kind, itemId, itemCode, state, naturalPerson, publicFrom, publicUntil }: FoundAlert,
  today: string,
  reference: Acting['reference'],
): boolean {
  if (kind === AlertKind.ARREARS_CASE || kind === AlertKind.GRANT_LOST) return true;
  const { items } = reference(catalogue);
  const item = items.find(({ id, code }) => (itemId === null ? code === itemCode : id === itemId));
  if (item?.disclosure !== Disclosure.PUBLIC) return false;
  // a grade has no publicity of its own
  if (itemId === null) return true;
  const published = {
    state: state!,
    naturalPerson: naturalPerson!,
    publicFrom: publicFrom!,
    publicUntil: publicUntil!,
  };
  return publicationOf(published, today) === 'PUBLISHED';
}
