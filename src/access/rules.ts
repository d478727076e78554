import { decide, type FieldDeclaration, type ItemDeclaration } from './policy.js';
import { asSubject, type Standing } from './standing.js';
import { shown, type Verdict, withheld } from './verdict.js';
import { isItself, type Viewer } from './viewer.js';
import { type Role, WithheldReason } from './words.js';

/** Who asks, for what purpose: what a rule looks at beside the row. */
export interface Asking {
  readonly viewer: Viewer;
  readonly standing: Standing;
}

/** A condition on the viewer and the row at hand, with the words that say it. */
export interface Condition {
  readonly says: string;
  holds(viewer: Viewer, row: unknown): boolean;
}

/** Whose data a value is: what a reading of it is entered under. */
export interface Whose {
  readonly entityId: string;
  /** Code of the catalogue item and id of the record; null for what the registry holds of the entity itself. */
  readonly item: string | null;
  readonly record: string | null;
  /** Key of the field. */
  readonly key: string;
}

/** Who sees a field, or who may call an operation; beside the field it stands for. */
export interface Rule {
  /** For `schema/access.md`. */
  readonly says: string;
  /** True when it shows everything to everyone: such a field costs nothing. */
  readonly open: boolean;
  /** Why it masks or withholds, where it does; what each reason rests on stands in `withheldReasons`. */
  readonly reasons: readonly WithheldReason[];
  decide(asking: Asking, row: unknown): Verdict;
  /** Of values that are not public: whose they are. */
  whose?(row: unknown): Whose;
  /** True where whatever makes the rows has decided each value already: no guard stands in front of it. */
  readonly beforehand?: true;
}

/** Holds for callers in one of the roles. */
export const role = (...roles: readonly Role[]): Condition => ({
  says: roles.join(', '),
  holds: (viewer) => roles.includes(viewer.role),
});

/** Holds for the entity that the row is about. */
export const ownEntity = <Row>(codeOf: (row: Row) => string): Condition => ({
  says: 'the entity itself',
  holds: (viewer, row) => isItself(viewer, codeOf(row as Row)),
});

/** Holds for one department: the row names it. */
export const departmentOf = <Row>(says: string, codeOf: (row: Row) => string | null): Condition => ({
  says,
  holds: (viewer, row) => viewer.department !== undefined && viewer.department === codeOf(row as Row),
});

/** Everyone sees it, everyone may call it. */
export const anyone: Rule = { says: 'anyone', open: true, reasons: [], decide: () => shown };

/** Whoever meets one of the conditions; nobody else, for the reason. */
export const only = (...conditions: readonly Condition[]): Rule =>
  onlyElse(WithheldReason.ROLE_REQUIRED, ...conditions);

/** Whoever meets one of the conditions; it is withheld from everyone else for the reason. */
export const onlyElse = (reason: WithheldReason, ...conditions: readonly Condition[]): Rule => ({
  says: conditions.map((condition) => condition.says).join(', '),
  open: false,
  reasons: [reason],
  decide: ({ viewer }, row) => (conditions.some((one) => one.holds(viewer, row)) ? shown : withheld(reason)),
});

/** A field of the subject itself, declared as the catalogue declares fields of records. */
export interface Declared<Row> {
  readonly item: ItemDeclaration & { readonly code: string };
  readonly field: FieldDeclaration;
  /** Rows of which the value is open to everyone. */
  readonly openWhere?: { readonly says: string; test(row: Row): boolean };
  readonly idOf: (row: Row) => string;
  readonly codeOf: (row: Row) => string;
}

const atHand = { publication: 'PUBLISHED', consented: false } as const;

/** What stands in a class goes through the same decision as what the catalogue defines. */
export function asDeclared<Row>({ item, field, openWhere, idOf, codeOf }: Declared<Row>): Rule {
  const { disclosure, masking } = field;
  const declaration = `disclosure ${disclosure}${masking ? `, masked as ${masking}` : ''}, of ${item.code}: see "Values" below`;
  return {
    says: openWhere ? `anyone, ${openWhere.says}; of others ${declaration}` : declaration,
    open: false,
    reasons: [],
    decide: ({ viewer, standing }, row) => {
      if (openWhere?.test(row as Row)) return shown;
      const footing = isItself(viewer, codeOf(row as Row)) ? asSubject : standing.towards(item);
      return decide(footing, item, field, atHand);
    },
    whose: (row) => ({ entityId: idOf(row as Row), item: null, record: null, key: field.key }),
  };
}

/**
 * Decided where the rows are made, by the catalogue's declarations (`records/record-field.ts`): an answer has hundreds of such
 * values, and a resolver for each would cost more than all else about them.
 */
export const asTheCatalogueSays: Rule = {
  says: 'as the catalogue declares for the item and the field: see "Values" below',
  open: false,
  beforehand: true,
  reasons: [],
  decide: () => withheld(WithheldReason.OWN_DEPARTMENT_ONLY),
};
