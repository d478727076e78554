import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { Case } from '../workflow/case.entity.js';
import { described } from '../workflow/described.js';
import { FastTrackGrant } from './grant.entity.js';
import { ServiceItem } from './service-item.entity.js';
import { ToleranceState, toleranceStates } from './tolerance.states.js';
import { MissingMaterial } from './tolerance-parts.js';

registerEnumType(ToleranceState, {
  name: 'ToleranceState',
  description: 'Where a tolerant acceptance stands. 容缺受理状态',
  valuesConfig: described(toleranceStates),
});

/** What a step may change. What was promised, and in how many days, is not among it: the program has no right to touch it. */
const changing = [
  ...['state', 'history', 'startedOn', 'dueOn', 'resultDueOn', 'pauses', 'awaits', 'escalatedAt', 'rehearsed'],
  ...['missing', 'extensionDays', 'extendedUntil', 'recordId'],
];

/**
 * An application that was accepted although supplementary material was missing, on the applicant's commitment to supply it in time.
 * The applicant, the department that handles the item, the credit centre and the supervisor know of it. It is live while it
 * awaits somebody: as many as the grant allows can be at once.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'An application accepted while supplementary material was missing, on the commitment to supply it in time. 容缺受理',
})
@programMay({ update: changing })
@Entity()
@Unique({ name: 'tolerant_acceptance_case', properties: ['departmentCode', 'caseNumber'] })
@Unique({ name: 'tolerant_acceptance_commitment', properties: ['commitmentCode'] })
@Index({
  name: 'tolerant_acceptance_live',
  expression: 'create index tolerant_acceptance_live on tolerant_acceptance (grant_id) where awaits is not null',
})
@Index({ properties: ['entityId', 'id'] })
@Index({ properties: ['departmentCode', 'id'] })
@Index({ properties: ['awaits', 'dueOn'] })
@Check({
  name: 'tolerant_acceptance_days',
  expression: 'supply_days >= 1 and supply_days <= 20 and supply_days + 2 <= limit_days',
})
@Check({
  name: 'tolerant_acceptance_recorded',
  expression: "record_id is not null or state <> 'DEFAULTED' and state <> 'VOIDED'",
})
export class TolerantAcceptance extends Case {
  @Access(anyone)
  @Field(() => ToleranceState, { description: 'Where it stands. 状态' })
  @Enum({ items: () => ToleranceState })
  state!: ToleranceState;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  /** Code of the applicant. */
  @Property({ type: 'text' })
  uscc!: string;

  /** Code of the service item. */
  @ManyToOne(() => ServiceItem, { fieldName: 'service_item_code', mapToPk: true })
  serviceItemCode!: string;

  /** Code of the department that handles it. */
  @ManyToOne(() => Department, { fieldName: 'department_code', mapToPk: true })
  departmentCode!: string;

  /** The grant under which it was used. */
  @ManyToOne(() => FastTrackGrant, { fieldName: 'grant_id', mapToPk: true })
  grantId!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Number of the case at the department. 部门办件编号' })
  @Property({ type: 'text' })
  caseNumber!: string;

  @Access(anyone)
  @Field(() => [MissingMaterial], { description: 'What was missing, and what was supplied of it. 容缺材料' })
  @Property({ type: 'jsonb' })
  missing!: MissingMaterial[];

  @Access(anyone)
  @Field(() => Int, {
    description: 'Promised limit of the item when it was used, in working days. 承诺办结时限（工作日）',
  })
  @Property({ type: 'integer' })
  limitDays!: number;

  @Access(anyone)
  @Field(() => Int, {
    description:
      'How many working days there are for supplying, from the signing: the promised limit less 2, 20 at most (深圳市容缺办理管理办法). 补正期限（工作日）',
  })
  @Property({ type: 'integer' })
  supplyDays!: number;

  /** Code of the commitment, 20 digits. */
  @Property({ type: 'text' })
  commitmentCode!: string;

  /** What is promised. */
  @Property({ type: 'text' })
  commitmentText!: string;

  @Access(anyone)
  @Field(() => Int, {
    nullable: true,
    description: 'How many working days more were asked for because of force majeure. 申请延期工作日数',
  })
  @Property({ type: 'integer', nullable: true })
  extensionDays!: number | null;

  @Access(anyone)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day to which the time was extended; null: it was not. 延期至',
  })
  @Property({ type: 'date', nullable: true })
  extendedUntil!: string | null;

  /** Id of the credit record of the commitment: kept, or broken. */
  @Property({ type: 'uuid', nullable: true })
  recordId!: string | null;
}
