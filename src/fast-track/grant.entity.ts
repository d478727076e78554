import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { Grade } from '../profile/grade.words.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { Case } from '../workflow/case.entity.js';
import { described } from '../workflow/described.js';
import { FastTrackBenefit, FastTrackRule } from './fast-track-rule.entity.js';
import { GrantState, grantStates, openGrantStates } from './grant.states.js';

registerEnumType(GrantState, {
  name: 'FastTrackGrantState',
  description: 'Where a grant of the fast track stands. 绿色通道与容缺受理资格状态',
  valuesConfig: described(grantStates),
});

/** What a step may change; whose it is, by which rule and for what never changes. */
const changing = [
  ...['state', 'history', 'startedOn', 'dueOn', 'resultDueOn', 'pauses', 'awaits', 'escalatedAt', 'rehearsed'],
  ...['validFrom', 'validUntil', 'objection'],
];

/** An objection to a grant; who objected stands in the timeline. */
@ObjectType({ simpleResolvers: true, description: 'An objection to a grant. 异议' })
export class GrantObjection {
  @Access(anyone)
  @Field(() => String, { description: 'The reason. 异议理由' })
  reason!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'When it was made. 提出日期' })
  on!: string;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'What was decided, with the reason; null: nothing yet. 处理结果',
  })
  decision!: string | null;
}

/** The fast track as an entity has earned it, under a rule, for some matters, for a time. */
@ObjectType('FastTrackGrant', {
  simpleResolvers: true,
  description:
    'The fast track as an entity has earned it: under a published rule, for some matters, a year at most. 绿色通道与容缺受理资格',
})
@programMay({ update: changing })
@Entity()
@Index({
  name: 'fast_track_grant_open',
  expression: `create unique index fast_track_grant_open on fast_track_grant (entity_id, rule_code, coalesce(proposer_code, '')) where state in (${openGrantStates.map((state) => `'${state}'`).join(', ')})`,
})
@Index({ properties: ['entityId', 'id'] })
@Index({ properties: ['state', 'dueOn'] })
@Check({ name: 'fast_track_grant_year', expression: 'valid_until <= valid_from + 366' })
@Check({ name: 'fast_track_grant_term', expression: "state not in ('ACTIVE', 'SUSPENDED') or valid_until is not null" })
export class FastTrackGrant extends Case {
  /** Where it stood when the platform last looked; what stands against it by now decides (`stateNow`). */
  @Enum({ items: () => GrantState })
  state!: GrantState;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  /** Code of the entity. */
  @Property({ type: 'text' })
  uscc!: string;

  /** Code of the rule under which it is earned. */
  @ManyToOne(() => FastTrackRule, { fieldName: 'rule_code', mapToPk: true })
  ruleCode!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Edition of the rule under which it was proposed. 规则版本' })
  @Property({ type: 'text' })
  edition!: string;

  @Access(anyone)
  @Field(() => [FastTrackBenefit], { description: 'What it earns. 便利措施' })
  @Property({ type: 'text[]' })
  benefits!: FastTrackBenefit[];

  @Access(anyone)
  @Field(() => Grade, { description: 'The lowest grade with which it is kept. 最低信用等级' })
  @Enum({ items: () => Grade })
  leastGrade!: Grade;

  @Access(anyone)
  @Field(() => [String], { description: 'Departments whose matters it covers; empty: all. 适用部门' })
  @Property({ type: 'text[]' })
  departments!: string[];

  @Access(anyone)
  @Field(() => [ID], { description: 'Service items that it covers; empty: all of those departments. 适用事项' })
  @Property({ type: 'text[]' })
  serviceItems!: string[];

  @Access(anyone)
  @Field(() => Int, { description: 'How many tolerant acceptances may be open at once under it. 同时容缺上限' })
  @Property({ type: 'integer' })
  liveLimit!: number;

  @Property({ type: 'integer' })
  months!: number;

  /** Code of the department that proposed it; null: the rule. */
  @Property({ type: 'text', nullable: true })
  proposerCode!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'First day on which it holds. 生效日期' })
  @Property({ type: 'date', nullable: true })
  validFrom!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it holds, a year at most. 有效期至' })
  @Property({ type: 'date', nullable: true })
  validUntil!: string | null;

  @Property({ type: 'jsonb', nullable: true })
  objection!: GrantObjection | null;
}
