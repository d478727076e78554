import { columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import type { LoanPrimeRate } from './loan-prime-rate.entity.js';

const allRates = statement<LoanPrimeRate>(
  'loanPrimeRates',
  `select ${columns<LoanPrimeRate>('l', ['from', 'percent', 'notice'])} from loan_prime_rate l order by l.from`,
);

/** Every one-year loan prime rate, in order of days, for `lprOn`. */
export const loanPrimeRates = snapshot(
  'loanPrimeRates',
  ['loan_prime_rate'],
  (reads): Promise<readonly LoanPrimeRate[]> => reads.rows(allRates),
);
