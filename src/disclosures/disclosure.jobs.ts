import { thePlatform } from '../access/viewer.js';
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
    const { em, today, reference } = acting();
    const year = yearToDraft(today);
    if (year === null) return 0;
    const drawn = await em.find(ArrearsDisclosure, { year });
    const figures = await figuresOf(em, endOf(year), rehearsed);
    let did = 0;
    for (const code of reference(departments).keys()) {
      const one = drawn.find(({ departmentCode }) => departmentCode === code);
      const { contractCount, amount } = figures.get(code) ?? nil;
      if (!one) {
        if (await draftDisclosure(acting(), code, year)) did++;
      } else if (one.state === DisclosureState.DRAFTED && (rehearsed || !one.rehearsed)) {
        if (one.contractCount === contractCount && one.amount === amount) continue;
        await refreshDraft(acting(), one.id);
        did++;
      }
    }
    return did;
  },
});

/** Tells the supervisor of disclosures that were not published by 31 March. */
export const disclosureOverdueJob = (means: Means): Job =>
  overdueJob(means, {
    name: 'late disclosures',
    workflow: disclosureWorkflow,
    table: 'arrears_disclosure',
    once: true,
    take: tellLate,
  });
