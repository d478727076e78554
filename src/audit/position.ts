/** Where an entry stands in the order of both logs: the transaction that wrote it, then its id. */
export interface Position {
  /** Transaction id (xid8) in decimal digits. */
  readonly transactionId: string;
  readonly id: string;
}

/** Before every entry. */
export const beginning: Position = { transactionId: '0', id: '00000000-0000-0000-0000-000000000000' };

/** Negative when the first comes before the second, zero when they are the same place. */
export function comparePositions(one: Position, other: Position): number {
  // decimal digits without leading zeros: the longer one is the larger one
  const byLength = one.transactionId.length - other.transactionId.length;
  if (byLength !== 0) return byLength;
  if (one.transactionId !== other.transactionId) return one.transactionId < other.transactionId ? -1 : 1;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}
