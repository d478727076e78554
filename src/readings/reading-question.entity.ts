import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateTimeScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { described } from '../workflow/described.js';
import { QuestionState, questionWorkflow } from './question.workflow.js';

registerEnumType(QuestionState, {
  name: 'ReadingQuestionState',
  description: 'Where a question about a reading stands. 质询状态',
  valuesConfig: described(questionWorkflow.states),
});

/** An entity asks why its data were read, and what came of it (Personal Information Protection Law, arts 44, 50). */
@ObjectType({ simpleResolvers: true, description: 'An entity asks why its data were read. 查询质询' })
@programMay({ update: true })
@Entity()
@Index({ properties: ['readerRole', 'readerDepartment', 'id'] })
@Index({ properties: ['entityId', 'id'] })
export class ReadingQuestion {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid', unique: true })
  readingId!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  /** Role and department of the reader: the party that answers. */
  @Property({ type: 'text' })
  readerRole!: string;

  @Property({ type: 'text', nullable: true })
  readerDepartment!: string | null;

  @Access(anyone)
  @Field(() => QuestionState, { description: 'Where it stands. 状态' })
  @Enum({ items: () => QuestionState })
  state!: QuestionState;

  /** Steps taken so far. */
  @Property({ type: 'text[]' })
  history!: string[];

  @Access(anyone)
  @Field(() => String, { description: 'What the entity asks. 质询内容' })
  @Property({ type: 'text' })
  question!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was asked. 提出时间' })
  @Property({ type: 'timestamptz' })
  askedAt!: Date;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: "The reader's answer. 答复" })
  @Property({ type: 'text', nullable: true })
  answer!: string | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered. 答复时间' })
  @Property({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'Why the entity referred the answer to the supervisor. 转办理由',
  })
  @Property({ type: 'text', nullable: true })
  referral!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: "The supervisor's finding. 监督结论" })
  @Property({ type: 'text', nullable: true })
  finding!: string | null;

  /** Day from which the running clock counts, and the day on which it ends. */
  @Property({ type: 'date', nullable: true })
  startedOn!: string | null;

  @Property({ type: 'date', nullable: true })
  dueOn!: string | null;

  /** Whether a step was taken by a rehearsed clock: the case lives on it from then on. */
  @Property({ type: 'boolean', default: false })
  rehearsed!: boolean;
}
