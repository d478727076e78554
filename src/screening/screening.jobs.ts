import { thePlatform } from '../access/viewer.js';
import { actingAt, type Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { screeningsBehind } from './screened-records.js';
import { screenLate } from './screening.service.js';

/** Screens records of before a ruling that were reported after it. Each screening is a deed of its own. */
export const screeningJob = (means: Means): Job => ({
  name: 'screening',
  run: async (now, { rehearsed }) => {
    const acting = () => actingAt(means, now, thePlatform, rehearsed);
    const looking = acting();
    let taken = 0;
    for (const id of await screeningsBehind(looking.em, looking, rehearsed)) {
      if (await screenLate(acting(), id)) taken++;
    }
    return taken;
  },
});
