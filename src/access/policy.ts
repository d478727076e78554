import { masked, shown, type Verdict, withheld } from './verdict.js';
import { isItself, type Viewer } from './viewer.js';
import { Disclosure, type MaskingPattern, Role, SharingAttribute, WithheldReason } from './words.js';

/** What a viewer is to an item's records: the first thing every decision asks. */
export type Relation = 'PROVIDER' | 'SUBJECT' | 'SUPERVISOR' | 'CREDIT_CENTRE' | 'DEPARTMENT' | 'PUBLIC';

/** What the catalogue declares of an item. */
export interface ItemDeclaration {
  readonly providerCode: string;
  readonly sharing: SharingAttribute;
  readonly disclosure: Disclosure;
}

/** What the catalogue declares of a field; nothing declared means its provider alone sees it. */
export interface FieldDeclaration {
  readonly disclosure: Disclosure | null;
  readonly masking: MaskingPattern | null;
}

/** What the viewer is to records of the item; `subject` is the code of the entity they are about, if one is at hand. */
export function relationTo(viewer: Viewer, item: ItemDeclaration, subject?: string): Relation {
  switch (viewer.role) {
    case Role.DEPARTMENT:
      return viewer.department === item.providerCode ? 'PROVIDER' : 'DEPARTMENT';
    case Role.ENTERPRISE:
      return subject !== undefined && isItself(viewer, subject) ? 'SUBJECT' : 'PUBLIC';
    case Role.SUPERVISOR:
      return 'SUPERVISOR';
    case Role.CREDIT_CENTRE:
      return 'CREDIT_CENTRE';
    case Role.ARREARS_ADMIN:
      return 'DEPARTMENT';
    default:
      return 'PUBLIC';
  }
}

/** How far records of an item may be known to exist. */
export type Reach =
  /** All of them, in every state. */
  | 'ALL'
  /** Those in force. */
  | 'IN_FORCE'
  /** Those that are published just now. */
  | 'PUBLISHED'
  | WithheldReason;

/** Which records of an item a viewer may know of, or why none (sharing × disclosure: both must pass). */
export function reachOf(relation: Relation, item: ItemDeclaration): Reach {
  if (relation === 'PROVIDER' || relation === 'SUBJECT' || relation === 'SUPERVISOR' || relation === 'CREDIT_CENTRE') {
    return 'ALL';
  }
  if (relation === 'DEPARTMENT' && item.sharing === SharingAttribute.UNCONDITIONAL) return 'IN_FORCE';
  if (item.disclosure === Disclosure.PUBLIC) return 'PUBLISHED';
  if (relation === 'DEPARTMENT') return notShared(item.sharing);
  return outside(item.disclosure);
}

/**
 * The one decision about a value that the catalogue defines. Pure: the same declarations and relation, the same
 * verdict, whether or not there is a value.
 */
export function decide(relation: Relation, item: ItemDeclaration, field: FieldDeclaration): Verdict {
  if (relation === 'PROVIDER') return shown;
  if (field.disclosure === null) return withheld(WithheldReason.OWN_DEPARTMENT_ONLY);
  if (relation === 'SUBJECT' || relation === 'SUPERVISOR') return shown;
  if (relation === 'PUBLIC') {
    if (field.disclosure !== Disclosure.PUBLIC) return withheld(outside(field.disclosure));
    return item.disclosure === Disclosure.PUBLIC ? inPart(field) : withheld(outside(item.disclosure));
  }
  if (field.disclosure === Disclosure.PUBLIC && item.disclosure === Disclosure.PUBLIC) return shown;
  if (relation === 'DEPARTMENT' && item.sharing !== SharingAttribute.UNCONDITIONAL) {
    return withheld(notShared(item.sharing));
  }
  if (field.disclosure === Disclosure.AUTHORISED) return withheld(WithheldReason.CONSENT_MISSING);
  if (field.disclosure !== Disclosure.SUBJECT) return shown;
  // what is the subject's own concern is shown to government in part, where a pattern says how, or not at all
  return field.masking === null ? withheld(WithheldReason.SUBJECT_ONLY) : inPart(field);
}

const inPart = ({ masking }: FieldDeclaration): Verdict =>
  masking === null ? shown : masked(masking, WithheldReason.PERSONAL_INFORMATION);

const notShared = (sharing: SharingAttribute): WithheldReason =>
  sharing === SharingAttribute.NONE ? WithheldReason.NOT_SHARED : WithheldReason.GRANT_REQUIRED;

function outside(disclosure: Disclosure): WithheldReason {
  if (disclosure === Disclosure.AUTHORISED) return WithheldReason.CONSENT_MISSING;
  return disclosure === Disclosure.SUBJECT ? WithheldReason.SUBJECT_ONLY : WithheldReason.GOVERNMENT_ONLY;
}
