import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Which of the two logs an entry stands in. */
export type LogName = 'deeds' | 'readings';

/** An entry as it is hashed and exported: the name of its log and everything it says, times as ISO strings. */
export type EntryContent = { readonly log: LogName; readonly id: string; readonly at: string } & Readonly<
  Record<string, unknown>
>;

/** SHA-256 of the bytes. */
export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');

/** The one way to write a value as bytes: RFC 8785 (canonical JSON), so that a hash can be computed again anywhere. */
export function canonicalBytes(value: unknown): Buffer {
  return Buffer.from(canonicalize(value)!);
}

/** The content of a row of a log, whichever way it was read: without what only the database knows of it. */
export function contentOf(log: LogName, row: { readonly id: string; readonly at: Date }): EntryContent {
  const { transactionId: _order, leaf: _leaf, ...said } = row as Record<string, unknown> & typeof row;
  return { ...said, log, at: row.at.toISOString() };
}

const leafPrefix = Buffer.of(0);

/** The leaf of an entry: what its seal rests on (RFC 6962: the prefix tells leaves from nodes). */
export const leafOf = (content: EntryContent): Buffer => sha256(Buffer.concat([leafPrefix, canonicalBytes(content)]));
