import { v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import { legalDay } from '../calendar/day.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { needed } from '../workflow/written.js';
import { ReadingDeferral } from './deferral.entity.js';
import { deferralFault } from './deferral.rules.js';
import type { DeferReadingsInput } from './reading.inputs.js';

/** The supervisor defers the telling of its readings under a case. */
export async function deferReadings(context: Context, input: DeferReadingsInput): Promise<ReadingDeferral> {
  const basis = needed('basis', input.basis);
  const caseNumber = needed('caseNumber', input.caseNumber);
  const { now, today, viewer } = context;
  return context.em.transactional(async (em) => {
    const first = await em.findOne(ReadingDeferral, { caseNumber }, { orderBy: { decidedAt: 'asc' } });
    const fault = deferralFault(input.until, today, first && legalDay(first.decidedAt));
    if (fault) throw new Refusal(fault.reason, fault.params);
    const deferral = em.create(ReadingDeferral, {
      id: uuid(),
      caseNumber,
      until: input.until,
      basis,
      decidedAt: now,
      decidedBy: viewer.subject,
    });
    em.persist(deferral);
    audit(em, context, {
      deed: 'reading.defer',
      subjectType: 'ReadingDeferral',
      subjectId: deferral.id,
      facts: { caseNumber, until: input.until, basis },
    });
    return deferral;
  });
}
