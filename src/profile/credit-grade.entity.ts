import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Day } from '../calendar/day.js';
import { appendOnly } from '../database/announce.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import type { Fired } from './evaluation.rules.js';
import { Grade } from './grade.words.js';

/**
 * A grade that the nightly evaluation found, from a day on until the next one: a row is added when grade, score or edition is
 * another than before. What was found stays as it was found, whatever rules come later.
 */
@appendOnly
@Entity()
@Index({
  name: 'credit_grade_of_entity',
  expression:
    'create index credit_grade_of_entity on credit_grade (entity_id, evaluated_on desc, recorded_at desc, id desc)',
})
@Index({ properties: ['transactionId', 'id'] })
@Check({ name: 'credit_grade_score', expression: 'score >= 0 and score <= 10000' })
export class CreditGrade {
  /** Grows with time, as every id does by which rows are found anew. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  /** The legal day whose records it weighs, and from which it holds. */
  @Property({ type: 'date' })
  evaluatedOn!: Day;

  @Property({ type: 'timestamptz' })
  recordedAt!: Date;

  /** Code of the edition. */
  @Property({ type: 'text' })
  edition!: string;

  @Enum({ items: () => Grade })
  grade!: Grade;

  /** In hundredths of a point. */
  @Property({ type: 'integer' })
  score!: number;

  /** Which rules fired on which records, in the order of the edition's rules. */
  @Property({ type: 'jsonb' })
  fired!: Fired[];

  /** Transaction that wrote it, for readers that must not miss late committers; null: from before there were such readers. */
  @Property({ type: 'xid8', nullable: true, defaultRaw: 'pg_current_xact_id()' })
  transactionId?: string;

  /** Whether it was found for a day of somebody's choice: then it is seen in rehearsals alone. */
  @Property({ type: 'boolean', default: false })
  rehearsed!: boolean;
}
