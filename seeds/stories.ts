import { clean } from './stories/clean.js';
import { publicStories } from './stories/public.js';
import { repairable } from './stories/repairable.js';
import { serious } from './stories/serious.js';
import { cooperative, soleTrader } from './stories/small.js';
import type { Story } from './stories/story.js';

/** Ten invented entities with fixed codes, whose records were written by hand. Enterprises first. */
export function stories(): Story[] {
  return [clean(), repairable(), serious(), soleTrader(), cooperative(), ...publicStories()];
}
