import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { Role } from '../access/words.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { fenOf, moneyOf } from '../money/fen.js';
import { enter } from '../procurement/ledger.js';
import { LedgerEntry } from '../procurement/ledger-entry.entity.js';
import { Payable } from '../procurement/payable.entity.js';
import { Payment } from '../procurement/payment.entity.js';
import { LedgerKind, PaymentState } from '../procurement/payment.words.js';
import type { PublicContract } from '../procurement/public-contract.entity.js';
import { contractIn, departmentOf, payableIn } from '../procurement/public-contract.service.js';
import { type EntityRow, entityByCode } from '../registry/legal-entity.reads.js';
import { nextCaseNumber } from '../workflow/case-number.js';
import { enterStep, unbegun } from '../workflow/enter-step.js';
import { type StepRefusal, takeOrRefuse } from '../workflow/take.js';
import { written } from '../workflow/written.js';
import { forwardingNotice, issueInCase } from './arrears.documents.js';
import { guardsOf, partyOf } from './arrears.rules.js';
import { type ArrearsParty, ArrearsState } from './arrears.states.js';
import { ArrearsSource } from './arrears.words.js';
import { arrearsWorkflow } from './arrears.workflow.js';
import { amountsAfter, standingsOf } from './arrears-amounts.js';
import { ArrearsCase, ended } from './arrears-case.entity.js';
import { attachAll } from './arrears-evidence.js';
import { arrearsKind } from './arrears-kind.js';
import { lockedCase, stepIn } from './arrears-step.service.js';
import type { RegisterArrearsInput } from './register-arrears.inputs.js';

/** The most sums that one claim names. */
const mostPayables = 100;

/** Who registers what of whom. */
interface Claim {
  readonly party: Exclude<ArrearsParty, 'AUTHORITY'>;
  readonly source: ArrearsSource;
  readonly creditor: EntityRow;
  readonly debtor: EntityRow;
  readonly input: RegisterArrearsInput;
}

/**
 * Registers arrears of one contract: by the creditor, by the debtor of its own, or by the administrators for an audit, an
 * inspection or the hotline (Order 802, arts 24-27). The due days follow from the facts. A contract whose arrears were cleared
 * before opens its case again. 登记拖欠账款.
 */
export async function registerArrears(context: Context, input: RegisterArrearsInput): Promise<ArrearsCase> {
  const { length: count } = input.payables;
  if (count < 1 || count > mostPayables) throw new Refusal('ARREARS_NOTHING_CLAIMED', { count, most: mostPayables });
  const claim = await claimOf(context, input);
  return context.em.transactional((em) => registered(em, context, claim)).catch(undoubled);
}

async function claimOf(context: Context, input: RegisterArrearsInput): Promise<Claim> {
  const { viewer } = context;
  const creditorCode = input.creditor ?? (viewer.role === Role.ENTERPRISE ? viewer.uscc! : '-');
  const [creditor, debtor] = await Promise.all([
    entityOf(context, 'creditor', creditorCode),
    entityOf(context, 'debtor', input.debtor),
  ]);
  const party = partyTo(context, creditor.uscc, debtor.uscc);
  return { party, source: sourceOf(party, input.source ?? null), creditor, debtor, input };
}

async function entityOf(context: Context, field: string, uscc: string): Promise<EntityRow> {
  const entity = uscc === '-' ? null : await context.load(entityByCode, uscc);
  if (!entity) throw new Refusal('ARREARS_ENTITY_UNKNOWN', { field, uscc });
  return entity;
}

function partyTo(context: Context, creditorUscc: string, debtorUscc: string): Claim['party'] {
  const debtorCode = departmentOf(context, debtorUscc);
  const party = partyOf(context.viewer, { creditorUscc, debtorUscc, debtorCode, authorityCode: null });
  if (party === null || party === 'AUTHORITY') throw new Refusal('ARREARS_NOT_YOURS');
  return party;
}

function sourceOf(party: Claim['party'], stated: ArrearsSource | null): ArrearsSource {
  if (party === 'ADMIN') return stated ?? ArrearsSource.INSPECTION;
  const expected = party === 'CREDITOR' ? ArrearsSource.COMPLAINT : ArrearsSource.DECLARATION;
  if (stated !== null && stated !== expected) throw new Refusal('ARREARS_SOURCE', { party, expected, source: stated });
  return expected;
}

async function registered(em: EntityManager, context: Context, claim: Claim): Promise<ArrearsCase> {
  const { creditor, debtor, input, party } = claim;
  const { contract: terms, size, debtorKind: buyerKind = null } = input;
  const contract = await contractIn(em, context, {
    buyer: debtor,
    supplier: creditor,
    buyerKind,
    contract: terms,
    size,
  });
  await em.flush();
  const payables = await claimed(em, context, contract, claim);
  const known = await em.findOne(ArrearsCase, { contractId: contract.id, state: { $nin: [...ended] } });
  const courtNumber = written('courtNumber', input.courtNumber);
  const claimable = claimFault(context.today, payables, courtNumber, known);
  if (known?.state === ArrearsState.CLOSED) {
    return owedAnew(em, context, (await lockedCase(em, known.id))!, payables, claimable, claim);
  }
  const situation = { state: null, party, guards: guardsOf({ claimable }), history: [] };
  const { row } = takeOrRefuse(arrearsWorkflow, 'register', situation);
  const one = await made(em, context, contract, payables, claim);
  await attachAll(context, { em, one }, input.evidence);
  const facts = { debtor: debtor.uscc, creditor: creditor.uscc, contract: contract.number, principal: one.principal };
  enterStep(em, context, arrearsKind, one, { row, by: party, facts });
  return one;
}

/** The sums that are claimed: those that the contract has already, and new ones. */
async function claimed(
  em: EntityManager,
  context: Context,
  contract: PublicContract,
  { input }: Claim,
): Promise<Payable[]> {
  const present = await em.find(Payable, { contractId: contract.id }, { orderBy: { position: 'asc' } });
  const free = present.filter(({ caseId }) => caseId === null);
  let last = present.at(-1)?.position ?? 0;
  return input.payables.map((wanted) => {
    const at = free.findIndex(
      ({ title, kind, amount }) => title === wanted.title.trim() && kind === wanted.kind && amount === wanted.amount,
    );
    if (at >= 0) return dated(context, free.splice(at, 1)[0]!);
    const payable = payableIn(em, context, contract, ++last, wanted);
    payable.byClaim = true;
    return dated(context, payable);
  });
}

/** A sum whose due day cannot be told is no arrears. */
function dated({ reference }: Context, payable: Payable): Payable {
  const { startedOn, lastDay, dueOn, title } = payable;
  if (startedOn === null) throw new Refusal('ARREARS_NOT_DELIVERED', { title });
  // the year of the last day, or of the day on which it rolls over, has no calendar: its name is told
  if (dueOn === null) reference(workingDays).dayOff(lastDay!);
  return payable;
}

/** Why the claim cannot be taken: a court has it, it is claimed already, or something is not due yet. */
function claimFault(
  today: string,
  payables: readonly Payable[],
  courtNumber: string | null,
  known: ArrearsCase | null,
): StepRefusal | null {
  if (courtNumber !== null) return { reason: 'ARREARS_IN_COURT', params: { court: courtNumber } };
  if (known && known.state !== ArrearsState.CLOSED)
    return { reason: 'ARREARS_DUPLICATE', params: { number: known.number } };
  const early = payables.find(({ dueOn, lastDay }) => (dueOn ?? lastDay!) >= today);
  if (!early) return null;
  return { reason: 'ARREARS_NOT_DUE', params: { title: early.title, dueOn: early.dueOn ?? early.lastDay! } };
}

async function made(
  em: EntityManager,
  context: Context,
  contract: PublicContract,
  payables: readonly Payable[],
  { creditor, debtor, source, input }: Claim,
): Promise<ArrearsCase> {
  const { now, today } = context;
  const oldestDueOn = oldestOf(payables);
  const number = await nextCaseNumber(em, 'arrears_case', 'A', today);
  const one = em.create(ArrearsCase, {
    ...{ id: uuid(), number, ...unbegun(now, today), state: ArrearsState.FILED, contractId: contract.id },
    ...{ debtorId: debtor.id, debtorUscc: debtor.uscc, debtorCode: departmentOf(context, debtor.uscc) },
    ...{ creditorId: creditor.id, creditorUscc: creditor.uscc, authorityCode: null },
    ...{ source, cause: written('cause', input.cause), oldestDueOn },
    ...{
      principal: '0.00',
      undisputed: '0.00',
      paid: '0.00',
      pending: '0.00',
      remaining: '0.00',
      interestPaid: '0.00',
    },
    ...{ interestSettlement: null, rung: null, owedAnew: await clearedBefore(em, debtor.uscc, oldestDueOn) },
    ...{ acceptedOn: null, handler: null, nextInstalmentOn: null, courtNumber: null, courtSince: null },
    ...{ courtUntil: null, closedOn: null, recordId: null },
  });
  em.persist(one);
  await take(em, context, one, payables);
  return one;
}

const oldestOf = (payables: readonly Payable[]): string => payables.map(({ dueOn }) => dueOn!).toSorted()[0]!;

/** The sums are the case's from now on, with what was paid of them before: nobody disputes that it was owed. */
async function take(em: EntityManager, acting: Context, one: ArrearsCase, payables: readonly Payable[]): Promise<void> {
  for (const payable of payables) payable.caseId = one.id;
  await em.flush();
  const ids = payables.map(({ id }) => id);
  const waiting = await em.find(Payment, { contractId: one.contractId, caseId: null, state: PaymentState.REPORTED });
  const unanswered = waiting.find(({ shares }) => shares.some(({ payable }) => ids.includes(payable)));
  if (unanswered) throw new Refusal('ARREARS_PAYMENT_WAITS', { voucher: unanswered.voucher });
  const standings = standingsOf(payables, await em.find(LedgerEntry, { payableId: { $in: ids } }), []);
  const settled = standings.find(({ principal, paid }) => paid >= principal);
  if (settled) throw new Refusal('ARREARS_PAID_ALREADY', { title: settled.payable.title });
  for (const { payable, paid, undisputed } of standings) {
    if (paid <= undisputed) continue;
    const line = { kind: LedgerKind.UNDISPUTED, effectiveOn: acting.today, dueOn: payable.dueOn! };
    enter(em, acting, payable.id, { ...line, amount: moneyOf(paid - undisputed), paymentId: null });
  }
  const sum = (of: 'principal' | 'paid') => standings.reduce((total, standing) => total + standing[of], 0n);
  const paid = sum('paid');
  Object.assign(one, amountsAfter(one, { principal: sum('principal'), paid, undisputed: paid }));
}

/** Cleared and owed anew (前清后欠): the debtor had arrears closed, and something has become overdue since. */
async function clearedBefore(em: EntityManager, debtor: string, dueOn: string): Promise<boolean> {
  const { rows } = await sql`select from arrears_case
    where debtor_uscc = ${debtor} and closed_on <= ${dueOn}::date limit 1`.execute(em.getKysely());
  return rows.length > 0;
}

/** The same contract again (边清边欠): its closed case opens with the new sums. */
async function owedAnew(
  em: EntityManager,
  context: Context,
  one: ArrearsCase,
  payables: readonly Payable[],
  claimable: StepRefusal | null,
  { input }: Claim,
): Promise<ArrearsCase> {
  return stepIn(em, context, one, {
    step: () => 'oweAnew',
    guards: () => ({ claimable }),
    effect: async (deciding) => {
      await take(em, context, one, payables);
      Object.assign(one, { owedAnew: true, acceptedOn: context.today, interestSettlement: null });
      // new arrears begin at the foot of the ladder, and are no duty of a finding about the old ones
      Object.assign(one, { rung: null, recordId: null });
      // what was owed before is paid: the oldest that counts is new
      one.oldestDueOn = oldestOf(payables);
      await attachAll(context, { em, one }, input.evidence);
      await issueInCase(context, deciding, forwardingNotice);
    },
    facts: { added: moneyOf(payables.reduce((sum, { amount }) => sum + fenOf(amount), 0n)) },
  });
}

/** The database keeps a contract from having two open cases, whatever was seen. */
function undoubled(error: unknown): never {
  const doubled = error instanceof UniqueConstraintViolationException && error.message.includes('arrears_case_open');
  throw doubled ? new Refusal('ARREARS_DUPLICATE', { number: '-' }) : error;
}
