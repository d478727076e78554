import type { Day } from '../calendar/day.js';
import { deadlineOf } from '../calendar/deadline.js';
import type { WorkingDays } from '../calendar/working-days.js';
import { type Deadline, DeadlineUnit } from '../workflow/deadline.js';

/** Working days in which what was changed, revoked or held void is withdrawn. */
const workingDays = 3;

/**
 * By when a record had to be withdrawn, with the arithmetic, and whether it was late: within three days, which are working
 * days, of the day on which the penalty was changed, revoked or held void. Refuses with `CALENDAR_MISSING` where a year has no
 * official calendar.
 */
export function withdrawalDeadline(revokedOn: Day, withdrawnOn: Day, calendar: WorkingDays): Deadline {
  const due = deadlineOf(calendar, revokedOn, { workingDays });
  return {
    ...due,
    startedOn: revokedOn,
    length: workingDays,
    unit: DeadlineUnit.WORKING_DAYS,
    basis: 'Administrative Penalty Law (行政处罚法), arts 48, 85',
    overdue: withdrawnOn > due.dueOn,
  };
}
