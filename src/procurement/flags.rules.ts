import { fenOf } from '../money/fen.js';
import type { Money } from '../money/money.js';
import { publicBuyers } from './buyer.rules.js';
import { ContractFlag } from './flag.words.js';
import type { BuyerKind } from './procurement.words.js';

/** The longest term that public bodies may agree on (Order 802, art. 9). */
export const longestTerm = 60;

/** What decides on the flags of a contract. */
export interface FlagFacts {
  readonly buyerKind: BuyerKind;
  /** The line of the budget that it names, and what was committed of it up to and with this contract; null: none. */
  readonly line: { readonly amount: Money; readonly committed: Money } | null;
  /** Whether some sum of it is payable only when a third party pays. */
  readonly backToBack: boolean;
  /** The longest term that was agreed for a sum of it, in days; null: none was. */
  readonly agreedDays: number | null;
}

/** What is to be looked at in a contract. The list of flagged contracts says the same in SQL. */
export function flagsOf({ buyerKind, line, backToBack, agreedDays }: FlagFacts): ContractFlag[] {
  return [
    ...(line !== null && fenOf(line.committed) > fenOf(line.amount) ? [ContractFlag.OVER_BUDGET] : []),
    ...(line === null && publicBuyers.includes(buyerKind) ? [ContractFlag.NO_BUDGET_LINE] : []),
    ...(backToBack ? [ContractFlag.BACK_TO_BACK] : []),
    ...(agreedDays !== null && agreedDays > longestTerm ? [ContractFlag.TERM_OVER_60_DAYS] : []),
  ];
}
