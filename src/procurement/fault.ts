import type { Params } from '../messages/refusal.js';
import type { Reason } from '../messages/refusals.js';

/** Why what was stated cannot be worked with: a value, so that a form can ask before it is sent. */
export interface Fault {
  readonly reason: Reason;
  readonly params: Params;
}
