import type { StatedPurpose } from '../access/standing.js';
import type { Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Acting } from '../context.js';
import type { Knower } from '../records/record-texts.js';
import { visibleItems } from '../records/record-visibility.js';
import { standingOf } from '../sharing/standing.js';
import type { Watch } from './watch.entity.js';

/** What the standing of a watch follows from. Watches of one kind share it. */
export type Kind = Pick<Watch, 'departmentCode' | 'purpose'>;

/** In SQL, of the watch `w`: which standing is its. */
const keyOfWatch = `coalesce(w.department_code, '') || ':' || coalesce(w.purpose, '')`;

const keyOf = ({ departmentCode, purpose }: Kind): string => `${departmentCode ?? ''}:${purpose ?? ''}`;

/** As whom a watch knows: its watcher, for the purpose and the case under which it was set up. */
export function asWatcher({ departmentCode, purpose, uscc, caseNumber, setUpBy }: Kind & Partial<Watch>): {
  viewer: Viewer;
  stated: StatedPurpose;
} {
  const viewer: Viewer =
    departmentCode === null
      ? { role: Role.ENTERPRISE, subject: setUpBy ?? '', ...(uscc != null && { uscc }) }
      : { role: Role.DEPARTMENT, subject: setUpBy ?? '', department: departmentCode };
  // a department's watch always has a case, whichever it is
  return { viewer, stated: { purpose, caseNumber: departmentCode === null ? null : (caseNumber ?? '1') } };
}

/** In statements: the standings of watches of these kinds today, as `standingRows` reads them. */
export function standingsOf({ today, reference }: Pick<Acting, 'today' | 'reference'>, kinds: readonly Kind[]): string {
  const rows = new Map(
    kinds.map((kind) => {
      const { viewer, stated } = asWatcher(kind);
      const { all, inForce, published, byConsent } = visibleItems(
        reference(catalogue),
        standingOf(viewer, stated, today, reference),
      );
      return [keyOf(kind), { key: keyOf(kind), all, in_force: inForce, published, by_consent: byConsent }];
    }),
  );
  return JSON.stringify([...rows.values()]);
}

/** The standings that a parameter carries, as a table `s`, joined to the watch `w`. */
export const joinedStanding = (parameter: string): string =>
  `join jsonb_to_recordset(${parameter}::jsonb)
     as s (key text, "all" uuid[], in_force uuid[], published uuid[], by_consent uuid[]) on s.key = ${keyOfWatch}`;

/** In SQL: the watch `w` on its standing `s`, as one who may know of records. */
export const knowerOf = (today: string): Knower => ({
  ...{ all: 's."all"', inForce: 's.in_force', published: 's.published', byConsent: 's.by_consent' },
  ...{ today, own: 'w.uscc', grantee: 'coalesce(w.department_code, w.uscc)' },
});

/** The kinds of watches that go on. */
export const kindsText = `select distinct w.department_code as "departmentCode", w.purpose from watch w where w.ended_at is null`;
