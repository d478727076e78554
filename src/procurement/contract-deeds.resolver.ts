import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { departmentOf, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { RegisterBudgetLineInput } from './budget.inputs.js';
import { registerBudgetLine } from './budget.service.js';
import { BudgetPosition } from './budget-position.js';
import { budgetOffice } from './contract.rules.js';
import { confirmContractPayment, recordContractPayment } from './contract-payment.service.js';
import { registerContract } from './contract-registration.service.js';
import { reportDelivery } from './delivery-report.service.js';
import { Payable } from './payable.entity.js';
import { Payment } from './payment.entity.js';
import {
  ConfirmContractPaymentInput,
  RecordContractPaymentInput,
  RegisterContractInput,
  ReportDeliveryInput,
} from './procurement.inputs.js';
import { PublicContract } from './public-contract.entity.js';

const sides = only(role(Role.DEPARTMENT, Role.ENTERPRISE));

/** What is done in contracts. */
@Resolver()
export class ContractDeedsResolver {
  @Access(only(role(Role.DEPARTMENT, Role.ENTERPRISE, Role.ARREARS_ADMIN)))
  @Mutation(() => PublicContract, {
    description:
      'A side of a contract, or an arrears administrator, registers it with what it makes payable. 登记采购合同',
  })
  registerContract(
    @Arg('input', () => RegisterContractInput, { description: 'The contract. 合同内容' }) input: RegisterContractInput,
    @Ctx() context: Context,
  ): Promise<PublicContract> {
    return registerContract(context, input);
  }

  @Access(sides)
  @Mutation(() => Payable, {
    description: 'A side says what happened by which a sum becomes due: delivery, acceptance. 登记交付验收事实',
  })
  reportDelivery(
    @Arg('input', () => ReportDeliveryInput, { description: 'What happened. 事实' }) input: ReportDeliveryInput,
    @Ctx() context: Context,
  ): Promise<Payable> {
    return reportDelivery(context, input);
  }

  @Access(sides)
  @Mutation(() => Payment, {
    description:
      'A payment under a contract of which nothing is claimed in a case. From the supplier it counts at once, from the buyer once the supplier has confirmed it. 登记合同付款',
  })
  recordContractPayment(
    @Arg('input', () => RecordContractPaymentInput, { description: 'The payment. 付款内容' })
    input: RecordContractPaymentInput,
    @Ctx() context: Context,
  ): Promise<Payment> {
    return recordContractPayment(context, input);
  }

  @Access(only(role(Role.ENTERPRISE)))
  @Mutation(() => Payment, {
    description: 'The supplier says whether a payment that the buyer has reported has come. 到账确认',
  })
  confirmContractPayment(
    @Arg('input', () => ConfirmContractPaymentInput, { description: 'The answer. 确认内容' })
    input: ConfirmContractPaymentInput,
    @Ctx() context: Context,
  ): Promise<Payment> {
    return confirmContractPayment(context, input);
  }

  @Access(only(departmentOf('the budget office', () => budgetOffice)))
  @Mutation(() => BudgetPosition, {
    description: 'The budget office registers a line of an approved budget. 登记预算项目',
  })
  registerBudgetLine(
    @Arg('input', () => RegisterBudgetLineInput, { description: 'The line. 预算项目' }) input: RegisterBudgetLineInput,
    @Ctx() context: Context,
  ): Promise<BudgetPosition> {
    return registerBudgetLine(context, input);
  }
}
