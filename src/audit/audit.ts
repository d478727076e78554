import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../access/viewer.js';
import { AuditEntry } from './audit-entry.entity.js';
import { contentOf, leafOf } from './leaf.js';

/** Who acts, when and in which request. */
export interface Actor {
  readonly viewer: Viewer;
  readonly now: Date;
  /** Whether `now` is an instant to rehearse with. */
  readonly rehearsed: boolean;
  readonly requestId: string;
}

/** What was done to what. */
export interface Deed {
  readonly deed: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly facts: Record<string, unknown>;
}

/**
 * The deed as it stands in the log, with its leaf. The log itself never rehearses: what was done under a rehearsed clock is
 * entered at the time at which it happened, and the rehearsed instant stands among the facts as `rehearsed`.
 */
export function deedEntry({ viewer, now, rehearsed, requestId }: Actor, deed: Deed): Omit<AuditEntry, 'transactionId'> {
  const entry = {
    ...deed,
    ...(rehearsed && { facts: { ...deed.facts, rehearsed: now.toISOString() } }),
    id: uuid(),
    at: rehearsed ? new Date() : now,
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
