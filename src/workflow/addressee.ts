import type { Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';

/** Whose act a case waits for, as one text: a department, an entity, or an office of which there is one. */
export type Addressee =
  | `DEPARTMENT:${string}`
  | `ENTERPRISE:${string}`
  | 'CREDIT_CENTRE'
  | 'ARREARS_ADMIN'
  | 'SUPERVISOR';

/** Offices of which there is one: whoever holds the role acts for it. */
const offices: readonly Role[] = [Role.CREDIT_CENTRE, Role.ARREARS_ADMIN, Role.SUPERVISOR];

/** As which addressee a viewer finds what waits for it; null: nothing ever does. */
export function addressee({ role, department, uscc }: Pick<Viewer, 'role' | 'department' | 'uscc'>): Addressee | null {
  if (role === Role.DEPARTMENT && department !== undefined) return `DEPARTMENT:${department}`;
  if (role === Role.ENTERPRISE && uscc !== undefined) return `ENTERPRISE:${uscc}`;
  return offices.includes(role) ? (role as Addressee) : null;
}
