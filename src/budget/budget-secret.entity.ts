import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { programMay } from '../database/rights.js';

/** The secret of a day's pseudonyms, shared by all instances. Once it is erased with its day, nobody can trace them. */
@programMay({ update: ['day'], delete: true })
@Entity()
export class BudgetSecret {
  @PrimaryKey({ type: 'date' })
  day!: string;

  @Property({ type: 'text' })
  secret!: string;
}
