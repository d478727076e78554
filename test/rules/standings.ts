import type { Purpose } from '../../src/access/purpose.js';
import type { Standing } from '../../src/access/standing.js';
import type { Viewer } from '../../src/access/viewer.js';
import { type MaskingPattern, Role } from '../../src/access/words.js';
import type { Snapshot } from '../../src/database/snapshot.js';
import { Mandates, mandates } from '../../src/departments/mandate.reads.js';
import { Grants, grants } from '../../src/sharing/grant.reads.js';
import { standingOf } from '../../src/sharing/standing.js';
import { lines } from './reference.js';

/** The day of these tests. */
export const today = '2026-11-22';

const list = <T extends string>(text: string | undefined): T[] => (text ? (text.split('|') as T[]) : []);

/** The mandates and scopes of the reference files. */
export const referenceMandates = new Mandates(
  lines.mandates.map(({ holder, purpose, basis }) => ({
    holder: holder!,
    purpose: purpose as Purpose,
    basis: basis!,
  })),
  lines.purposes.map(({ purpose, classes, personal, basis }) => ({
    purpose: purpose as Purpose,
    classes: list(classes),
    personal: list<MaskingPattern>(personal),
    basis: basis!,
  })),
);

/** Nobody was granted anything. */
const noGrants = new Grants([]);

/** A viewer of a role; everything else of it being unsaid. */
export const as = (role: Role, rest: Partial<Viewer> = {}): Viewer => ({ role, subject: 'account', ...rest });

/** An officer of a department. */
export const officer = (department: string): Viewer => as(Role.DEPARTMENT, { department });

/** The legal standing of a viewer under the mandates of the reference files. */
export function standing(
  viewer: Viewer,
  purpose: Purpose | null = null,
  caseNumber: string | null = null,
  granted: Grants = noGrants,
): Standing {
  const held = new Map<string, unknown>([
    [mandates.name, referenceMandates],
    [grants.name, granted],
  ]);
  const reference = <T>({ name }: Snapshot<T>): T => held.get(name) as T;
  return standingOf(viewer, { purpose, caseNumber }, today, reference);
}
