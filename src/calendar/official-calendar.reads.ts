import { columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import type { OfficialCalendar } from './official-calendar.entity.js';
import { WorkingDays } from './working-days.js';

const allCalendars = statement<OfficialCalendar>(
  'officialCalendars',
  `select ${columns<OfficialCalendar>('c', ['year', 'notice', 'off', 'work'])} from official_calendar c order by c.year`,
);

/** Every official calendar, for `deadlineOf`. */
export const workingDays = snapshot(
  'workingDays',
  ['official_calendar'],
  async (reads): Promise<WorkingDays> => new WorkingDays(await reads.rows(allCalendars)),
);
