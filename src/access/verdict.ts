import type { MaskingPattern, WithheldReason } from './words.js';

/** What a rule decides about one value for one viewer. */
export type Verdict =
  | { readonly state: 'SHOWN' }
  | { readonly state: 'MASKED'; readonly pattern: MaskingPattern; readonly reason: WithheldReason }
  | { readonly state: 'WITHHELD'; readonly reason: WithheldReason };

/** Shown as it is. One value, so that "nothing to do" is a comparison. */
export const shown: Verdict = { state: 'SHOWN' };

/** Shown in part. */
export const masked = (pattern: MaskingPattern, reason: WithheldReason): Verdict => ({
  state: 'MASKED',
  pattern,
  reason,
});

/** Not shown. */
export const withheld = (reason: WithheldReason): Verdict => ({ state: 'WITHHELD', reason });
