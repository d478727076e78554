import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Purpose } from '../access/purpose.js';
import { anyone, departmentOf, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { DateTimeScalar } from '../calendar/scalars.js';
import { appendOnly } from '../database/announce.js';
import { Department } from '../departments/department.entity.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { RestrictionOutcome } from './restriction.words.js';

/**
 * How a department used what it was told at its counter: 应用反馈 (State Council Order 809, arts 25, 29). The department, the entity, the
 * credit centre and the supervisor know of it.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'How a department used what it was told about restrictions (State Council Order 809, arts 25, 29). 失信惩戒应用反馈',
})
@appendOnly
@Entity()
@Index({
  name: 'restriction_use_once',
  expression: `create unique index restriction_use_once on restriction_use (department_code, case_number, entity_id, coalesce(restriction, ''))`,
})
@Index({ properties: ['departmentCode', 'id'] })
@Index({ properties: ['entityId', 'id'] })
@Index({
  name: 'restriction_use_restriction',
  expression:
    'create index restriction_use_restriction on restriction_use (restriction, id) where restriction is not null',
})
@Check({ name: 'restriction_use_outcome', expression: "(outcome = 'NONE_FOUND') = (restriction is null)" })
@Check({ name: 'restriction_use_measure', expression: '(measure is null) = (restriction is null)' })
export class RestrictionUse {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  @Access(anyone)
  @Field(() => UsccScalar, { description: 'Code of the entity. 统一社会信用代码' })
  @Property({ type: 'text' })
  uscc!: string;

  @Access(anyone)
  @Field(() => Purpose, { description: 'The matter. 办理事项' })
  @Enum({ items: () => Purpose })
  matter!: Purpose;

  @Access(anyone)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the restriction, as the check showed it; null: there was none. 惩戒措施标识',
  })
  @Property({ type: 'text', nullable: true })
  restriction!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What it is called. 措施' })
  @Property({ type: 'text', nullable: true })
  measure!: string | null;

  @Access(anyone)
  @Field(() => String, { description: "Number of the department's own case. 办件编号" })
  @Property({ type: 'text' })
  caseNumber!: string;

  @Access(anyone)
  @Field(() => RestrictionOutcome, { description: 'What came of it. 应用结果' })
  @Enum({ items: () => RestrictionOutcome })
  outcome!: RestrictionOutcome;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What the department adds. 说明' })
  @Property({ type: 'text', nullable: true })
  note!: string | null;

  /** Code of the department that reports. */
  @ManyToOne(() => Department, { fieldName: 'department_code', mapToPk: true })
  departmentCode!: string;

  @Access(
    only(
      departmentOf<RestrictionUse>('the department itself', ({ departmentCode }) => departmentCode),
      role(Role.CREDIT_CENTRE, Role.SUPERVISOR),
    ),
  )
  @Field(() => String, { nullable: true, description: 'Account that reported it. 反馈账号' })
  @Property({ type: 'text' })
  account!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was reported. 反馈时间' })
  @Property({ type: 'timestamptz' })
  reportedAt!: Date;
}
