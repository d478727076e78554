import { Check, Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { announcesChanges } from '../database/announce.js';
import { Grade } from '../profile/grade.words.js';

/** What trust earns. */
export enum FastTrackBenefit {
  GREEN_CHANNEL = 'GREEN_CHANNEL',
  TOLERANT_ACCEPTANCE = 'TOLERANT_ACCEPTANCE',
}
registerEnumType(FastTrackBenefit, {
  name: 'FastTrackBenefit',
  description: 'What trust earns (国发〔2016〕33号; 优化营商环境条例, art. 19). 守信便利措施',
  valuesConfig: {
    GREEN_CHANNEL: { description: 'Served first, by a simpler procedure. 绿色通道' },
    TOLERANT_ACCEPTANCE: { description: 'Accepted while supplementary materials are missing. 容缺受理' },
  },
});

/** Who proposes grants under a rule. */
export enum FastTrackProposer {
  RULE = 'RULE',
  DEPARTMENT = 'DEPARTMENT',
}
registerEnumType(FastTrackProposer, {
  name: 'FastTrackProposer',
  description: 'Who proposes grants under a rule. 提出方式',
  valuesConfig: {
    RULE: { description: 'The platform, for whoever meets it. 按规则自动提出' },
    DEPARTMENT: { description: 'A department, for matters of its own. 部门提出' },
  },
});

/** By what the fast track is earned: data, published, of an edition. */
@ObjectType({
  simpleResolvers: true,
  description:
    'By what the fast track is earned: published, of an edition, the same for everybody. 绿色通道与容缺受理规则',
})
@announcesChanges
@Entity()
@Check({ name: 'fast_track_rule_year', expression: 'months >= 1 and months <= 12 and live_limit > 0' })
export class FastTrackRule {
  @Access(anyone)
  @Field(() => String, { description: 'Code. 规则代码' })
  @PrimaryKey({ type: 'text' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title. 规则名称' })
  @Property({ type: 'text' })
  title!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title in English. 英文名称' })
  @Property({ type: 'text' })
  englishTitle!: string;

  @Access(anyone)
  @Field(() => FastTrackProposer, { description: 'Who proposes grants under it. 提出方式' })
  @Enum({ items: () => FastTrackProposer })
  proposer!: FastTrackProposer;

  @Access(anyone)
  @Field(() => [FastTrackBenefit], { description: 'What it earns. 便利措施' })
  @Property({ type: 'text[]' })
  benefits!: FastTrackBenefit[];

  @Access(anyone)
  @Field(() => Grade, { description: 'The lowest grade with which it is earned and kept. 最低信用等级' })
  @Enum({ items: () => Grade })
  leastGrade!: Grade;

  @Access(anyone)
  @Field(() => [String], {
    description: 'Catalogue items of which one record must be in force; empty: none is needed. 所需守信信息目录',
  })
  @Property({ type: 'text[]' })
  items!: string[];

  @Access(anyone)
  @Field(() => [String], { description: 'Departments whose matters it covers; empty: all. 适用部门' })
  @Property({ type: 'text[]' })
  departments!: string[];

  @Access(anyone)
  @Field(() => Int, { description: 'For how many months a grant holds, 12 at most. 有效期（月）' })
  @Property({ type: 'integer' })
  months!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'How many tolerant acceptances may be open at once. 同时容缺上限' })
  @Property({ type: 'integer' })
  liveLimit!: number;

  @Access(anyone)
  @Field(() => String, { description: 'The law it rests on. 依据' })
  @Property({ type: 'text' })
  basis!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Edition. 版本' })
  @Property({ type: 'text' })
  edition!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'First day on which it holds. 生效日期' })
  @Property({ type: 'date' })
  inForceFrom!: string;
}
