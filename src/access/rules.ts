import { masked, shown, type Verdict, withheld } from './verdict.js';
import { isItself, type Viewer } from './viewer.js';
import { type MaskingPattern, Role, WithheldReason } from './words.js';

/** A condition on the viewer and the row at hand, with the words that say it. */
export interface Condition {
  readonly says: string;
  holds(viewer: Viewer, row: unknown): boolean;
}

/** A condition that leads to an outcome. */
interface Clause {
  readonly says: string;
  readonly when: Condition;
  readonly verdict: Verdict;
}

/** Who sees a field, or who may call an operation; beside the field it stands for. */
export interface Rule {
  /** For `schema/access.md`. */
  readonly says: string;
  /** True when it shows everything to everyone: such a field costs nothing. */
  readonly open: boolean;
  /** Why it masks or withholds, where it does; what each reason rests on stands in `withheldReasons`. */
  readonly reasons: readonly WithheldReason[];
  decide(viewer: Viewer, row: unknown): Verdict;
}

/** Holds for callers in one of the roles. */
export const role = (...roles: readonly Role[]): Condition => ({
  says: roles.join(', '),
  holds: (viewer) => roles.includes(viewer.role),
});

/** Holds for everyone inside government who works with credit. */
export const government: Condition = role(Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.ARREARS_ADMIN, Role.SUPERVISOR);

/** Holds for one department. */
export const department = (code: string): Condition => ({
  says: `department ${code}`,
  holds: (viewer) => viewer.role === Role.DEPARTMENT && viewer.department === code,
});

/** Holds for the entity that the row is about. */
export const ownEntity = <Row>(codeOf: (row: Row) => string): Condition => ({
  says: 'the entity itself',
  holds: (viewer, row) => isItself(viewer, codeOf(row as Row)),
});

/** Holds for rows of which something is true, whoever asks. */
export const rowsThat = <Row>(says: string, test: (row: Row) => boolean): Condition => ({
  says,
  holds: (_viewer, row) => test(row as Row),
});

/** Clause: whoever meets one of the conditions sees the value. */
export const show = (...conditions: readonly Condition[]): Clause[] =>
  conditions.map((when) => ({ says: `shown to ${when.says}`, when, verdict: shown }));

/** Clause: whoever meets one of the conditions sees the value in part. */
export const mask = (pattern: MaskingPattern, ...conditions: readonly Condition[]): Clause[] =>
  conditions.map((when) => ({
    says: `masked (${pattern}) for ${when.says}`,
    when,
    verdict: masked(pattern, WithheldReason.PERSONAL_INFORMATION),
  }));

const everyoneElse: Condition = { says: 'everyone else', holds: () => true };

/** Last clause: everyone else sees the value in part. */
export const maskForOthers = (pattern: MaskingPattern): Clause[] => mask(pattern, everyoneElse);

/** Last clause: everyone else does not see the value, for this reason. */
export const withholdFromOthers = (reason: WithheldReason): Clause[] => [
  { says: `withheld from everyone else (${reason})`, when: everyoneElse, verdict: withheld(reason) },
];

/** A rule of clauses: the first one whose condition holds decides; none holding withholds. */
export function rule(...clauses: readonly Clause[][]): Rule {
  const all = clauses.flat();
  return {
    says: all.map((clause) => clause.says).join('; '),
    open: false,
    reasons: [...new Set(all.flatMap(({ verdict }) => (verdict.state === 'SHOWN' ? [] : [verdict.reason])))],
    decide: (viewer, row) =>
      all.find((clause) => clause.when.holds(viewer, row))?.verdict ?? withheld(WithheldReason.ROLE_REQUIRED),
  };
}

/** Everyone sees it, everyone may call it. */
export const anyone: Rule = { says: 'anyone', open: true, reasons: [], decide: () => shown };

/** Whoever meets one of the conditions; nobody else. */
export const only = (...conditions: readonly Condition[]): Rule => ({
  ...rule(show(...conditions), withholdFromOthers(WithheldReason.ROLE_REQUIRED)),
  says: conditions.map((condition) => condition.says).join(', '),
});

/** The verdict was reached with the row, by the catalogue's declarations, and stands in it. */
export const asTheCatalogueSays: Rule = {
  says: 'as the catalogue declares for the item and the field: see "Fields of records" below',
  open: false,
  reasons: [],
  decide: (_viewer, row) => (row as { verdict: Verdict }).verdict,
};
