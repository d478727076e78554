import type { RecordAtHand } from '../access/policy.js';
import { Purpose } from '../access/purpose.js';
import { asSubject } from '../access/standing.js';
import { Role, SharingAttribute } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import { itemInForce } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { mandates } from '../departments/mandate.reads.js';
import { Refusal } from '../messages/refusal.js';
import { mustBeOpenToAuthorisation } from './consent.rules.js';
import { type FieldAccess, fieldAccess } from './field-access.js';
import { Grants } from './grant.reads.js';
import { standingUnder } from './standing.js';

/** Somebody who might ask about an item; a case is taken to be stated. */
export interface Assumption {
  readonly as: Role;
  readonly purpose: Purpose | null;
  /** Whose mandate counts, for a DEPARTMENT. */
  readonly department: string | null;
  /** The entity that asks about itself, or the item's provider. */
  readonly own: boolean;
  /** Whether the department holds a grant of the item that names no field. */
  readonly granted: boolean;
  /** Whether the subject has authorised it. */
  readonly consented: boolean;
}

type Known = Pick<Context, 'reference' | 'today' | 'language'>;

/**
 * How the fields of a published record of the item would look to somebody. It is decided as records are: by a standing,
 * under the mandates in force and the grant that is assumed.
 */
export function accessPreview(known: Known, code: string, assumed: Assumption): readonly FieldAccess[] {
  const item = itemInForce(known, code);
  const department = departmentOf(known, item, assumed);
  refuseSenseless(item, assumed, department);
  const atHand: RecordAtHand = { publication: 'PUBLISHED', consented: assumed.consented };
  const footing =
    assumed.as === Role.ENTERPRISE && assumed.own
      ? asSubject
      : standingUnder(
          known.reference(mandates),
          new Grants(assumed.granted ? [grantOf(item, department!, assumed, known)] : []),
          { role: assumed.as, department },
          { purpose: assumed.purpose, caseNumber: 'assumed' },
          known.today,
        ).towards(item);
  return fieldAccess(footing, item, atHand, known.language);
}

/** The department that is meant: the named one, the provider, or another whose mandate lists the purpose if there is one. */
function departmentOf({ reference }: Known, { providerCode }: Item, assumed: Assumption): string | undefined {
  const { as, purpose, department, own } = assumed;
  const known = reference(departments);
  if (department !== null && !known.has(department)) {
    throw new Refusal('UNKNOWN_DEPARTMENT', { department: department.slice(0, 100) });
  }
  if (as !== Role.DEPARTMENT) return undefined;
  if (department !== null) return department;
  if (own) return providerCode;
  const others = [...known.keys()].filter((code) => code !== providerCode);
  const listed = others.find(
    (code) => purpose !== null && reference(mandates).covers({ role: as, department: code }, purpose),
  );
  return listed ?? others[0];
}

function refuseSenseless(item: Item, assumed: Assumption, department: string | undefined): void {
  const { as, own, granted, consented } = assumed;
  const ofDepartment = as === Role.DEPARTMENT;
  const isProvider = department === item.providerCode;
  const isItself = as === Role.ENTERPRISE && own;
  if (assumed.department !== null && !ofDepartment) throw senseless('department');
  if (own && as !== Role.ENTERPRISE && !isProvider) throw senseless('own');
  const canHoldGrant = ofDepartment && !isProvider && item.sharing !== SharingAttribute.NONE;
  if (granted && !canHoldGrant) throw senseless('granted');
  if (!consented) return;
  if ((!ofDepartment && as !== Role.ENTERPRISE) || isProvider || isItself) throw senseless('consented');
  mustBeOpenToAuthorisation(item);
}

const senseless = (argument: 'department' | 'own' | 'granted' | 'consented'): Refusal =>
  new Refusal('PREVIEW_ARGUMENT', { argument, which: argument });

const grantOf = (item: Item, requester: string, { purpose }: Assumption, { today }: Known) => ({
  id: 'assumed',
  requester,
  itemCode: item.code,
  // without a purpose it is held for one that is not stated
  purpose: purpose ?? Purpose.INSPECTION,
  fields: [],
  from: today,
  until: today,
  inUse: true,
});
