import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, departmentOf, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { DateTimeScalar } from '../calendar/scalars.js';
import { CatalogueItem } from '../catalogue/catalogue-item.entity.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';
import { described } from '../workflow/described.js';
import { CorrectionState, correctionWorkflow } from './correction.workflow.js';

registerEnumType(CorrectionState, {
  name: 'CorrectionState',
  description: 'Where a check of shared data stands: State Council Order 809, art. 26. 校核状态',
  valuesConfig: described(correctionWorkflow.states),
});

const open = `where state in ('${CorrectionState.REQUESTED}', '${CorrectionState.ESCALATED}')`;

const accountOf = (says: string, codeOf: (row: Correction) => string) =>
  only(departmentOf(says, codeOf), role(Role.SUPERVISOR));

/**
 * A department that uses shared data doubts them, and the provider checks: 校核, State Council Order 809, art. 26. Its two
 * departments, the credit centre and the supervisor know of it; the record itself only who may know of it anyway.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'A check of shared data that a department asked for (State Council Order 809, art. 26). 政务数据校核',
})
@programMay({ update: true })
@Entity()
@Index({
  name: 'correction_open',
  expression: `create unique index correction_open on correction (requester_code, record_id, coalesce(field, '')) ${open}`,
})
@Index({
  name: 'correction_due',
  expression: 'create index correction_due on correction (state, due_on) where due_on is not null',
})
@Index({ properties: ['requesterCode', 'id'] })
@Index({ properties: ['providerCode', 'id'] })
@Check({
  name: 'correction_answered',
  expression: "(state in ('CORRECTED', 'CONFIRMED')) = (answered_at is not null and explanation is not null)",
})
export class Correction {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Number for people, such as C-20261122-000001. 校核编号' })
  @Property({ type: 'text' })
  @Unique()
  number!: string;

  @ManyToOne(() => Department, { fieldName: 'requester_code', mapToPk: true })
  requesterCode!: string;

  @ManyToOne(() => Department, { fieldName: 'provider_code', mapToPk: true })
  providerCode!: string;

  @ManyToOne(() => CatalogueItem, { fieldName: 'item_id', mapToPk: true })
  itemId!: string;

  @Property({ type: 'text' })
  itemCode!: string;

  /** Id of the record, the same in every version. */
  @Property({ type: 'uuid' })
  recordId!: string;

  /** Its version when the check was asked for. */
  @Property({ type: 'integer' })
  recordVersion!: number;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Key of the field that is doubted; null: the whole. 存疑数据项' })
  @Property({ type: 'text', nullable: true })
  field!: string | null;

  @Access(anyone)
  @Field(() => String, { description: 'What is wrong with it. 校核理由' })
  @Property({ type: 'text' })
  statement!: string;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What proves it. 佐证材料' })
  @Property({ type: 'text', nullable: true })
  evidence!: string | null;

  @Access(anyone)
  @Field(() => CorrectionState, { description: 'Where it stands. 状态' })
  @Enum({ items: () => CorrectionState })
  state!: CorrectionState;

  @Access(anyone)
  @Field(() => Boolean, {
    description: 'Whether the answer was late, so that the data authority was told. 是否曾逾期提级',
  })
  @Property({ type: 'boolean', default: false })
  escalated!: boolean;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was asked for. 提出时间' })
  @Property({ type: 'timestamptz' })
  requestedAt!: Date;

  @Access(accountOf('the department that asked', ({ requesterCode }) => requesterCode))
  @Field(() => String, { nullable: true, description: 'Account that asked. 提出账号' })
  @Property({ type: 'text' })
  requestedBy!: string;

  /** Day from which the clock of the state counts; null where none runs. */
  @Property({ type: 'date', nullable: true })
  startedOn!: string | null;

  @Property({ type: 'date', nullable: true })
  dueOn!: string | null;

  /** Whether a step was taken by a rehearsed clock: the case lives on it from then on. */
  @Property({ type: 'boolean', default: false })
  rehearsed!: boolean;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered. 答复时间' })
  @Property({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Access(accountOf('the department that answered', ({ providerCode }) => providerCode))
  @Field(() => String, { nullable: true, description: 'Account that answered. 答复账号' })
  @Property({ type: 'text', nullable: true })
  answeredBy!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What the provider found. 核实说明' })
  @Property({ type: 'text', nullable: true })
  explanation!: string | null;
}
