import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { recordDishonesty } from '../dishonesty/dishonesty.service.js';
import { creditCentre, issueDocument } from '../documents/case-document.service.js';
import { Refusal } from '../messages/refusal.js';
import { fenOf, moneyOf } from '../money/fen.js';
import type { Money } from '../money/money.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { needed } from '../workflow/written.js';
import { dishonestFacts, finding, type NoticeText, notice, urging } from './commitment.documents.js';
import type {
  CommitmentDocumentInput,
  CommitmentReasonInput,
  ConfirmCommitmentAuthorityInput,
  InvalidateCommitmentInput,
  TakeUpCommitmentInput,
} from './commitment.inputs.js';
import { commitmentCase } from './commitment-case.js';
import { type Acted, takeCommitmentStep } from './commitment-step.service.js';
import type { PolicyCommitment } from './policy-commitment.entity.js';

// What the administrators and the authority do: check, urge, propose, find. Nobody decides its own case.

/** As whom the administrators issue documents. */
const administrators = '包头市政策兑现与清欠工作专班';

/** An administrator finds that it was lawful and within authority: 认定有效. */
export const confirmCommitmentAuthority = (
  context: Context,
  input: ConfirmCommitmentAuthorityInput,
): Promise<PolicyCommitment> => check(context, 'confirmAuthority', input, null);

/** An administrator finds that it was not, and says how trust is made good: 认定无效. */
export const invalidateCommitment = (context: Context, input: InvalidateCommitmentInput): Promise<PolicyCommitment> =>
  check(context, 'invalidate', input, needed('trustInterest', input.trustInterest));

function check(
  context: Context,
  step: 'confirmAuthority' | 'invalidate',
  input: ConfirmCommitmentAuthorityInput,
  trustInterest: string | null,
): Promise<PolicyCommitment> {
  const reason = needed('reason', input.reason);
  const basis = needed('basis', input.basis);
  return takeCommitmentStep(context, input.id, step, {
    ...{ reason, basis },
    effect: ({ commitment }) => {
      const valid = trustInterest === null;
      commitment.authority = { valid, by: Role.ARREARS_ADMIN, on: context.today, basis, reason, trustInterest };
    },
  });
}

/** An administrator urges the owner of what is overdue, in writing: 督办. */
export function urgeCommitment(context: Context, input: CommitmentDocumentInput): Promise<PolicyCommitment> {
  const document = needed('document', input.document);
  const reason = needed('reason', input.reason);
  return takeCommitmentStep(context, input.id, 'urge', {
    ...{ reason, basis: document },
    effect: ({ em, commitment }) => {
      commitment.urgedBy = document;
      issue(context, { em, commitment }, urging(factsOf(context, commitment, reason)), administrators);
    },
  });
}

/** The owner takes up what was urged and states the day: 认领整改. */
export const takeUpCommitment = (context: Context, input: TakeUpCommitmentInput): Promise<PolicyCommitment> =>
  takeCommitmentStep(context, input.id, 'takeUp', {
    reason: needed('plan', input.plan),
    said: () => ({ rectifyBy: input.rectifyBy }),
    effect: ({ commitment }) => {
      commitment.rectifyBy = input.rectifyBy;
    },
  });

/** An administrator proposes that default be found; the owner is told in writing and may answer: 拟认定失信. */
export function proposeCommitmentFinding(context: Context, input: CommitmentReasonInput): Promise<PolicyCommitment> {
  const reason = needed('reason', input.reason);
  return takeCommitmentStep(context, input.id, 'proposeFinding', {
    reason,
    evidence: input.evidence ?? [],
    effect: ({ em, commitment }) =>
      issue(context, { em, commitment }, notice(factsOf(context, commitment, reason)), administrators),
  });
}

/** The owner answers the notice: 陈述申辩. */
export const answerCommitmentNotice = (context: Context, input: CommitmentReasonInput): Promise<PolicyCommitment> =>
  takeCommitmentStep(context, input.id, 'answerNotice', {
    reason: needed('reason', input.reason),
    evidence: input.evidence ?? [],
  });

/** The authority rejects the proposal, with the reason: 不予认定. */
export const rejectCommitmentFinding = (context: Context, input: CommitmentReasonInput): Promise<PolicyCommitment> =>
  takeCommitmentStep(context, input.id, 'rejectFinding', {
    reason: needed('reason', input.reason),
    evidence: input.evidence ?? [],
  });

/** The authority finds default; the owner's own record says so from the same unit of work on: 认定违约失信. */
export function findCommitmentDefault(
  context: Context,
  input: ConfirmCommitmentAuthorityInput,
): Promise<PolicyCommitment> {
  const reason = needed('reason', input.reason);
  const basis = needed('basis', input.basis);
  return takeCommitmentStep(context, input.id, 'findDefault', {
    ...{ reason, basis },
    effect: (acted) => record(context, acted, reason, basis),
  });
}

async function record(context: Context, { em, commitment }: Acted, reason: string, basis: string): Promise<void> {
  const { viewer, today, reference } = context;
  const owner = reference(departments).get(commitment.ownerCode)!;
  const entity = await em.findOne(LegalEntity, { uscc: owner.uscc });
  if (!entity) throw new Refusal('COMMITMENT_OWNER_UNREGISTERED', { department: owner.code });
  const facts = factsOf(context, commitment, reason);
  const document = finding(facts, basis);
  const findingRecordId = await recordDishonesty(context, em, {
    ...{ item: 'DRC_GOVERNMENT_DISHONESTY', kind: '违约失信', number: document.number },
    entity: { name: entity.name, uscc: entity.uscc },
    ...{ facts: dishonestFacts(facts), basis, amount: owed(commitment), caseNumber: commitment.number },
  });
  Object.assign(commitment, { findingNumber: document.number, findingRecordId, foundOn: today });
  const unit = viewer.role === Role.CREDIT_CENTRE ? creditCentre : reference(departments).get(viewer.department!)!.name;
  issue(context, { em, commitment }, document, unit);
}

/** What of the amount is not paid; null where no money was promised. */
const owed = ({ amount, fulfilledAmount }: PolicyCommitment): Money | null =>
  amount === null ? null : moneyOf(fenOf(amount) - fenOf(fulfilledAmount ?? '0.00'));

const factsOf = ({ reference, today }: Context, commitment: PolicyCommitment, reason: string) => ({
  commitment,
  owner: reference(departments).get(commitment.ownerCode)!.name,
  owed: owed(commitment),
  ...{ reason, today },
});

function issue(context: Context, { em, commitment }: Acted, text: NoticeText, issuedBy: string): void {
  issueDocument(em, context, { caseKind: commitmentCase.code, caseId: commitment.id, ...text, issuedBy });
}
