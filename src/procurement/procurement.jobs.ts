import { sql } from 'kysely';
import { thePlatform } from '../access/viewer.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import { actingAt, type Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { completeDueDay } from './delivery-report.service.js';
import { warnOfPayments } from './payment-warning.service.js';

/**
 * Completes due days of which the official calendar has been loaded meanwhile, then warns of what is to be paid soon: for that no
 * calendar is needed.
 */
export const paymentJob = (means: Means): Job => ({
  name: 'payments',
  run: async (now, { rehearsed }) => {
    const acting = () => actingAt(means, now, thePlatform, rehearsed);
    const { em, reference } = acting();
    const years = reference(workingDays).years.map(({ year }) => year);
    const { rows } = await sql<{ id: string }>`
      select p.id from payable p join public_contract c on c.id = p.contract_id
      where p.due_on is null and extract(year from p.last_day)::int = any(${years}::int[])
        and (${rehearsed} or not c.rehearsed) order by p.id`.execute(em.getKysely());
    let completed = 0;
    for (const { id } of rows) if (await completeDueDay(acting(), id)) completed++;
    return completed + (await warnOfPayments(acting()));
  },
});
