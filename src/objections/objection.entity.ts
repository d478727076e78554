import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateTimeScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { RecordCase } from '../records/record-case.entity.js';
import { described } from '../workflow/described.js';
import { ObjectionGround, ObjectionRemedy } from './objection.words.js';
import { ObjectionState, objectionWorkflow } from './objection.workflow.js';

registerEnumType(ObjectionState, {
  name: 'ObjectionState',
  description: 'Where an objection stands. 异议状态',
  valuesConfig: described(objectionWorkflow.states),
});

const open = Object.keys(objectionWorkflow.awaits)
  .map((state) => `'${state}'`)
  .join(', ');

/** An entity's objection to one record about it. The entity, the provider, the credit centre and the supervisor know of it. */
@ObjectType({ simpleResolvers: true, description: "An entity's objection to a record about it. 异议" })
@programMay({ update: true })
@Entity()
@Index({
  name: 'objection_open',
  expression: `create unique index objection_open on objection (record_id) where state in (${open})`,
})
@Index({ properties: ['entityId', 'id'] })
@Index({ properties: ['providerCode', 'id'] })
@Index({ properties: ['recordId'] })
@Index({ properties: ['awaits', 'dueOn'] })
@Check({ name: 'objection_upheld', expression: "state <> 'UPHELD' or (remedy is not null and decided_at is not null)" })
@Check({
  name: 'objection_dismissed',
  expression: "state <> 'DISMISSED' or (finding is not null and finding_evidence is not null)",
})
export class Objection extends RecordCase {
  @Access(anyone)
  @Field(() => ObjectionState, { description: 'Where it stands. 状态' })
  @Enum({ items: () => ObjectionState })
  state!: ObjectionState;

  @Access(anyone)
  @Field(() => ObjectionGround, { description: 'What is said to be wrong. 异议事由' })
  @Enum({ items: () => ObjectionGround })
  ground!: ObjectionGround;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Key of the field that is wrong; null: the whole. 异议数据项' })
  @Property({ type: 'text', nullable: true })
  field!: string | null;

  @Access(anyone)
  @Field(() => String, { description: 'What is wrong with it. 异议内容' })
  @Property({ type: 'text' })
  statement!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What proves it. 证据说明' })
  @Property({ type: 'text' })
  evidence!: string;

  @Access(anyone)
  @Field(() => ObjectionRemedy, { nullable: true, description: 'What became of the record. 处理方式' })
  @Enum({ items: () => ObjectionRemedy, nullable: true })
  remedy!: ObjectionRemedy | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What was found, and why. 核实结论及理由' })
  @Property({ type: 'text', nullable: true })
  finding!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What proves the finding. 核实证据' })
  @Property({ type: 'text', nullable: true })
  findingEvidence!: string | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided last. 处理时间' })
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  /** The change by which consumers are told of what became of the record. */
  @Property({ type: 'uuid', nullable: true })
  changeId!: string | null;
}
