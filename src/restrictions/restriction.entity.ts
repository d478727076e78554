import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Purpose } from '../access/purpose.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { Case } from '../workflow/case.entity.js';
import { described } from '../workflow/described.js';
import { closedStates, RestrictionState, restrictionStates } from './restriction.states.js';

registerEnumType(RestrictionState, {
  name: 'RestrictionState',
  description: 'Where a restriction stands. 失信惩戒办理状态',
  valuesConfig: described(restrictionStates),
});

/** What a step may change: neither the measure nor the record, the facts or the term of what was notified. */
const changing = [
  ...['state', 'history', 'startedOn', 'dueOn', 'resultDueOn', 'pauses', 'awaits', 'escalatedAt', 'rehearsed'],
  ...['answer', 'decisionNumber', 'imposedOn', 'liftedOn', 'reason'],
];

const closed = closedStates.map((state) => `'${state}'`).join(', ');

/**
 * A measure of the national list against an entity, on one record of it. It is in force while it is imposed and the record is in
 * force, which is looked up and never copied: what ends the record lifts it in the same transaction. Its executing unit, the
 * entity, the credit centre and the supervisor know of the case; of what is in force whoever may know of the record.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'A measure of the national list against an entity, on one record of it: notified, answered, decided. In force only while the record is. 失信惩戒事项',
})
@programMay({ update: changing })
@Entity()
@Index({
  name: 'restriction_open',
  expression: `create unique index restriction_open on restriction (entity_id, measure_code, record_id) where state not in (${closed})`,
})
@Index({
  name: 'restriction_imposed',
  expression: "create index restriction_imposed on restriction (entity_id) where state = 'IMPOSED'",
})
@Index({ properties: ['entityId', 'id'] })
@Index({ properties: ['executingUnitCode', 'id'] })
@Index({ properties: ['awaits', 'dueOn'] })
@Index({ properties: ['recordId'] })
@Check({
  name: 'restriction_imposed_on',
  expression: "state <> 'IMPOSED' or imposed_on is not null",
})
@Check({ name: 'restriction_lifted_on', expression: "(state = 'LIFTED') = (lifted_on is not null)" })
export class Restriction extends Case {
  @Access(anyone)
  @Field(() => RestrictionState, { description: 'Where it stands. 状态' })
  @Enum({ items: () => RestrictionState })
  state!: RestrictionState;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  /** Code of the entity. */
  @Property({ type: 'text' })
  uscc!: string;

  /** Code of the measure, and the edition of the list under which it was proposed. */
  @Property({ type: 'text' })
  measureCode!: string;

  @Property({ type: 'text' })
  measureEdition!: string;

  @Access(anyone)
  @Field(() => [Purpose], { description: 'The matters for which it counts at a counter. 适用事项' })
  @Enum({ items: () => Purpose, array: true, default: [] })
  matters!: Purpose[];

  /** Id of the record it rests on, the same in every version. */
  @Property({ type: 'uuid' })
  recordId!: string;

  /** Code of the department that carries it out. */
  @ManyToOne(() => Department, { fieldName: 'executing_unit_code', mapToPk: true })
  executingUnitCode!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The rule that allows it in this case. 法律依据' })
  @Property({ type: 'text' })
  legalBasis!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The facts, as the notice states them. 事实' })
  @Property({ type: 'text' })
  facts!: string;

  @Access(anyone)
  @Field(() => DateScalar, {
    description: 'The last day of its term, no later than its record is published. 惩戒期限届满日',
  })
  @Property({ type: 'date' })
  until!: string;

  /** Account that proposed it, which does not decide it. */
  @Property({ type: 'text' })
  proposedBy!: string;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What the entity answered; null: nothing. 陈述申辩' })
  @Property({ type: 'text', nullable: true })
  answer!: string | null;

  @Access(anyone)
  @Field(() => String, { description: 'Number of the written notice. 告知书文号' })
  @Property({ type: 'text' })
  noticeNumber!: string;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Number of the decision. 决定书文号' })
  @Property({ type: 'text', nullable: true })
  decisionNumber!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Day of the decision that imposed it. 实施日期' })
  @Property({ type: 'date', nullable: true })
  imposedOn!: string | null;

  /** Day on which the executing unit lifted it early; what else ends it is not stored. */
  @Property({ type: 'date', nullable: true })
  liftedOn!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Why it was not imposed, or lifted early. 理由' })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;
}
