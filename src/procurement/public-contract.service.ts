import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import type { Acting } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { Refusal } from '../messages/refusal.js';
import { compareDecimals } from '../money/decimal.js';
import { fenOf } from '../money/fen.js';
import { dailyRateOf, type RateApplied } from '../money/interest.rules.js';
import type { Money } from '../money/money.js';
import { isPercent } from '../money/percent.js';
import type { LegalEntity } from '../registry/legal-entity.entity.js';
import { needed, written } from '../workflow/written.js';
import { buyerKindOf, isMarketEntity } from './buyer.rules.js';
import { enterDue } from './ledger.js';
import { loanPrimeRates } from './loan-prime-rate.reads.js';
import { lprOn } from './loan-prime-rate.rules.js';
import { Payable } from './payable.entity.js';
import { dueByFacts, factsOf, keptOf } from './payable-due.js';
import type { PayableInput, PublicContractInput, SupplierSizeInput } from './procurement.inputs.js';
import type { BuyerKind } from './procurement.words.js';
import { PublicContract } from './public-contract.entity.js';
import { RateKind } from './rate.words.js';
import { sizeClassOf } from './size-class.rules.js';
import { SizeClass, type SizeIndustry } from './size-class.words.js';
import { sizeIndustryOf } from './size-industry.rules.js';

/** A side of a contract as the registry knows it. */
export type Side = Pick<LegalEntity, 'id' | 'uscc' | 'regionCode' | 'industryCode'>;

/** By how many days banks divide a year's rate. */
const usualDayCount = 360;

/** What a contract is made of. */
export interface ContractSpec {
  readonly buyer: Side;
  readonly supplier: Side;
  /** What the buyer is, where its code does not say it. */
  readonly buyerKind: BuyerKind | null;
  readonly contract: PublicContractInput;
  readonly size: SupplierSizeInput;
}

/**
 * The contract, in the unit of work at hand: the one that is registered already, if its terms are the same, or a new one. The same
 * contract is registered by one deed at a time. Refuses what is no purchase of a body that State Council Order 802 covers from a
 * market entity that was none of the large ones at signing.
 */
export async function contractIn(em: EntityManager, acting: Acting, spec: ContractSpec): Promise<PublicContract> {
  const { buyer, supplier, contract } = spec;
  const number = needed('contract.number', contract.number);
  const buyerKind = checkedSides(spec);
  checkTerms(contract, acting.today);
  const once = [buyer.uscc, supplier.uscc, number].join(' ');
  await sql`select pg_advisory_xact_lock(hashtext('public contract'), hashtext(${once}))`.execute(em.getKysely());
  // locked as every deed on a contract locks it: nothing is paid while it is claimed
  const known = await em.findOne(
    PublicContract,
    { buyerUscc: buyer.uscc, supplierUscc: supplier.uscc, number },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (known) {
    known.rehearsed ||= acting.rehearsed;
    return same(known, contract);
  }
  const { rate, ...applied } = rateOf(acting, contract);
  const made = em.create(PublicContract, {
    ...{ id: uuid(), number, name: needed('contract.name', contract.name), buyerKind },
    ...{ buyerId: buyer.id, buyerUscc: buyer.uscc, regionCode: buyer.regionCode },
    buyerCode: departmentOf(acting, buyer.uscc),
    ...{ supplierId: supplier.id, supplierUscc: supplier.uscc, sector: supplier.industryCode?.[0] ?? null },
    ...{ kind: contract.kind, signedOn: contract.signedOn, amount: contract.amount },
    ...sizeOf(spec),
    ...{ agreedRate: contract.agreedRate ?? null, dayCount: contract.dayCount ?? usualDayCount },
    ...{ rateKind: RateKind[applied.kind], annualRate: applied.annual },
    ...{ rateNumerator: String(rate.numerator), rateDenominator: String(rate.denominator), budgetLineId: null },
    ...{ registeredAt: acting.now, registeredBy: acting.viewer.subject, rehearsed: acting.rehearsed },
  });
  em.persist(made);
  audit(em, acting, {
    deed: 'contract.register',
    subjectType: 'PublicContract',
    subjectId: made.id,
    facts: { number, buyer: buyer.uscc, supplier: supplier.uscc, signedOn: made.signedOn, amount: made.amount },
  });
  return made;
}

/** Code of the department of this platform that has the code as an agency. */
export const departmentOf = ({ reference }: Pick<Acting, 'reference'>, uscc: string): string | null =>
  [...reference(departments).values()].find((one) => one.uscc === uscc)?.code ?? null;

function checkedSides({ buyer, supplier, buyerKind }: ContractSpec): BuyerKind {
  if (buyer.uscc === supplier.uscc) throw new Refusal('BUYER_IS_SUPPLIER');
  const verdict = buyerKindOf(buyer.uscc, buyerKind);
  if (verdict.refused) throw new Refusal(verdict.refused.reason, verdict.refused.params);
  if (!isMarketEntity(supplier.uscc)) {
    throw new Refusal('SUPPLIER_NO_MARKET_ENTITY', { prefix: supplier.uscc.slice(0, 2) });
  }
  return verdict.kind;
}

function checkTerms({ signedOn, amount, agreedRate, dayCount }: PublicContractInput, today: string): void {
  if (signedOn > today) throw new Refusal('SIGNED_TO_COME', { signedOn, today });
  positive('contract.amount', amount);
  if (agreedRate != null && !isPercent(agreedRate))
    throw new Refusal('AGREED_RATE', { value: agreedRate.slice(0, 40) });
  if (dayCount != null && dayCount !== 360 && dayCount !== 365) throw new Refusal('DAY_COUNT', { value: dayCount });
}

/** Refuses an amount that is not above zero. */
export function positive(field: string, amount: Money): void {
  if (fenOf(amount) <= 0n) throw new Refusal('AMOUNT_NOT_POSITIVE', { field, value: amount });
}

function same(known: PublicContract, stated: PublicContractInput): PublicContract {
  const { number } = known;
  const differs = (field: string) => new Refusal('CONTRACT_DIFFERS', { number, field });
  if (known.signedOn !== stated.signedOn) throw differs('signedOn');
  if (known.kind !== stated.kind) throw differs('kind');
  if (known.amount !== stated.amount) throw differs('amount');
  const agreed = stated.agreedRate ?? null;
  const alike =
    known.agreedRate === null || agreed === null
      ? known.agreedRate === agreed
      : compareDecimals(known.agreedRate, agreed) === 0;
  if (!alike) throw differs('agreedRate');
  // by how many days a year's rate is divided matters where there is one
  if (agreed !== null && stated.dayCount != null && stated.dayCount !== known.dayCount) throw differs('dayCount');
  return known;
}

/** The daily rate of interest for late payment, by the prime rate at signing (Order 802, art. 17). */
function rateOf(acting: Acting, { signedOn, agreedRate, dayCount }: PublicContractInput): RateApplied {
  const agreed = agreedRate ?? null;
  const lpr = lprOn(acting.reference(loanPrimeRates), signedOn);
  if (agreed !== null && lpr === null) throw new Refusal('LPR_MISSING', { day: signedOn });
  return dailyRateOf({ agreed, dayCount: (dayCount ?? usualDayCount) as 360 | 365, lpr: lpr?.percent ?? null });
}

/** The size of the supplier at signing, which stays whatever becomes of it (Order 802, art. 3). */
function sizeOf({ supplier, size }: ContractSpec) {
  const { employees = null, revenue = null, assets = null } = size;
  const registered = supplier.industryCode;
  const sizeIndustry: SizeIndustry | null = size.industry ?? (registered === null ? null : sizeIndustryOf(registered));
  if (sizeIndustry === null) throw new Refusal('SIZE_INDUSTRY_NEEDED', { industry: registered ?? '-' });
  const verdict = sizeClassOf(sizeIndustry, { employees, revenue, assets });
  if (verdict.refused) throw new Refusal(verdict.refused.reason, verdict.refused.params);
  if (verdict.size === SizeClass.LARGE) throw new Refusal('NOT_AN_SME_PURCHASE', { industry: sizeIndustry });
  return { supplierSize: verdict.size, sizeIndustry, employees, revenue, assets };
}

/** A sum that the contract makes payable, in the unit of work at hand; it stands in the ledger as soon as its due day is known. */
export function payableIn(
  em: EntityManager,
  acting: Acting,
  contract: Pick<PublicContract, 'id' | 'buyerKind'>,
  position: number,
  input: PayableInput,
): Payable {
  positive('payables.amount', input.amount);
  const facts = factsOf({
    kind: input.kind,
    deliveredOn: input.deliveredOn ?? null,
    inspectionUntil: input.inspectionUntil ?? null,
    acceptedOn: input.acceptedOn ?? null,
    confirmedOn: input.confirmedOn ?? null,
    refundOn: input.refundOn ?? null,
    agreedDays: input.agreedDays ?? null,
    backToBack: input.backToBack ?? false,
    specialDueOn: input.specialDueOn ?? null,
    specialBasis: written('payables.specialBasis', input.specialBasis),
  });
  notToCome(facts, acting.today);
  const payable = em.create(Payable, {
    ...{ id: uuid(), contractId: contract.id, position, amount: input.amount },
    title: needed('payables.title', input.title),
    invoices: (input.invoices ?? []).map((invoice) => needed('payables.invoices', invoice)),
    ...facts,
    ...keptOf(dueByFacts(contract.buyerKind, facts, acting.reference(workingDays))),
    ...{ caseId: null, byClaim: false, warnedAt: null },
  });
  em.persist(payable);
  enterDue(em, acting, payable);
  const { id, kind, amount, dueOn } = payable;
  audit(em, acting, {
    ...{ deed: 'payable.register', subjectType: 'Payable', subjectId: id },
    facts: { contract: contract.id, position, kind, amount, dueOn },
  });
  return payable;
}

/** Refuses what is said to have happened later than today. */
export function notToCome(
  facts: Partial<Pick<Payable, 'deliveredOn' | 'acceptedOn' | 'confirmedOn'>>,
  today: string,
): void {
  for (const field of ['deliveredOn', 'acceptedOn', 'confirmedOn'] as const) {
    const value = facts[field] ?? null;
    if (value !== null && value > today) throw new Refusal('FACT_TO_COME', { field, value, today });
  }
}
