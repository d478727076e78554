import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Day } from '../calendar/day.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { CatalogueClass, CatalogueItem } from '../catalogue/catalogue-item.entity.js';
import { Department } from '../departments/department.entity.js';
import { type Money, MoneyScalar } from '../money/money.js';
import type { Moment } from '../records/validity.rules.js';
import type { EntityRow } from '../registry/legal-entity.reads.js';

/** How records of a class, a department or an item stand: of those that the viewer may know of. */
@ObjectType({
  simpleResolvers: true,
  description:
    'How records stand together, of those that the viewer may know of. What is repaired, withdrawn or expired is counted as far as the viewer may know that it was. 画像统计行',
})
export class ProfileLine {
  @Access(anyone)
  @Field(() => CatalogueClass, { nullable: true, description: 'Of this class, in lines by class. 信息类别' })
  readonly class!: CatalogueClass | null;

  @Access(anyone)
  @Field(() => Department, { nullable: true, description: 'Of this provider, in lines by department. 提供单位' })
  readonly department!: Department | null;

  @Access(anyone)
  @Field(() => CatalogueItem, { nullable: true, description: 'Of this item, in lines by item. 目录项' })
  readonly item!: CatalogueItem | null;

  @Access(anyone)
  @Field(() => Int, { description: 'Records in all. 记录数' })
  readonly count!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'For the entity. 守信信息数' })
  readonly favourable!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Against it. 失信信息数' })
  readonly adverse!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Neither. 中性信息数' })
  readonly neutral!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'In force. 有效数' })
  readonly inForce!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Against it and in force. 有效失信信息数' })
  readonly adverseInForce!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Repaired, as far as the viewer may know. 已修复数' })
  readonly repaired!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Withdrawn, as far as the viewer may know. 已撤销数' })
  readonly withdrawn!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Past their publicity or validity, as far as the viewer may know. 已到期数' })
  readonly expired!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'With an open objection. 异议处理中数' })
  readonly disputed!: number;

  @Access(anyone)
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'Fines in force, in yuan, as far as the viewer sees the amounts; null: none. 有效处罚罚款合计（元）',
  })
  readonly amount!: Money | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'The latest determination. 最近认定日期' })
  readonly latestOn!: Day | null;

  /** Ids of the newest records. */
  readonly ids!: readonly string[];

  /** Of whose profile it is a line. */
  readonly moment!: Moment | null;
}

/** What became of the commitments that an entity gave. */
@ObjectType({
  simpleResolvers: true,
  description:
    'What became of the commitments that an entity gave, by the records that the viewer may know of. 信用承诺履行情况',
})
export class CommitmentsGiven {
  @Access(anyone)
  @Field(() => Int, { description: 'Commitments in force. 承诺数' })
  readonly given!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Found to be kept wholly. 全部履行数' })
  readonly kept!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Found to be kept in part. 部分履行数' })
  readonly keptInPart!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Found not to be kept. 未履行数' })
  readonly notKept!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Records of broken commitments in force. 有效违诺记录数' })
  readonly broken!: number;

  /** Ids of the newest records. */
  readonly ids!: readonly string[];

  readonly moment!: Moment | null;
}

/**
 * The aggregated view of an entity: every viewer gets the profile of what he may see. The fast track, to the right, adds its
 * grants as a field resolver.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'The aggregated view of an entity, made of what the viewer may see of it. A grade in it is a reference for supervision and never itself a sanction (优化营商环境条例, arts 53-54; 国办发〔2019〕35号). 信用画像',
})
export class CreditProfile {
  @Access(anyone)
  @Field(() => DateScalar, { description: 'The day whose records it shows. 截至日期' })
  readonly asOf!: Day;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'As far as was known at this instant. 截至时刻' })
  readonly knownAt!: Date;

  @Access(anyone)
  @Field(() => String, {
    description:
      'What of the records it is made of, for this viewer; what is left out stands in `extensions.withheld`. 口径说明',
  })
  readonly says!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What a grade is, and what it is not. 评价等级的性质' })
  readonly notice!: string;

  /** Whose profile it is. */
  readonly entity!: EntityRow;

  /** The moment asked for; null: now. */
  readonly moment!: Moment | null;
}
