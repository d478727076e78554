import { Role } from '../access/words.js';
import type { Context } from '../context.js';

/** Says whether the viewer of a request may know of a case of one kind. */
type KnowsCase = (context: Context, caseId: string) => Promise<boolean>;

/** Who may know of the cases of a kind, and so of their attachments and documents. A kind that is not listed is known to nobody. */
export const casesKnown: Readonly<Record<string, KnowsCase>> = {};

/** Whether the viewer may know of the case to which something belongs; the supervisor may of all, also of what is in none. */
export async function knowsCase(
  context: Context,
  { caseKind, caseId }: { readonly caseKind: string | null; readonly caseId: string | null },
): Promise<boolean> {
  if (context.viewer.role === Role.SUPERVISOR) return true;
  return caseKind !== null && caseId !== null && ((await casesKnown[caseKind]?.(context, caseId)) ?? false);
}
