import type { Secrets } from '../database/secrets.js';
import { mask } from './masking.js';
import type { Verdict } from './verdict.js';

/** A text as the verdict lets it out: what is kept sealed is opened no sooner than here, and what is withheld never is. */
export function asShown(value: string, uscc: string, verdict: Verdict, secrets: Secrets): string | null {
  if (verdict.state === 'WITHHELD') return null;
  const plain = secrets.isSealed(value) ? secrets.open(value, uscc) : value;
  return verdict.state === 'SHOWN' ? plain : mask(verdict.pattern, plain);
}
