import { Purpose, readsRepaired, type Scope } from './purpose.js';
import { disclosed, masked, shown, type Verdict, withheld } from './verdict.js';
import { isItself, type Viewer } from './viewer.js';
import { Disclosure, type MaskingPattern, Role, SharingAttribute, WithheldReason } from './words.js';

/** What a viewer is to an item's records: the first thing every decision asks. */
export type Relation = 'PROVIDER' | 'SUBJECT' | 'SUPERVISOR' | 'CREDIT_CENTRE' | 'DEPARTMENT' | 'PUBLIC';

/** What the catalogue declares of an item. */
export interface ItemDeclaration {
  readonly providerCode: string;
  /** Class of the national catalogue. */
  readonly class: string;
  readonly sharing: SharingAttribute;
  readonly disclosure: Disclosure;
}

/** What the catalogue declares of a field; nothing declared means its provider alone sees it. */
export interface FieldDeclaration {
  readonly key: string;
  readonly disclosure: Disclosure | null;
  readonly masking: MaskingPattern | null;
}

/** A granted sharing request that is in force for the stated purpose. */
export interface Grant {
  /** Ids of the requests: two may cover the same item. */
  readonly requests: readonly string[];
  /** Keys of the fields that were granted by name; of others the grant opens what is no personal concern of the subject. */
  readonly fields: readonly string[];
}

/** What a department holds of an item: a grant, one that has ended, one for other purposes, or none. */
export type Holding = Grant | 'ENDED' | 'OTHER_PURPOSE' | 'NONE';

/** Whether a record is published just now, or why not. */
export type Publication =
  | 'PUBLISHED'
  | WithheldReason.NATURAL_PERSON
  | WithheldReason.MINOR_NOT_PUBLIC
  | WithheldReason.PUBLICITY_ENDED
  | WithheldReason.REPAIRED
  | WithheldReason.WITHDRAWN;

/** On what footing a viewer asks about records of one item: everything that a decision knows beside the declarations. */
export interface Footing {
  readonly relation: Relation;
  /** The stated purpose where it holds. */
  readonly purpose: Purpose | null;
  /** Why no purpose holds: none or no case was stated, or the viewer's mandate does not list it. */
  readonly bar: WithheldReason | null;
  /** What the purpose opens. */
  readonly scope: Scope | null;
  readonly holding: Holding;
}

/** What a decision about one value knows beside the footing: the record at hand. */
export interface RecordAtHand {
  readonly publication: Publication;
  /** Whether its subject has authorised the viewer for the item. */
  readonly consented: boolean;
}

/** What the viewer is to records of the item; `subject` is the code of the entity they are about, if one is at hand. */
export function relationTo(
  viewer: Pick<Viewer, 'role' | 'department' | 'uscc'>,
  item: Pick<ItemDeclaration, 'providerCode'>,
  subject?: string,
): Relation {
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
export function reachOf(footing: Footing, item: ItemDeclaration): Reach {
  const { relation, purpose } = footing;
  if (relation !== 'DEPARTMENT' && relation !== 'PUBLIC') return 'ALL';
  const bar = relation === 'PUBLIC' ? outside(item.disclosure) : barTo(footing, item);
  if (bar === null) return purpose !== null && readsRepaired.includes(purpose) ? 'ALL' : 'IN_FORCE';
  return item.disclosure === Disclosure.PUBLIC ? 'PUBLISHED' : bar;
}

/** Whether somebody outside government may know of records in force of the item once their subject has authorised it. */
export const knownByConsent = ({ relation }: Footing, { disclosure }: ItemDeclaration): boolean =>
  relation === 'PUBLIC' && disclosure === Disclosure.AUTHORISED;

/** Why what is not public of an item is closed to government; null when it is open. */
export function barTo({ relation, bar, scope, holding }: Footing, item: ItemDeclaration): WithheldReason | null {
  if (relation === 'DEPARTMENT' && item.sharing === SharingAttribute.NONE) return WithheldReason.NOT_SHARED;
  if (relation === 'DEPARTMENT' && item.sharing === SharingAttribute.CONDITIONAL) {
    if (holding === 'NONE') return WithheldReason.GRANT_REQUIRED;
    if (holding === 'ENDED') return WithheldReason.GRANT_EXPIRED;
  }
  if (bar !== null) return bar;
  if (holding === 'OTHER_PURPOSE' && item.sharing === SharingAttribute.CONDITIONAL && relation === 'DEPARTMENT') {
    return WithheldReason.PURPOSE_NOT_COVERED;
  }
  const covered = scope !== null && (scope.classes.length === 0 || scope.classes.includes(item.class));
  return covered ? null : WithheldReason.PURPOSE_NOT_COVERED;
}

/**
 * The one decision about a value, whether a field of a class declares it or the catalogue. Pure: the same declarations and
 * footing, the same verdict, whether or not there is a value.
 */
export function decide(
  footing: Footing,
  item: ItemDeclaration,
  field: FieldDeclaration,
  { publication, consented }: RecordAtHand,
): Verdict {
  const { relation, purpose } = footing;
  const open =
    field.disclosure === Disclosure.PUBLIC && item.disclosure === Disclosure.PUBLIC && publication === 'PUBLISHED';
  if (open && field.masking === null) return shown;
  if (publication === WithheldReason.REPAIRED && !readsWhatIsRepaired(relation, purpose)) return withheld(publication);
  if (relation === 'PROVIDER') return disclosed;
  if (field.disclosure === null) return withheld(WithheldReason.OWN_DEPARTMENT_ONLY);
  // nobody keeps an account of what the subject reads about itself
  if (relation === 'SUBJECT') return shown;
  if (relation === 'SUPERVISOR') return disclosed;
  return relation === 'PUBLIC'
    ? outsideGovernment(item, field, publication, consented)
    : insideGovernment(footing, item, field, open, consented);
}

/** Whether somebody reads repaired records as they were; everybody else learns at most that there is one. */
export const readsWhatIsRepaired = (relation: Relation, purpose: Purpose | null): boolean =>
  relation === 'SUBJECT' || relation === 'SUPERVISOR' || (purpose !== null && readsRepaired.includes(purpose));

function outsideGovernment(
  item: ItemDeclaration,
  field: FieldDeclaration,
  publication: Publication,
  consented: boolean,
): Verdict {
  if (consented && opensByConsent(item, field)) {
    return field.masking === null ? disclosed : masked(field.masking, WithheldReason.PERSONAL_INFORMATION, true);
  }
  if (item.disclosure !== Disclosure.PUBLIC && !(consented && item.disclosure === Disclosure.AUTHORISED)) {
    return withheld(outside(field.disclosure === Disclosure.PUBLIC ? item.disclosure : field.disclosure!));
  }
  if (field.disclosure !== Disclosure.PUBLIC) return withheld(outside(field.disclosure!));
  if (publication !== 'PUBLISHED') return withheld(publication);
  return masked(field.masking!, WithheldReason.PERSONAL_INFORMATION, false);
}

/** The subject can open to others what the catalogue declares open to authorised inquiry, and nothing else. */
export function opensByConsent(
  item: Pick<ItemDeclaration, 'disclosure'>,
  { disclosure }: Pick<FieldDeclaration, 'disclosure'>,
): boolean {
  if (item.disclosure === Disclosure.AUTHORISED) {
    return disclosure === Disclosure.PUBLIC || disclosure === Disclosure.AUTHORISED;
  }
  return item.disclosure === Disclosure.PUBLIC && disclosure === Disclosure.AUTHORISED;
}

function insideGovernment(
  footing: Footing,
  item: ItemDeclaration,
  field: FieldDeclaration,
  open: boolean,
  consented: boolean,
): Verdict {
  const { masking } = field;
  const closed = (reason: WithheldReason): Verdict => {
    // what everybody sees in part nobody sees less of
    return open && masking !== null ? masked(masking, reason, false) : withheld(reason);
  };
  const bar = barTo(footing, item);
  if (bar !== null) return closed(bar);
  if (field.disclosure === Disclosure.AUTHORISED && !consented) return closed(WithheldReason.CONSENT_MISSING);
  const personal = footing.scope!.personal;
  const named = typeof footing.holding === 'object' && footing.holding.fields.includes(field.key);
  if (field.disclosure === Disclosure.SUBJECT && !named) {
    // the subject's own concern: to government in part, where a pattern says how and the purpose needs it, or not at all
    if (masking === null) return withheld(WithheldReason.SUBJECT_ONLY);
    return personal.includes(masking)
      ? masked(masking, WithheldReason.PERSONAL_INFORMATION, true)
      : withheld(WithheldReason.PURPOSE_NOT_COVERED);
  }
  if (masking !== null && !named && !personal.includes(masking)) {
    return masked(masking, WithheldReason.PURPOSE_NOT_COVERED, !open);
  }
  return disclosed;
}

function outside(disclosure: Disclosure): WithheldReason {
  if (disclosure === Disclosure.AUTHORISED) return WithheldReason.CONSENT_MISSING;
  return disclosure === Disclosure.SUBJECT ? WithheldReason.SUBJECT_ONLY : WithheldReason.GOVERNMENT_ONLY;
}
