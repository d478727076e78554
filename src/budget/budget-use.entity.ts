import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { programMay } from '../database/rights.js';

/** That a viewer asked about or was shown an entity on a day. No log: it is erased after the following day. */
@programMay({ delete: true })
@Entity()
export class BudgetUse {
  /** Legal day; first in the key, so that a day is read and erased together. */
  @PrimaryKey({ type: 'date' })
  day!: string;

  /** Pseudonym of the account or network under the day's secret. */
  @PrimaryKey({ type: 'text' })
  viewer!: string;

  /** Code that was asked, whether or not anybody has it. */
  @PrimaryKey({ type: 'text' })
  uscc!: string;
}
