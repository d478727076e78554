import { sql } from 'kysely';
import { audit } from '../audit/audit.js';
import type { Context } from '../context.js';
import { LoanPrimeRate } from './loan-prime-rate.entity.js';
import type { DefineLoanPrimeRateInput } from './loan-prime-rate.inputs.js';
import { loanPrimeRates } from './loan-prime-rate.reads.js';
import { checkRate, withFourDecimals } from './loan-prime-rate.rules.js';

/** Enters what was announced on a day, or replaces what was entered wrong; what it was stands in the audit. */
export async function defineLoanPrimeRate(context: Context, input: DefineLoanPrimeRateInput): Promise<LoanPrimeRate> {
  checkRate(input, context.today);
  const { from } = input;
  const said = { percent: withFourDecimals(input.percent), notice: input.notice.trim() };
  const rate = await context.em.transactional(async (em) => {
    // one deed on a day at a time, whether or not it has a row yet
    await sql`select pg_advisory_xact_lock(hashtext('loan prime rate'), hashtext(${from}))`.execute(em.getKysely());
    const before = await em.findOne(LoanPrimeRate, { from });
    const former = before && { percent: before.percent, notice: before.notice };
    const after = before ? em.assign(before, said) : em.create(LoanPrimeRate, { from, ...said });
    em.persist(after);
    audit(em, context, {
      deed: 'loanPrimeRate.define',
      subjectType: 'LoanPrimeRate',
      subjectId: from,
      facts: { before: former, after: said },
    });
    return after;
  });
  await context.refreshed(loanPrimeRates);
  return rate;
}
