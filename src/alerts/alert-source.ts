import type { AlertKind } from './alert.words.js';

/**
 * A table that only grows and whose rows say that something happened. It has `transaction_id xid8 default
 * pg_current_xact_id()` with an index on it and the id, so that the rounds miss nothing and take nothing twice in whatever
 * order transactions commit.
 */
export interface AlertSource {
  /** Under which its position is kept. */
  readonly name: string;
  readonly kinds: readonly AlertKind[];
  readonly table: string;
  /** Column of the row's id. */
  readonly id: string;
  /**
   * What rows `x` within a window say: a select of `event_id`, `entity_id`, `record_id`, `case_id`, `item_code`, `severity`,
   * `listed`.
   */
  readonly happened: (window: string) => string;
  /** Of which kind an event `t` is to the watch `w`; null: none that it wants. */
  readonly kind: string;
  /**
   * Whether the watch `w` may know of the alert `t`, on its standing `s` on a day. It is asked when the alert is found, when it
   * is told, when it is posted and whenever it is shown.
   */
  readonly known: (today: string) => string;
}

/** In SQL: the kind, if the watch wants it. */
export const wants = (kind: AlertKind): string => `case when '${kind}' = any(w.kinds) then '${kind}' end`;
