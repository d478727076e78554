import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, departmentOf, only, ownEntity, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { type Money, MoneyScalar } from '../money/money.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { entityById } from '../registry/legal-entity.reads.js';
import { BudgetPosition } from './budget-position.js';
import { PaymentWarningFilter, PublicContractFilter } from './contract.inputs.js';
import { flaggedContractsPage, publicContractBy, publicContractsPage } from './contract.reads.js';
import { budgetOffice } from './contract.rules.js';
import {
  budgetPositionOf,
  flagsOfContract,
  payableById,
  payablesOf,
  paymentsPage,
  paymentWarningsPage,
  remainingOfPayable,
} from './contract-parts.reads.js';
import { DueExplanation, dueExplained } from './due-explanation.js';
import { ContractFlag } from './flag.words.js';
import { contractById } from './ledger.reads.js';
import { Payable } from './payable.entity.js';
import { Payment } from './payment.entity.js';
import { PaymentWarning } from './payment-warning.entity.js';
import { PublicContract } from './public-contract.entity.js';

const ContractConnection = connectionType('PublicContract', PublicContract);
const PaymentConnection = connectionType('Payment', Payment);
const WarningConnection = connectionType('PaymentWarning', PaymentWarning);

const theBudgetOffice = departmentOf('the budget office', () => budgetOffice);
const overseers = role(Role.ARREARS_ADMIN, Role.SUPERVISOR);
const readers = only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.ARREARS_ADMIN, Role.SUPERVISOR));

const narrows = { nullable: true, description: 'Narrows the list. 筛选条件' };

/** Contracts of public bodies and large enterprises. */
@Resolver(() => PublicContract)
export class PublicContractResolver {
  @Access(readers)
  @Query(() => PublicContract, { nullable: true, description: 'A contract, if it exists for the viewer. 采购合同查询' })
  publicContract(
    @Arg('id', () => ID, { description: 'Its id. 标识' }) id: string,
    @Ctx() context: Context,
  ): Promise<PublicContract | null> {
    return publicContractBy(context, id);
  }

  @Access(readers)
  @Query(() => ContractConnection, {
    description:
      'Contracts that the viewer may know of, newest first: its own, to budget office, arrears administrators and supervisor all. 采购合同列表',
  })
  publicContracts(
    @Arg('filter', () => PublicContractFilter, narrows) filter: PublicContractFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<PublicContract>> {
    return publicContractsPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(only(theBudgetOffice, overseers))
  @Query(() => ContractConnection, {
    description: 'Contracts of which something is to be looked at, newest first. 风险提示合同列表',
  })
  flaggedContracts(
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<PublicContract>> {
    return flaggedContractsPage(context, { first: count, after: cursor });
  }

  @Access(readers)
  @Query(() => WarningConnection, {
    description:
      'Warnings of sums that are due soon, of contracts that the viewer may know of, newest first. 到期付款预警列表',
  })
  paymentWarnings(
    @Arg('filter', () => PaymentWarningFilter, narrows) filter: PaymentWarningFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<PaymentWarning>> {
    return paymentWarningsPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'Who buys. 采购方' })
  buyer(@Root() { buyerId }: PublicContract, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, buyerId);
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'Who sells. 供应商' })
  supplier(@Root() { supplierId }: PublicContract, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, supplierId);
  }

  @Access(anyone)
  @FieldResolver(() => [Payable], { description: 'What it makes payable, in order; 100 at most. 应付款项' })
  payables(@Root() { id }: PublicContract, @Ctx() context: Context): Promise<Payable[]> {
    return context.load(payablesOf, id);
  }

  @Access(anyone)
  @FieldResolver(() => PaymentConnection, { description: 'The payments under it, newest first. 付款' })
  payments(
    @Root() { id }: PublicContract,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Payment>> {
    return paymentsPage(context, id, { first: count, after: cursor });
  }

  @Access(
    only(
      departmentOf<PublicContract>('the department that buys', ({ buyerCode }) => buyerCode),
      ownEntity<PublicContract>(({ buyerUscc }) => buyerUscc),
      theBudgetOffice,
      overseers,
    ),
  )
  @FieldResolver(() => BudgetPosition, {
    nullable: true,
    description:
      "The line of the budget it is paid from, and how far that is committed; not the supplier's concern. 预算执行情况",
  })
  async budget(@Root() { budgetLineId }: PublicContract, @Ctx() context: Context): Promise<BudgetPosition | null> {
    return budgetLineId === null ? null : context.load(budgetPositionOf, budgetLineId);
  }

  @Access(anyone)
  @FieldResolver(() => [ContractFlag], { description: 'What is to be looked at in it. 风险提示' })
  flags(@Root() { id }: PublicContract, @Ctx() context: Context): Promise<ContractFlag[]> {
    return context.load(flagsOfContract, id);
  }
}

/** What a contract makes payable. */
@Resolver(() => Payable)
export class PayableResolver {
  @Access(anyone)
  @FieldResolver(() => DueExplanation, {
    nullable: true,
    description: 'How its due day comes about; null while what it counts from has not happened. 应付日期推算',
  })
  async due(@Root() payable: Payable, @Ctx() context: Context): Promise<DueExplanation | null> {
    const { buyerKind } = (await context.load(contractById, payable.contractId))!;
    return dueExplained(buyerKind, payable, context.reference(workingDays));
  }

  @Access(anyone)
  @FieldResolver(() => MoneyScalar, { description: 'What is neither paid nor reported as paid of it. 未付金额' })
  remaining(@Root() { id }: Payable, @Ctx() context: Context): Promise<Money> {
    return context.load(remainingOfPayable, id);
  }
}

/** Warnings before something is due. */
@Resolver(() => PaymentWarning)
export class PaymentWarningResolver {
  @Access(anyone)
  @FieldResolver(() => PublicContract, { nullable: true, description: 'The contract. 合同' })
  contract(@Root() { contractId }: PaymentWarning, @Ctx() context: Context): Promise<PublicContract | null> {
    return context.load(contractById, contractId);
  }

  @Access(anyone)
  @FieldResolver(() => Payable, { nullable: true, description: 'The sum. 应付款项' })
  payable(@Root() { payableId }: PaymentWarning, @Ctx() context: Context): Promise<Payable | null> {
    return context.load(payableById, payableId);
  }
}
