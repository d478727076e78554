import { thePlatform } from '../access/viewer.js';
import type { Acting } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { actingAt, type Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { overdueJob } from '../jobs/overdue.js';
import { ArrearsDisclosure } from './arrears-disclosure.entity.js';
import { endOf, yearToDraft } from './disclosure.rules.js';
import { draftDisclosure, refreshDraft, tellLate } from './disclosure.service.js';
import { DisclosureState, disclosureWorkflow } from './disclosure.workflow.js';
import { figuresOf, nil } from './disclosure-figures.js';

/**
 * Draws up the disclosures of the year that is over, one for each department, nil reports included, and counts drafts anew of
 * which the ledger says something else meanwhile. Each is a deed of its own.
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
  const drawn = new Set((await em.find(ArrearsDisclosure, { year })).map(({ departmentCode }) => departmentCode));
  let did = 0;
  for (const code of reference(departments).keys()) {
    if (!drawn.has(code) && (await draftDisclosure(acting(), code, year))) did++;
  }
  return did;
}

async function refresh(acting: () => Acting, rehearsed: boolean): Promise<number> {
  const { em } = acting();
  const drafts = await em.find(ArrearsDisclosure, {
    state: DisclosureState.DRAFTED,
    ...(!rehearsed && { rehearsed: false }),
  });
  let did = 0;
  for (const [year, ofYear] of Map.groupBy(drafts, (one) => one.year)) {
    const figures = await figuresOf(em, endOf(year), rehearsed);
    for (const { id, departmentCode, contractCount, amount } of ofYear) {
      const now = figures.get(departmentCode) ?? nil;
      if (now.contractCount === contractCount && now.amount === amount) continue;
      await refreshDraft(acting(), id);
      did++;
    }
  }
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
