import { sql } from 'kysely';
import type { Secrets } from '../database/secrets.js';
import { actingAt, type Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { overdueJob } from '../jobs/overdue.js';
import { isLate } from '../workflow/case.reads.js';
import { ListKind, ListRemoval } from './list.words.js';
import { removal } from './listing.documents.js';
import { removedForSql } from './listing.reads.js';
import { ListingState } from './listing.states.js';
import { listingWorkflow } from './listing.workflow.js';
import { withdrawEntry } from './listing-record.service.js';
import { standingOf } from './listing-standing.service.js';
import { factsOf, issue, lockedListing, takeLocked } from './listing-step.service.js';

/** Ends the time for answers and announcements, and tells the supervisor of what is not decided in time. */
export const listingJob = (means: Means): Job =>
  overdueJob(means, {
    name: 'listing',
    workflow: listingWorkflow,
    table: 'list_entry',
    once: true,
    take: (acting, id, step) =>
      acting.em.transactional(async (em) => {
        const entry = await lockedListing(em, id);
        // a party may have been faster
        if (!entry || entry.escalatedAt !== null || !isLate(entry, acting.today)) return;
        await takeLocked(acting, em, entry, { step, reason: null, partyOf: () => 'CLOCK' });
      }),
  });

const lossReason = '主体出现有效的一般或者严重失信信息。';
const lossBasis = '守信激励红名单移出条件（平台规则）：有效失信信息与守信激励不并存';

/**
 * Removes from red lists whoever has an adverse record in force: the entry stands no longer from the moment the record does, as
 * the reads say; here its own record is withdrawn, its consumers are told, and it is lost for good.
 */
export const redListJob = (means: Means & { readonly secrets: Secrets }): Job => ({
  name: 'red list',
  run: async (now, { rehearsed }) => {
    const acting = () => ({ ...actingAt(means, now, undefined, rehearsed), secrets: means.secrets });
    const { em: looking, today } = acting();
    const { rows } = await sql<{ id: string }>`
      select l.id from list_entry l join credit_record r on r.id = l.record_id and r.superseded_at is null
        cross join (select ${today}::date as today) d
      where l.state = ${ListingState.ENTERED} and l.kind = ${ListKind.RED} and (${rehearsed} or not l.rehearsed)
        -- a rehearsal of days before it was entered says nothing of it
        and r.determined_on <= d.today
        and ${sql.raw(removedForSql('d.today'))} = ${ListRemoval.ADVERSE_RECORD} order by l.id`.execute(
      looking.getKysely(),
    );
    const failures: unknown[] = [];
    for (const { id } of rows) {
      // each is a deed of its own: one that fails keeps none of the others waiting
      await lost(acting(), id).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
    return rows.length;
  },
});

type Losing = ReturnType<typeof actingAt> & { readonly secrets: Secrets };

const lost = (acting: Losing, id: string): Promise<void> =>
  acting.em.transactional(async (em) => {
    const entry = await lockedListing(em, id);
    // the department may have been faster, and what was adverse may be over
    if (entry?.state !== ListingState.ENTERED) return;
    if ((await standingOf(em, id, acting.today)).removal !== ListRemoval.ADVERSE_RECORD) return;
    await takeLocked(acting, em, entry, {
      ...{ step: 'lose', reason: lossReason, basis: lossBasis, partyOf: () => 'PLATFORM' },
      effect: async (acted) => {
        // until today it was on the list, as whoever asks about the past is told
        const since = { revokedOn: acting.today, validFrom: acting.today };
        await withdrawEntry(acting, acted, { reason: lossReason, basis: lossBasis, document: entry.number, ...since });
        issue(acting, em, entry, removal(factsOf(acting, acted), lossBasis, lossReason));
      },
    });
  });
