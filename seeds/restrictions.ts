import type { Viewer } from '../src/access/viewer.js';
import { Role } from '../src/access/words.js';
import type { Context } from '../src/context.js';
import { byOwnClock } from '../src/jobs/clockwork.js';
import { CreditRecord } from '../src/records/credit-record.entity.js';
import { LegalEntity } from '../src/registry/legal-entity.entity.js';
import { Restriction } from '../src/restrictions/restriction.entity.js';
import { restrictionJob } from '../src/restrictions/restriction.jobs.js';
import { proposeRestriction } from '../src/restrictions/restriction.service.js';
import { imposeRestriction } from '../src/restrictions/restriction-step.service.js';
import type { Resources } from '../src/server/request-context.js';

/** In whose name, and on which day. */
type As = (viewer: Omit<Viewer, 'subject'> & Partial<Pick<Viewer, 'subject'>>, day: string) => Context;

const officer = (department: string) => ({ role: Role.DEPARTMENT, department });

/** The entity of the demonstration that is on two lists. */
const listed = '91150204MA0T3QT3XE';

/** Two restrictions of the invented city: one that is in force, one of which the entity may still answer the notice. */
export async function loadRestrictions(resources: Resources, as: As): Promise<void> {
  await inForce(resources, as);
  await notified(as);
}

/** The id of the entity's record; null when something rests on it already: what a start that was cut off has made stays. */
async function unrestricted({ em }: Context, number: string): Promise<string | null> {
  const { id: entityId } = await em.findOneOrFail(LegalEntity, { uscc: listed });
  const { id } = await em.findOneOrFail(CreditRecord, { entityId, number, supersededAt: null });
  return (await em.count(Restriction, { recordId: id })) === 0 ? id : null;
}

async function inForce(resources: Resources, as: As): Promise<void> {
  const context = as(officer('HRSS'), '2026-03-02');
  const record = await unrestricted(context, '包人社严列〔2026〕901号');
  if (record === null) return;
  const { id } = await proposeRestriction(context, {
    ...{ uscc: listed, measure: 'FISCAL_FUNDS', record, until: '2028-02-03' },
    legalBasis: '《保障农民工工资支付条例》（国务院令第724号）第四十八条',
    facts: '当事人因无故拖欠农民工工资被列入失信联合惩戒对象名单，至今未支付。',
  });
  await restrictionJob(resources).run(new Date('2026-03-10T10:00:00+08:00'), byOwnClock);
  await imposeRestriction(as({ ...officer('HRSS'), subject: 'demonstration-2' }, '2026-03-12'), {
    ...{ id, reason: '当事人在规定期限内未陈述申辩，事实清楚，措施与其行为相当。' },
  });
}

async function notified(as: As): Promise<void> {
  const context = as(officer('MARKET'), '2026-11-20');
  const record = await unrestricted(context, '包市监严列〔2025〕901号');
  if (record === null) return;
  await proposeRestriction(context, {
    ...{ uscc: listed, measure: 'KEY_SUPERVISION', record, until: '2027-10-20' },
    legalBasis: '《市场监督管理严重违法失信名单管理办法》（国家市场监督管理总局令第44号）',
    facts: '当事人因生产不符合强制性标准的产品被列入严重违法失信名单。',
  });
}
