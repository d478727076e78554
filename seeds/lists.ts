import type { Viewer } from '../src/access/viewer.js';
import { Role } from '../src/access/words.js';
import type { Context } from '../src/context.js';
import { byOwnClock } from '../src/jobs/clockwork.js';
import { ListEntry } from '../src/lists/list-entry.entity.js';
import { listingJob } from '../src/lists/listing.jobs.js';
import { proposeListing } from '../src/lists/listing.service.js';
import { enterOnList } from '../src/lists/listing-decision.service.js';
import type { Resources } from '../src/server/request-context.js';

/** In whose name, and on which day; another account where one is named. */
type As = (viewer: Omit<Viewer, 'subject'> & Partial<Pick<Viewer, 'subject'>>, day: string) => Context;

const officer = (department: string, subject?: string) => ({
  ...{ role: Role.DEPARTMENT, department },
  ...(subject !== undefined && { subject }),
});

const trust = { list: 'DRC_RED', basis: '国发〔2016〕33号；守信激励红名单认定条件（示例）' };

/** The red list of the invented city: an entity that is on it, and one that is announced. Nobody invented is put on a serious one. */
export async function loadLists(resources: Resources, as: As): Promise<void> {
  // what a start that was cut off has made stays as it is
  const missing = async (decisionNumber: string) =>
    (await resources.orm.em.fork().count(ListEntry, { decisionNumber })) === 0;
  if (await missing('包发改红列〔2026〕1号')) await onTheList(resources, as);
  if (await missing('包发改红列〔2026〕2号')) await announced(as);
}

async function onTheList(resources: Resources, as: As): Promise<void> {
  const id = await proposeListing(as(officer('AGRICULTURE'), '2026-09-01'), {
    ...{ ...trust, uscc: '91150200MA0T3QT132', decisionNumber: '包发改红列〔2026〕1号' },
    facts: '连续三年无失信记录，公共信用综合评价为A级，合同履约率百分之百。',
  });
  await listingJob(resources).run(new Date('2026-09-11T10:00:00+08:00'), byOwnClock);
  await enterOnList(as(officer('DRC', 'demonstration-2'), '2026-09-14'), {
    ...{ id, reason: '公示期内无异议，符合认定条件。' },
  });
}

async function announced(as: As): Promise<void> {
  await proposeListing(as(officer('AGRICULTURE'), '2026-11-23'), {
    ...{ ...trust, uscc: '91150223MA0T3Q000E', decisionNumber: '包发改红列〔2026〕2号' },
    facts: '近三年无失信记录，带动农牧户增收，履约良好。',
  });
}
