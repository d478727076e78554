import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { programMay } from '../database/rights.js';

/** How far the platform has looked, on its latest legal day, for entities that meet a rule: once a day everybody is looked at. */
@programMay({ update: true })
@Entity()
export class GrantRound {
  /** Code of the rule. */
  @PrimaryKey({ type: 'text' })
  ruleCode!: string;

  @Property({ type: 'date' })
  on!: string;

  /** Id of the last entity that was looked at; null: it is through. */
  @Property({ type: 'uuid', nullable: true })
  after!: string | null;
}
