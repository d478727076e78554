import type { Day } from '../calendar/day.js';
import type { WorkingDays } from '../calendar/working-days.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { ClockFacts } from '../workflow/clock.js';
import { asTold, type Deadline, deadlineIn } from '../workflow/deadline.js';
import { sharingWorkflow } from './sharing.workflow.js';
import type { SharingRequest } from './sharing-request.entity.js';

/** The facts that choose the periods of a request: how its item is shared, and until when it may be used. */
export const clockFacts = (request: SharingRequest, catalogue: Catalogue): ClockFacts => ({
  sharing: catalogue.edition(request.itemId).sharing,
  useUntil: request.validUntil,
});

/** The deadline of a request with its arithmetic; null where no clock runs. */
export function deadlineOfRequest(
  request: SharingRequest,
  catalogue: Catalogue,
  calendar: WorkingDays,
  today: Day,
): Deadline | null {
  const { state, startedOn, dueOn } = request;
  if (startedOn === null || dueOn === null) return null;
  const running = { state, startedOn, facts: clockFacts(request, catalogue) };
  return asTold(deadlineIn(sharingWorkflow, running, calendar, today), dueOn, today);
}
