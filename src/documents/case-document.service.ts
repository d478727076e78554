import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import type { Acting } from '../context.js';
import { CaseDocument } from './case-document.entity.js';

/** As whom the credit centre issues documents. */
export const creditCentre = '包头市信用中心';

/** A document that is to be issued. */
export type Issuing = Pick<CaseDocument, 'caseKind' | 'caseId' | 'kind' | 'number' | 'title' | 'text' | 'issuedBy'>;

/**
 * Issues a document within the unit of work of the deed that decides it, on the legal day of the deed. The number must be
 * new among the documents of its kind: the database refuses another one.
 */
export function issueDocument(
  em: EntityManager,
  acting: Pick<Acting, 'viewer' | 'now' | 'today' | 'rehearsed' | 'requestId'>,
  issuing: Issuing,
): CaseDocument {
  const document = em.create(CaseDocument, {
    ...{ id: uuid(), issuedOn: acting.today, issuedAt: acting.now },
    ...issuing,
  });
  em.persist(document);
  const { id, caseKind, caseId, kind, number } = document;
  audit(em, acting, {
    deed: 'document.issue',
    subjectType: 'CaseDocument',
    subjectId: id,
    facts: { case: caseKind, caseId, kind, number },
  });
  return document;
}
