import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { LoanPrimeRate } from './loan-prime-rate.entity.js';
import { DefineLoanPrimeRateInput } from './loan-prime-rate.inputs.js';
import { loanPrimeRates } from './loan-prime-rate.reads.js';
import { defineLoanPrimeRate } from './loan-prime-rate.service.js';

/** The one-year loan prime rate: how it stood, and what is announced of it. */
@Resolver(() => LoanPrimeRate)
export class LoanPrimeRateResolver {
  @Access(anyone)
  @Query(() => [LoanPrimeRate], {
    description: 'The one-year loan prime rates since 2019-08-20, in order of days. 一年期贷款市场报价利率',
  })
  loanPrimeRates(@Ctx() context: Context): readonly LoanPrimeRate[] {
    return context.reference(loanPrimeRates);
  }

  @Access(only(role(Role.ADMINISTRATOR)))
  @Mutation(() => LoanPrimeRate, {
    description: 'Enters or replaces the one-year loan prime rate announced on a day. 录入贷款市场报价利率',
  })
  defineLoanPrimeRate(
    @Arg('input', () => DefineLoanPrimeRateInput, { description: 'Day, rate and announcement. 公布日、利率与公告' })
    input: DefineLoanPrimeRateInput,
    @Ctx() context: Context,
  ): Promise<LoanPrimeRate> {
    return defineLoanPrimeRate(context, input);
  }
}
