import { thePlatform } from '../access/viewer.js';
import { actingAt, type Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { evaluateEverybody, type Slice } from './evaluation.service.js';

/**
 * A round by the clock gives it less time than an instance on its way down waits for, and less than a minute, so that the other
 * jobs are not held up; the next round goes on. A large city takes a few rounds.
 */
const aRound: Slice = { entities: 5_000, milliseconds: 20_000 };

/** A round that somebody runs for a day of their choice is not followed by another: it does the whole run. */
const whole: Slice = { ...aRound, milliseconds: Number.POSITIVE_INFINITY };

/** Evaluates everybody once a legal day, in slices: the first round after midnight begins. */
export const evaluationJob = (means: Means, slice: Slice = aRound): Job => ({
  name: 'evaluation',
  run: (now, { rehearsed }) =>
    evaluateEverybody(() => actingAt(means, now, thePlatform, rehearsed), rehearsed ? whole : slice),
});
