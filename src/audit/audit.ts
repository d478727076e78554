import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../access/viewer.js';
import { AuditEntry } from './audit-entry.entity.js';
import { contentOf, leafOf } from './leaf.js';

/** Who acts, when and in which request. */
export interface Actor {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly requestId: string;
}

/** What was done to what. */
export interface Deed {
  readonly deed: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly facts: Record<string, unknown>;
}

/** The deed as it stands in the log, with its leaf. */
export function deedEntry({ viewer, now, requestId }: Actor, deed: Deed): Omit<AuditEntry, 'transactionId'> {
  const entry = {
    ...deed,
    id: uuid(),
    at: now,
    actor: viewer.subject,
    role: viewer.role,
    onBehalfOf: viewer.department ?? viewer.uscc ?? null,
    requestId,
  };
  return { ...entry, leaf: leafOf(contentOf('deeds', entry)) };
}

/** Writes the deed into the audit with the unit of work that does it: both commit, or neither. */
export function audit(em: EntityManager, actor: Actor, deed: Deed): void {
  em.persist(em.create(AuditEntry, deedEntry(actor, deed)));
}
