import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid, v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import type { Acting } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { issueDocument } from '../documents/case-document.service.js';
import { Refusal } from '../messages/refusal.js';
import { nextCaseNumber } from '../workflow/case-number.js';
import { enterStep, unbegun } from '../workflow/enter-step.js';
import { takeOrRefuse } from '../workflow/take.js';
import { takeInCase } from '../workflow/take-in-case.js';
import { written } from '../workflow/written.js';
import { ArrearsDisclosure } from './arrears-disclosure.entity.js';
import { disclosureDocument } from './disclosure.documents.js';
import type { PublishDisclosureInput, ReturnDisclosureInput, SignDisclosureInput } from './disclosure.inputs.js';
import { endOf, guardsOf, partyOf, publishByOf } from './disclosure.rules.js';
import { DisclosureState, disclosureWorkflow } from './disclosure.workflow.js';
import { disclosureCase } from './disclosure-case.js';
import { type Figures, figuresOf, nil } from './disclosure-figures.js';

/** Draws up the disclosure of a department for a year, by the ledger, unless there is one. */
export function draftDisclosure(acting: Acting, departmentCode: string, year: number): Promise<boolean> {
  const { now, today, viewer } = acting;
  return acting.em.transactional(async (em) => {
    // the number comes first: whoever waited for it sees what was drawn up meanwhile
    const number = await nextCaseNumber(em, 'arrears_disclosure', 'D', today);
    if (await em.findOne(ArrearsDisclosure, { departmentCode, year })) return false;
    const guards = guardsOf({ signedBy: null, account: viewer.subject, reason: null });
    const { row } = takeOrRefuse(disclosureWorkflow, 'draft', { state: null, party: 'PLATFORM', guards, history: [] });
    const figures = await counted(em, { departmentCode, year, rehearsed: acting.rehearsed });
    const disclosure = em.create(ArrearsDisclosure, {
      ...{ id: uuid(), number, ...unbegun(now, today), state: DisclosureState.DRAFTED, departmentCode, year },
      ...{ ...figures, countedAt: now, publishBy: publishByOf(year), statement: null },
      ...{ signedBy: null, signedAt: null, publishedAt: null, publishedOn: null, late: false },
    });
    enterStep(em, acting, disclosureCase, disclosure, { row, by: 'PLATFORM', facts: { year, ...figures } });
    return true;
  });
}

/** Counts a draft anew; says whether the ledger says something else by now. */
export function refreshDraft(acting: Acting, id: string): Promise<boolean> {
  return acting.em.transactional(async (em) => {
    const disclosure = await lockedDisclosure(em, id);
    if (disclosure?.state !== DisclosureState.DRAFTED || !(await recount(em, acting, disclosure))) return false;
    const { number, year, contractCount, amount } = disclosure;
    audit(em, acting, {
      ...{ deed: 'disclosure.refresh', subjectType: disclosureCase.noun, subjectId: id },
      facts: { number, year, contractCount, amount },
    });
    return true;
  });
}

/** The department signs off what the ledger says at this moment: from now on the figures stand. 审签. */
export function signDisclosure(acting: Acting, input: SignDisclosureInput): Promise<ArrearsDisclosure> {
  const statement = written('statement', input.statement);
  return takeStep(acting, input.id, 'sign', null, async (em, disclosure) => {
    await recount(em, acting, disclosure);
    disclosure.statement = statement;
    disclosure.signedBy = acting.viewer.subject;
    disclosure.signedAt = acting.now;
  });
}

/** An officer finds something wrong before it is published: it is counted and signed off anew. 退回. */
export const returnDisclosure = (acting: Acting, { id, reason }: ReturnDisclosureInput): Promise<ArrearsDisclosure> =>
  takeStep(acting, id, 'return', written('reason', reason), (_em, disclosure) => {
    disclosure.signedBy = null;
    disclosure.signedAt = null;
  });

/** Another officer publishes what was signed off, in time or late. 公示. */
export const publishDisclosure = (acting: Acting, { id }: PublishDisclosureInput): Promise<ArrearsDisclosure> =>
  takeStep(acting, id, 'publish', null, (em, disclosure) => {
    const { now, today, reference } = acting;
    disclosure.publishedAt = now;
    disclosure.publishedOn = today;
    disclosure.late = today > disclosure.publishBy;
    const department = reference(departments).get(disclosure.departmentCode)!;
    const document = disclosureDocument(disclosure, department);
    issueDocument(em, acting, { caseKind: disclosureCase.code, caseId: disclosure.id, ...document });
  });

function takeStep(
  acting: Acting,
  id: string,
  step: 'sign' | 'return' | 'publish',
  reason: string | null,
  effect: (em: EntityManager, disclosure: ArrearsDisclosure) => Promise<void> | void,
): Promise<ArrearsDisclosure> {
  const { viewer } = acting;
  return acting.em.transactional(async (em) => {
    const disclosure = await lockedDisclosure(em, id);
    const party = disclosure && partyOf(viewer, disclosure);
    if (!disclosure || party === null) throw new Refusal('DISCLOSURE_UNKNOWN');
    const guards = guardsOf({ signedBy: disclosure.signedBy, account: viewer.subject, reason });
    const row = await takeInCase(em, disclosureWorkflow, disclosure, step, { party, guards });
    await effect(em, disclosure);
    const { year, contractCount, amount } = disclosure;
    enterStep(em, acting, disclosureCase, disclosure, {
      ...{ row, by: party, reason },
      facts: { year, contractCount, amount },
    });
    return disclosure;
  });
}

/** Tells the supervisor that a disclosure is late, if it still is when it is locked. */
export function tellLate(acting: Acting, id: string): Promise<void> {
  return acting.em.transactional(async (em) => {
    const disclosure = await lockedDisclosure(em, id);
    if (!disclosure || disclosure.escalatedAt !== null || disclosure.state === DisclosureState.PUBLISHED) return;
    if (acting.today <= disclosure.publishBy) return;
    const guards = guardsOf({ signedBy: disclosure.signedBy, account: acting.viewer.subject, reason: null });
    const row = await takeInCase(em, disclosureWorkflow, disclosure, 'escalate', { party: 'CLOCK', guards });
    enterStep(em, acting, disclosureCase, disclosure, { row, by: 'CLOCK' });
  });
}

/** Writes what the ledger says now; says whether it is something else than before. */
async function recount(em: EntityManager, acting: Acting, disclosure: ArrearsDisclosure): Promise<boolean> {
  const { contractCount, amount } = disclosure;
  disclosure.rehearsed ||= acting.rehearsed;
  const figures = await counted(em, disclosure);
  disclosure.countedAt = acting.now;
  disclosure.contractCount = figures.contractCount;
  disclosure.amount = figures.amount;
  return figures.contractCount !== contractCount || figures.amount !== amount;
}

/** What the ledger says now. In a rehearsal contracts that were registered in one count too. */
const counted = async (
  em: EntityManager,
  { departmentCode, year, rehearsed }: Pick<ArrearsDisclosure, 'departmentCode' | 'year' | 'rehearsed'>,
): Promise<Figures> => (await figuresOf(em, endOf(year), rehearsed, departmentCode)).get(departmentCode) ?? nil;

/** The disclosure, locked until the unit of work ends. */
const lockedDisclosure = async (em: EntityManager, id: string): Promise<ArrearsDisclosure | null> =>
  isUuid(id) ? em.findOne(ArrearsDisclosure, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;
