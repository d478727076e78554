import type { Text } from './language.js';

/** Codes of errors, as published in `extensions.code`. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_INPUT'
  | 'REFUSED'
  | 'CONFLICT'
  | 'TOO_EXPENSIVE'
  | 'RATE_LIMITED'
  | 'INTERNAL';

export interface RefusalEntry {
  readonly code: ErrorCode;
  readonly text: Text;
  /** Article or standard the rule rests on. */
  readonly basis?: string;
  readonly remedy?: Text;
}
