import type { Context } from '../context.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { LedgerEntry } from './ledger-entry.entity.js';
import type { Payable } from './payable.entity.js';
import type { Payment } from './payment.entity.js';
import type { PublicContract } from './public-contract.entity.js';

/** Columns of a contract, of the table under an alias. */
export const contractColumns = (alias: string): string =>
  columns<PublicContract>(alias, [
    ...(['id', 'buyerId', 'buyerUscc', 'buyerCode', 'buyerKind', 'regionCode', 'supplierId', 'supplierUscc'] as const),
    ...([
      'sector',
      'number',
      'name',
      'kind',
      'signedOn',
      'amount',
      'supplierSize',
      'sizeIndustry',
      'employees',
    ] as const),
    ...(['revenue', 'assets', 'agreedRate', 'dayCount', 'rateKind', 'annualRate', 'rateNumerator'] as const),
    ...(['rateDenominator', 'budgetLineId', 'registeredAt', 'registeredBy', 'rehearsed'] as const),
  ]);

/** Columns of a payable, of the table under an alias. */
export const payableColumns = (alias: string): string =>
  columns<Payable>(alias, [
    ...(['id', 'contractId', 'position', 'title', 'kind', 'amount', 'invoices', 'deliveredOn'] as const),
    ...(['inspectionUntil', 'acceptedOn', 'confirmedOn', 'refundOn', 'agreedDays', 'backToBack'] as const),
    ...(['specialDueOn', 'specialBasis', 'startedOn', 'startFact', 'lastDay', 'dueOn', 'caseId', 'byClaim'] as const),
    'warnedAt',
  ]);

/** Columns of a payment, of the table under an alias. */
export const paymentColumns = (alias: string): string =>
  columns<Payment>(alias, [
    ...(['id', 'contractId', 'caseId', 'payerUscc', 'purpose', 'amount', 'paidOn', 'voucher', 'shares'] as const),
    ...(['state', 'reportedAt', 'reportedBy', 'decidedAt', 'reason'] as const),
  ]);

const contracts = statement<PublicContract>(
  'contractsById',
  `select ${contractColumns('c')} from public_contract c where c.id = any(${asGiven('$1::uuid[]')})`,
);

/** A contract by its id: whoever asks has judged who may know of it. */
export const contractById = batch<Context, string, PublicContract | null>(async ({ reads }, ids) =>
  inOrder(ids, await reads.rows(contracts, [ids]), ({ id }) => id),
);

/** What belongs to a case, at a point of its history: a deed on the case makes it be read anew. */
export interface CaseThen {
  readonly id: string;
  readonly history: readonly string[];
}

const then = ({ id, history }: CaseThen): string => `${id} ${history.length}`;

const payables = statement<Payable>(
  'payablesOfCases',
  `select ${payableColumns('p')} from payable p where p.case_id = any(${asGiven('$1::uuid[]')}) order by p.due_on, p.position`,
);

/** What a case claims, what was due first in front. */
export const payablesOfCase = batch<Context, CaseThen, Payable[]>(async ({ reads }, cases) => {
  const rows = Map.groupBy(await reads.rows(payables, [cases.map(({ id }) => id)]), ({ caseId }) => caseId);
  return cases.map(({ id }) => rows.get(id) ?? []);
}, then);

const payments = statement<Payment>(
  'paymentsOfCases',
  `select ${paymentColumns('p')} from payment p where p.case_id = any(${asGiven('$1::uuid[]')}) order by p.id`,
);

/** The payments that were reported in a case, in order. */
export const paymentsOfCase = batch<Context, CaseThen, Payment[]>(async ({ reads }, cases) => {
  const rows = Map.groupBy(await reads.rows(payments, [cases.map(({ id }) => id)]), ({ caseId }) => caseId);
  return cases.map(({ id }) => rows.get(id) ?? []);
}, then);

const lines = statement<LedgerEntry & { readonly caseId: string }>(
  'ledgerOfCases',
  `select ${columns<LedgerEntry>('l', ['id', 'payableId', 'kind', 'effectiveOn', 'dueOn', 'amount'])}, p.case_id as "caseId"
   from payable p join ledger_entry l on l.payable_id = p.id
   where p.case_id = any(${asGiven('$1::uuid[]')}) order by l.effective_on, l.id`,
);

/** The lines of the ledger of what a case claims. */
export const linesOfCase = batch<Context, CaseThen, LedgerEntry[]>(async ({ reads }, cases) => {
  const rows = Map.groupBy(await reads.rows(lines, [cases.map(({ id }) => id)]), ({ caseId }) => caseId);
  return cases.map(({ id }) => rows.get(id) ?? []);
}, then);
