import type { Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import type { Situation } from '../workflow/take.js';
import type { ArrearsDisclosure } from './arrears-disclosure.entity.js';
import type { DisclosureParty, disclosureWorkflow } from './disclosure.workflow.js';

/** The last day of a year: what is disclosed is what was unpaid at its end. */
export const endOf = (year: number): Day => `${year}-12-31`;

/** By when the disclosure of a year is published: 31 March of the next (State Council Order 802, art. 18). */
export const publishByOf = (year: number): Day => `${year + 1}-03-31`;

/**
 * The year whose disclosures are drawn up on a day: the one before, from 1 January until 31 March; null afterwards. Whoever
 * begins to work with the platform later in a year is not told to be late with what was disclosed elsewhere.
 */
export function yearToDraft(today: Day): number | null {
  const year = Number(today.slice(0, 4)) - 1;
  return today <= publishByOf(year) ? year : null;
}

/** What the viewer is to a disclosure; null: no party. */
export const partyOf = (
  { role, department }: Pick<Viewer, 'role' | 'department'>,
  { departmentCode }: Pick<ArrearsDisclosure, 'departmentCode'>,
): DisclosureParty | null => (role === Role.DEPARTMENT && department === departmentCode ? 'DEPARTMENT' : null);

/** Whether the viewer knows of every disclosure before it is published. */
export const knowsAll = ({ role }: Pick<Viewer, 'role'>): boolean =>
  role === Role.ARREARS_ADMIN || role === Role.SUPERVISOR;

/** What the conditions of the table look at. */
export interface AtHand {
  readonly signedBy: string | null;
  /** Account that acts. */
  readonly account: string;
  readonly reason: string | null;
}

/** The conditions of the table. */
export const guardsOf = ({ signedBy, account, reason }: AtHand): Situation<typeof disclosureWorkflow>['guards'] => ({
  otherAccount: signedBy === account ? { reason: 'DISCLOSURE_OWN_SIGNATURE', params: {} } : null,
  reasonGiven: reason === null ? { reason: 'REASON_REQUIRED', params: {} } : null,
});
