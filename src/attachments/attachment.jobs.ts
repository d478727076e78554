import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import { actingAt, type Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { Attachment } from './attachment.entity.js';
import type { FileStore } from './file-store.js';

/** How long an upload waits for its case, in milliseconds. */
const waits = 24 * 3_600_000;

/** How many are removed in one round. */
const atOnce = 1000;

/** What the job works with. */
export interface Removing extends Means {
  readonly files: FileStore;
}

/**
 * Removes what was uploaded and is in no case after a day, and what interrupted uploads have left. A file is given up first,
 * so that no case takes it any more, then its bytes go and its row last: whatever ends the round, the next one finds it. One
 * that a deed is just filing is locked by it and left alone.
 */
export const attachmentJob = (means: Removing): Job => ({
  name: 'attachments',
  run: async (now) => {
    const before = uuid({ msecs: now.getTime() - waits, seq: 0, random: new Uint8Array(16) });
    const kysely = actingAt(means, now).em.getKysely();
    const { rows } = await sql<{ id: string }>`
      update attachment set kept = false where id in (
        select id from attachment where case_id is null and id < ${before}::uuid order by id limit ${atOnce} for update skip locked)
      returning id`.execute(kysely);
    for (const { id } of rows) {
      await means.files.remove(id);
      await forget(means, now, id);
    }
  },
});

async function forget(means: Means, now: Date, id: string): Promise<void> {
  const acting = actingAt(means, now);
  await acting.em.transactional(async (em) => {
    const attachment = await em.findOne(Attachment, { id, kept: false });
    if (!attachment) return;
    const { size, sha256 } = attachment;
    em.remove(attachment);
    audit(em, acting, {
      deed: 'attachment.discard',
      subjectType: 'Attachment',
      subjectId: id,
      facts: { size, sha256 },
    });
  });
}
