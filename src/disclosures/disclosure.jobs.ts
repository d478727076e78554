import { thePlatform } from '../access/viewer.js';
import { daysAfter, endOfDay } from '../calendar/day.js';
import type { Acting } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { actingAt, type Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { overdueJob } from '../jobs/overdue.js';
import { ArrearsDisclosure } from './arrears-disclosure.entity.js';
import { yearToDraft } from './disclosure.rules.js';
import { draftDisclosure, refreshDraft, tellLate } from './disclosure.service.js';
import { DisclosureState, disclosureWorkflow } from './disclosure.workflow.js';

/**
 * Draws up the disclosures of the year that is over, one for each department, nil reports included, and counts drafts anew
 * every day, since the ledger may say something else meanwhile. Each is a deed of its own.
 */
export const disclosureJob = (means: Means): Job => ({
  name: 'disclosures',
  run: async (now, { rehearsed }) => {
    const acting = () => actingAt(means, now, thePlatform, rehearsed);
    return (await drawUp(acting)) + (await refresh(acting, rehearsed));
  },
});

async function drawUp(acting: () => Acting): Promise<number> {
  const { em, today, reference } = acting();
  const year = yearToDraft(today);
  if (year === null) return 0;
  const before = await em.find(ArrearsDisclosure, { year }, { fields: ['departmentCode'] });
  const drawn = new Set(before.map(({ departmentCode }) => departmentCode));
  let did = 0;
  for (const code of reference(departments).keys()) {
    if (!drawn.has(code) && (await draftDisclosure(acting(), code, year))) did++;
  }
  return did;
}

/** A draft is counted once a day, and anew when it is signed off. */
async function refresh(acting: () => Acting, rehearsed: boolean): Promise<number> {
  const { em, today } = acting();
  const counted = { countedAt: { $lt: endOfDay(daysAfter(today, -1)) }, ...(!rehearsed && { rehearsed: false }) };
  const drafts = await em.find(ArrearsDisclosure, { state: DisclosureState.DRAFTED, ...counted }, { fields: ['id'] });
  let did = 0;
  for (const { id } of drafts) if (await refreshDraft(acting(), id)) did++;
  return did;
}

/** Tells the supervisor of disclosures that were not published by 31 March. */
export const disclosureOverdueJob = (means: Means): Job =>
  overdueJob(means, {
    name: 'late disclosures',
    workflow: disclosureWorkflow,
    table: 'arrears_disclosure',
    once: true,
    take: tellLate,
  });
