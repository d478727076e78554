import { Purpose } from '../../src/access/purpose.js';
import type { Asking } from '../../src/access/rules.js';
import type { Viewer } from '../../src/access/viewer.js';
import { Role } from '../../src/access/words.js';
import type { Grants } from '../../src/sharing/grant.reads.js';
import { as, officer, standing } from '../rules/standings.js';

/** What the row is to the one who asks. */
export type Ownership = 'own' | 'foreign' | 'missing';

/** What is stated: nothing, a purpose of the mandate, or one outside it; all with a case. */
const statings = ['no purpose', 'a purpose of the mandate', 'a purpose outside it'] as const;
type Stating = (typeof statings)[number];

/** Someone who asks for a row, and why. */
export interface Situation {
  readonly role: Role;
  readonly row: Ownership;
  readonly stating: Stating;
  readonly viewer: Viewer;
  readonly purpose: Purpose | null;
  asking(granted?: Grants): Asking;
}

/** Whose the sample rows are. */
export const owner = { uscc: '91150203MA0T3QT218', department: 'MARKET' } as const;
const another = { uscc: '91150200MA0T3QT132', department: 'TAX' } as const;

function viewerOf(role: Role, row: Ownership): Viewer {
  const { uscc, department } = row === 'own' ? owner : another;
  if (role === Role.ENTERPRISE) return as(role, { uscc });
  return role === Role.DEPARTMENT ? officer(department) : as(role);
}

/** By role: a purpose of its mandate and one outside it; whoever has no mandate states something all the same. */
const purposes: Readonly<Partial<Record<Role, readonly [Purpose, Purpose]>>> = {
  [Role.DEPARTMENT]: [Purpose.INSPECTION, Purpose.PROCUREMENT],
  [Role.CREDIT_CENTRE]: [Purpose.REPAIR_REVIEW, Purpose.LITIGATION],
  [Role.ARREARS_ADMIN]: [Purpose.ARREARS_HANDLING, Purpose.LITIGATION],
};

/** Every role × own, foreign, missing row × what is stated. */
export const situations: readonly Situation[] = Object.values(Role).flatMap((role) =>
  (['own', 'foreign', 'missing'] as const).flatMap((row) =>
    statings.map((stating, i): Situation => {
      const viewer = viewerOf(role, row);
      const purpose = [null, ...(purposes[role] ?? [Purpose.INSPECTION, Purpose.LITIGATION])][i]!;
      return {
        role,
        row,
        stating,
        viewer,
        purpose,
        asking: (granted) => ({ viewer, standing: standing(viewer, purpose, '2026-0317', granted) }),
      };
    }),
  ),
);

/** Situations put shortly: what makes no difference is not said. */
export function inWords(of: readonly Situation[]): string {
  const missing = situations.filter(({ row }) => row === 'missing');
  if (missing.every((one) => of.includes(one))) {
    const rest = of.filter(({ row }) => row !== 'missing');
    return rest.length === 0 ? 'anyone (missing)' : `anyone (missing); ${inWords(rest)}`;
  }
  const said = Array.from(
    Map.groupBy(of, ({ role }) => role),
    ([role, ofRole]) => {
      const byRow = Array.from(
        Map.groupBy(ofRole, ({ row }) => row),
        ([row, ofRow]) => ({
          row,
          stating: ofRow.length === statings.length ? '' : ofRow.map(({ stating }) => stating).join(' or '),
        }),
      );
      const byStating = Map.groupBy(byRow, ({ stating }) => stating);
      return Array.from(byStating, ([stating, rows]) => {
        const any = rows.some(({ row }) => row === 'own') && rows.some(({ row }) => row === 'foreign');
        const names = any ? '' : ` (${rows.map(({ row }) => row).join(', ')})`;
        return `${role}${names}${stating && `: ${stating}`}`;
      }).join('; ');
    },
  );
  return said.join('; ');
}
