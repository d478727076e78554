import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { Role } from '../access/words.js';
import { attach } from '../attachments/attachment.service.js';
import type { Context } from '../context.js';
import type { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { Refusal } from '../messages/refusal.js';
import { type EntityRow, entityByCode } from '../registry/legal-entity.reads.js';
import { nextCaseNumber } from '../workflow/case-number.js';
import { enterStep, unbegun } from '../workflow/enter-step.js';
import { takeOrRefuse } from '../workflow/take.js';
import { needed, written } from '../workflow/written.js';
import type { ClaimCommitmentInput, MilestoneInput, RegisterCommitmentInput } from './commitment.inputs.js';
import { guardsOf, nothingSaid, registrar } from './commitment.rules.js';
import { CommitmentState } from './commitment.states.js';
import { type CommitmentParty, commitmentWorkflow } from './commitment.workflow.js';
import { commitmentCase } from './commitment-case.js';
import { PolicyCommitment } from './policy-commitment.entity.js';
import { faultOfPromise } from './promise.rules.js';

/** What of the state of a case does not begin with the promise itself. */
type Begun = Pick<
  PolicyCommitment,
  'ownerCode' | 'ownerPost' | 'promisorCode' | 'budgetLine' | 'uscc' | 'entityId' | 'claimed'
>;

/** A department registers its own promise, an administrator any: 登记政策承诺. */
export async function registerCommitment(context: Context, input: RegisterCommitmentInput): Promise<PolicyCommitment> {
  const promisor = departmentOf(context, input.promisor);
  const owner = departmentOf(context, written('owner', input.owner) ?? promisor.code);
  const entity = await entityOf(context, input.beneficiary);
  const party = context.viewer.role === Role.DEPARTMENT ? 'OWNER' : 'ADMIN';
  return begin(context, 'register', party, input, [promisor, owner], {
    ...{ promisorCode: promisor.code, ownerCode: owner.code, claimed: false },
    ownerPost: needed('ownerPost', input.ownerPost),
    budgetLine: written('budgetLine', input.budgetLine),
    ...{ uscc: entity.uscc, entityId: entity.id },
  });
}

/** An enterprise claims a promise that was made to it, with evidence: 申报政策兑现. */
export async function claimCommitment(context: Context, input: ClaimCommitmentInput): Promise<PolicyCommitment> {
  const promisor = departmentOf(context, input.promisor);
  const entity = await entityOf(context, context.viewer.uscc!);
  return begin(context, 'claim', 'BENEFICIARY', input, [promisor], {
    ...{ promisorCode: promisor.code, ownerCode: promisor.code, claimed: true },
    // who is responsible there is for the department to say: it is handed over to a post
    ...{ ownerPost: '待责任部门明确', budgetLine: null },
    ...{ uscc: entity.uscc, entityId: entity.id },
  });
}

async function begin(
  context: Context,
  step: 'register' | 'claim',
  party: CommitmentParty,
  input: ClaimCommitmentInput,
  bound: readonly Department[],
  begun: Begun,
): Promise<PolicyCommitment> {
  const { viewer, now, today } = context;
  const evidence = input.evidence ?? [];
  const said = { ...nothingSaid, evidence: evidence.length };
  const guards = guardsOf({ commitment: null, named: begun, viewer, today, said });
  const { row } = takeOrRefuse(commitmentWorkflow, step, { state: null, party, guards, history: [] });
  if (bound.some(({ uscc }) => uscc === begun.uscc)) throw new Refusal('COMMITMENT_SELF', { uscc: begun.uscc });
  const promise = promiseOf(input);
  const fault = faultOfPromise(promise, today);
  if (fault) throw new Refusal(fault.reason, fault.params);
  return context.em
    .transactional(async (em) => {
      // the number comes first: whoever waited for it sees what was registered meanwhile
      const number = await nextCaseNumber(em, 'policy_commitment', 'Y', today);
      await refuseDuplicate(em, { ...promise, entityId: begun.entityId });
      const commitment = em.create(PolicyCommitment, {
        ...{ id: uuid(), number, ...unbegun(now, today), ...begun, ...promise },
        ...{ state: CommitmentState.REGISTERED, registeredBy: registrar(viewer), progress: [] },
        fulfilledAmount: promise.amount === null ? null : '0.00',
        ...{ fulfilledOn: null, authority: null, change: null, rectifyBy: null, urgedBy: null },
        ...{ findingNumber: null, findingRecordId: null, foundOn: null },
      });
      await attach(em, context, evidence, { kind: commitmentCase.code, id: commitment.id });
      const { promisorCode, ownerCode } = begun;
      enterStep(em, context, commitmentCase, commitment, {
        ...{ row, by: party, basis: promise.sourceNumber },
        facts: { promisor: promisorCode, owner: ownerCode, promiseDueOn: promise.promiseDueOn },
      });
      return commitment;
    })
    .catch(undoubled);
}

function departmentOf({ reference }: Context, code: string): Department {
  const department = reference(departments).get(code);
  if (!department) throw new Refusal('UNKNOWN_DEPARTMENT', { department: code.slice(0, 100) });
  return department;
}

async function entityOf(context: Context, uscc: string): Promise<EntityRow> {
  const entity = await context.load(entityByCode, uscc);
  if (!entity) throw new Refusal('COMMITMENT_ENTITY_UNKNOWN', { uscc });
  return entity;
}

const promiseOf = (input: ClaimCommitmentInput) => ({
  sourceKind: input.sourceKind,
  sourceNumber: needed('sourceNumber', input.sourceNumber),
  sourceTitle: needed('sourceTitle', input.sourceTitle),
  promisedOn: input.promisedOn,
  benefit: needed('benefit', input.benefit),
  kind: input.kind,
  amount: input.amount ?? null,
  milestones: (input.milestones ?? []).map(({ title, dueOn, amount }: MilestoneInput) => ({
    ...{ title: needed('milestones.title', title), dueOn, amount: amount ?? null, doneOn: null },
  })),
  promiseDueOn: input.dueOn,
});

const closed = [CommitmentState.INVALID, CommitmentState.FULFILLED, CommitmentState.COMPENSATED];

async function refuseDuplicate(
  em: EntityManager,
  { entityId, sourceNumber, benefit }: Pick<PolicyCommitment, 'entityId' | 'sourceNumber' | 'benefit'>,
): Promise<void> {
  const other = await em.findOne(PolicyCommitment, {
    ...{ entityId, sourceNumber, benefit },
    state: { $nin: closed },
  });
  if (other) throw new Refusal('COMMITMENT_DUPLICATE', { number: other.number });
}

/** The database keeps a benefit from being open twice, whatever was seen. */
function undoubled(error: unknown): never {
  const doubled =
    error instanceof UniqueConstraintViolationException && error.message.includes('policy_commitment_open');
  throw doubled ? new Refusal('COMMITMENT_DUPLICATE', { number: '-' }) : error;
}
