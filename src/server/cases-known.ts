import { Role } from '../access/words.js';
import { arrearsCaseBy } from '../arrears/arrears.reads.js';
import { arrearsKind } from '../arrears/arrears-kind.js';
import { commitmentBy } from '../commitments/commitment.reads.js';
import { commitmentCase } from '../commitments/commitment-case.js';
import type { Context } from '../context.js';
import { disclosureBy } from '../disclosures/disclosure.reads.js';
import { disclosureCase } from '../disclosures/disclosure-case.js';
import { tolerantAcceptanceBy } from '../fast-track/tolerance.reads.js';
import { toleranceCase } from '../fast-track/tolerance-case.js';
import { listEntryCase } from '../lists/list-entry-case.js';
import { listEntryBy } from '../lists/listing.reads.js';
import { isConcerned } from '../lists/listing.rules.js';
import { objections } from '../objections/objection.reads.js';
import { objectionCase } from '../objections/objection-case.js';
import { repairApplications } from '../repair/repair.reads.js';
import { repairCase } from '../repair/repair-case.js';
import { restrictionBy } from '../restrictions/restriction.reads.js';
import { restrictionCase } from '../restrictions/restriction-case.js';
import { screeningBy } from '../screening/screening.reads.js';
import { screeningCase } from '../screening/screening-case.js';

/** Says whether the viewer of a request may know of a case of one kind. */
type KnowsCase = (context: Context, caseId: string) => Promise<boolean>;

/** Who may know of the cases of a kind, and so of their attachments and documents. A kind that is not listed is known to nobody. */
export const casesKnown: Readonly<Record<string, KnowsCase>> = {
  [arrearsKind.code]: async (context, id) => (await arrearsCaseBy(context, id)) !== null,
  [objectionCase.code]: async (context, id) => (await objections.by(context, id)) !== null,
  [repairCase.code]: async (context, id) => (await repairApplications.by(context, id)) !== null,
  [disclosureCase.code]: async (context, id) => (await disclosureBy(context, id)) !== null,
  [commitmentCase.code]: async (context, id) => (await commitmentBy(context, id)) !== null,
  [restrictionCase.code]: async (context, id) => (await restrictionBy(context, id)) !== null,
  // what is on a list everybody sees; what was written in the case only those whom it concerns
  [listEntryCase.code]: async (context, id) => {
    const entry = await listEntryBy(context, id);
    return entry !== null && isConcerned(context.viewer, entry);
  },
  [toleranceCase.code]: async (context, id) => (await tolerantAcceptanceBy(context, id)) !== null,
  [screeningCase.code]: async (context, id) => (await screeningBy(context, id)) !== null,
};

/** Whether the viewer may know of the case to which something belongs; the supervisor may of all, also of what is in none. */
export async function knowsCase(
  context: Context,
  { caseKind, caseId }: { readonly caseKind: string | null; readonly caseId: string | null },
): Promise<boolean> {
  if (context.viewer.role === Role.SUPERVISOR) return true;
  return caseKind !== null && caseId !== null && ((await casesKnown[caseKind]?.(context, caseId)) ?? false);
}
