import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { Role } from '../access/words.js';
import { audit } from '../audit/audit.js';
import type { Item } from '../catalogue/catalogue.js';
import { itemInForce } from '../catalogue/catalogue.reads.js';
import { Refusal } from '../messages/refusal.js';
import type { Receiving } from './receiving.js';
import type { SentRow } from './row.js';
import { Submission, type SubmissionFormat } from './submission.entity.js';
import { Batch } from './submission-batch.js';

/** The item in force under a code, if the viewer is its provider: nobody else may submit it. */
export function itemToSubmit(
  { viewer, today, reference }: Pick<Receiving, 'viewer' | 'today' | 'reference'>,
  code: string,
): Item {
  const item = itemInForce({ reference, today }, code);
  if (viewer.role !== Role.DEPARTMENT || viewer.department !== item.providerCode) {
    throw new Refusal('NOT_THE_PROVIDER', { item: code, provider: item.providerCode });
  }
  return item;
}

/**
 * Receives rows of an item in one transaction: either the submission is there with every row accounted for, or nothing is.
 * Rows that are known to the letter change nothing; rows that say something else of a known record become its new version.
 */
export async function receiveSubmission(
  receiving: Receiving,
  item: Item,
  format: SubmissionFormat,
  rows: AsyncIterable<SentRow> | Iterable<SentRow>,
): Promise<Submission> {
  return receiving.em.transactional(async (em) => {
    // one submission of an item at a time: two that bring the same record cannot both find it missing
    await sql`select pg_advisory_xact_lock(hashtext('submission'), hashtext(${item.code}))`.execute(em.getKysely());
    const batch = new Batch(em, receiving, item, uuid());
    for await (const sent of rows) await batch.take(sent);
    await batch.write();
    const submission = em.create(Submission, {
      id: batch.submissionId,
      itemCode: item.code,
      itemId: item.id,
      format,
      submittedBy: receiving.viewer.subject,
      receivedAt: receiving.now,
      ...batch.counts,
    });
    em.persist(submission);
    audit(em, receiving, {
      deed: 'submission.receive',
      subjectType: 'Submission',
      subjectId: submission.id,
      facts: { item: item.code, edition: item.edition, format, ...batch.counts },
    });
    return submission;
  });
}
