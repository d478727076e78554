import type { MaskingPattern, WithheldReason } from './words.js';

/** What a rule decides about one value for one viewer. */
export type Verdict =
  | { readonly state: 'SHOWN'; readonly nonPublic: boolean }
  | {
      readonly state: 'MASKED';
      readonly pattern: MaskingPattern;
      readonly reason: WithheldReason;
      readonly nonPublic: boolean;
    }
  | { readonly state: 'WITHHELD'; readonly reason: WithheldReason };

/** Shown as it is, to one of whom nobody needs an account. One value, so that "nothing to do" is a comparison. */
export const shown: Verdict = { state: 'SHOWN', nonPublic: false };

/** Shown as it is, though not to everybody: the subject is told who read it. */
export const disclosed: Verdict = { state: 'SHOWN', nonPublic: true };

/** Shown in part; `nonPublic` when not everybody sees even that part. */
export const masked = (pattern: MaskingPattern, reason: WithheldReason, nonPublic: boolean): Verdict => ({
  state: 'MASKED',
  pattern,
  reason,
  nonPublic,
});

/** Not shown. */
export const withheld = (reason: WithheldReason): Verdict => ({ state: 'WITHHELD', reason });
