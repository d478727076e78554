import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid, v7 as uuid } from 'uuid';
import type { Viewer } from '../access/viewer.js';
import { audit } from '../audit/audit.js';
import type { Acting } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { Attachment } from './attachment.entity.js';
import { isOfSide, mostAttachments, type Side } from './attachment.rules.js';
import type { CaseAt } from './case-key.js';
import type { FileStore, FileToKeep } from './file-store.js';

/** As which side a viewer acts. */
export const sideOf = ({ department, uscc, subject }: Viewer): Side => ({
  departmentCode: department ?? null,
  uscc: uscc ?? null,
  account: subject,
});

/**
 * Takes in a file that was checked. Its row is written first and exists for nobody until the bytes are kept, so that
 * whatever ends the process leaves nothing that is seen, and nothing that the job does not find and remove.
 */
export async function receiveAttachment(
  acting: Acting,
  store: FileStore,
  name: string,
  file: FileToKeep,
): Promise<Attachment> {
  const { em, viewer, now } = acting;
  const { size, sha256, mediaType } = file;
  const attachment = em.create(Attachment, {
    ...{ id: uuid(), name, mediaType, size, sha256, role: viewer.role, ...sideOf(viewer), uploadedAt: now },
    ...{ kept: false, caseKind: null, caseId: null, attachedAt: null },
  });
  await em.persist(attachment).flush();
  await store.put(attachment.id, file);
  await em.transactional(async (inner) => {
    attachment.kept = true;
    // its name is its sender's words and may be somebody's: the hash says which file it was
    const facts = { mediaType, size, sha256 };
    audit(inner, acting, { deed: 'attachment.upload', subjectType: 'Attachment', subjectId: attachment.id, facts });
  });
  return attachment;
}

/**
 * Files attachments with a case, within the unit of work of the deed that needs them; they are the case's from then on and
 * go with no other. Each must have been sent by the actor's own side and be unused.
 *
 * @param ids in any order; one that is named twice counts once
 * @throws Refusal TOO_MANY_ATTACHMENTS, UNKNOWN_ATTACHMENT (also for those of others), ATTACHMENT_USED
 */
export async function attach(
  em: EntityManager,
  { viewer, now }: Pick<Acting, 'viewer' | 'now'>,
  ids: readonly string[],
  to: CaseAt,
): Promise<Attachment[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length > mostAttachments) {
    throw new Refusal('TOO_MANY_ATTACHMENTS', { count: wanted.length, most: mostAttachments });
  }
  // in one order, so that two deeds never wait for each other
  const found = await em.find(
    Attachment,
    { id: { $in: wanted.filter((id) => isUuid(id)) } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const side = sideOf(viewer);
  return wanted.map((id) => {
    const attachment = found.find((one) => one.id === id.toLowerCase());
    if (!attachment?.kept || !isOfSide(side, attachment))
      throw new Refusal('UNKNOWN_ATTACHMENT', { id: id.slice(0, 100) });
    if (attachment.caseId !== null) throw new Refusal('ATTACHMENT_USED', { id });
    return Object.assign(attachment, { caseKind: to.kind, caseId: to.id, attachedAt: now });
  });
}
