import type { EntityManager } from '@mikro-orm/postgresql';
import { Role } from '../access/words.js';
import { audit } from '../audit/audit.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { moneyOf, sumOf } from '../money/fen.js';
import { type EntityRow, entityByCode } from '../registry/legal-entity.reads.js';
import { BudgetLine } from './budget-line.entity.js';
import { contractSideOf } from './contract.rules.js';
import { LedgerEntry } from './ledger-entry.entity.js';
import { Payable } from './payable.entity.js';
import { LedgerKind } from './payment.words.js';
import type { BudgetLineOfContractInput, PayableInput, RegisterContractInput } from './procurement.inputs.js';
import { PayableKind } from './procurement.words.js';
import type { PublicContract } from './public-contract.entity.js';
import { contractIn, departmentOf, payableIn } from './public-contract.service.js';

/** The most sums of a contract. */
const mostPayables = 100;

/**
 * A side of a contract, or an arrears administrator, registers it when it is made, with what it makes payable. Registered again it
 * stays the one it is: sums that it does not have yet are added. 登记采购合同.
 */
export async function registerContract(context: Context, input: RegisterContractInput): Promise<PublicContract> {
  const { viewer } = context;
  const sides = {
    ...{ buyerUscc: input.buyer, supplierUscc: input.supplier },
    buyerCode: departmentOf(context, input.buyer),
  };
  const side = contractSideOf(viewer, sides);
  if (side === null && viewer.role !== Role.ARREARS_ADMIN) {
    throw new Refusal('CONTRACT_NOT_YOURS', { who: 'BUYER, SUPPLIER, ARREARS_ADMIN' });
  }
  if (input.budgetLine && side !== 'BUYER') throw new Refusal('CONTRACT_NOT_YOURS', { who: 'BUYER' });
  const [buyer, supplier] = [await entityWith(context, input.buyer), await entityWith(context, input.supplier)];
  const { buyerKind = null, contract: stated, size } = input;
  return context.em.transactional(async (em) => {
    const contract = await contractIn(em, context, { buyer, supplier, buyerKind, contract: stated, size });
    if (input.budgetLine) await nameLine(em, context, contract, input.budgetLine);
    await addPayables(em, context, contract, input.payables ?? []);
    return contract;
  });
}

async function entityWith(context: Context, uscc: string): Promise<EntityRow> {
  const entity = await context.load(entityByCode, uscc);
  if (!entity) throw new Refusal('CONTRACT_ENTITY_UNKNOWN', { uscc });
  return entity;
}

/** The line of the budget that the contract is paid from; named once. */
async function nameLine(
  em: EntityManager,
  context: Context,
  contract: PublicContract,
  { year, code }: BudgetLineOfContractInput,
): Promise<void> {
  const line = await em.findOne(BudgetLine, { buyerUscc: contract.buyerUscc, year, code });
  if (!line) throw new Refusal('BUDGET_LINE_UNKNOWN', { year: String(year), code: code.slice(0, 100) });
  if (contract.budgetLineId === line.id) return;
  if (contract.budgetLineId !== null) {
    throw new Refusal('CONTRACT_DIFFERS', { number: contract.number, field: 'budgetLine' });
  }
  contract.budgetLineId = line.id;
  audit(em, context, {
    ...{ deed: 'contract.nameBudgetLine', subjectType: 'PublicContract', subjectId: contract.id },
    facts: { year, code },
  });
}

const alike = (one: PayableInput, other: Payable): boolean =>
  one.kind === other.kind &&
  one.amount === other.amount &&
  one.title.trim() === other.title &&
  (one.invoices ?? []).map((invoice) => invoice.trim()).join('\n') === other.invoices.join('\n');

/** Without what was only claimed and came to nothing: that is no sum of the contract. */
async function standing(em: EntityManager, payables: readonly Payable[]): Promise<Payable[]> {
  const claimed = payables.filter(({ byClaim }) => byClaim).map(({ id }) => id);
  const lines = await em.find(LedgerEntry, { payableId: { $in: claimed }, kind: LedgerKind.DISMISSED });
  const dismissed = Map.groupBy(lines, ({ payableId }) => payableId);
  return payables.filter(({ id, amount }) => {
    const less = sumOf((dismissed.get(id) ?? []).map((line) => line.amount));
    return sumOf([amount]) + less > 0n;
  });
}

/** Adds the sums that the contract does not have yet. Deposits are the supplier's own money and no part of its worth. */
async function addPayables(
  em: EntityManager,
  context: Context,
  contract: PublicContract,
  inputs: readonly PayableInput[],
): Promise<void> {
  if (inputs.length === 0) return;
  const there = await em.find(Payable, { contractId: contract.id }, { orderBy: { position: 'asc' } });
  const present = await standing(em, there);
  const added = inputs.filter((input) => !present.some((one) => alike(input, one)));
  if (present.length + added.length > mostPayables) throw new Refusal('PAYABLES_TOO_MANY', { most: mostPayables });
  const sum = moneyOf(
    sumOf([...present, ...added].filter(({ kind }) => kind !== PayableKind.DEPOSIT).map(({ amount }) => amount)),
  );
  const first = (there.at(-1)?.position ?? 0) + 1;
  for (const [i, input] of added.entries()) payableIn(em, context, contract, first + i, input);
  if (sumOf([sum]) > sumOf([contract.amount])) throw new Refusal('PAYABLES_EXCEED', { sum, amount: contract.amount });
}
