import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { toClerks } from './fast-track-access.js';
import { ServiceItem, ServiceMaterial } from './service-item.entity.js';

const toClerk = (key: string) =>
  toClerks<FastTrackDecision>(
    key,
    ({ entityId }) => entityId,
    ({ uscc }) => uscc,
  );

/** A reason for or against, with the rule and the record. */
@ObjectType({ simpleResolvers: true, description: 'A reason for or against the fast track. 理由' })
export class FastTrackReason {
  @Access(anyone)
  @Field(() => String, { description: 'The rule by its name, such as FAST_TRACK_SERIOUS_RECORD. 规则' })
  readonly rule!: string;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether it speaks for it. 是否有利' })
  readonly favours!: boolean;

  @Access(anyone)
  @Field(() => String, { description: 'What it says, for people. 说明' })
  readonly says!: string;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The law or the document it rests on. 依据' })
  readonly basis!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What can be done. 救济途径' })
  readonly remedy!: string | null;

  /** The record that it looks at, if it is one. */
  readonly recordId!: string | null;

  /** Code of the item of that record. */
  readonly itemCode!: string | null;

  /** The grant that it is about, if it is one. */
  readonly grantId!: string | null;
}

/** Whether an entity has the fast track for a service item: the answer to a clerk, in one request. */
@ObjectType({
  simpleResolvers: true,
  description:
    'Whether an entity has the fast track for a service item, and every reason for and against (国发〔2016〕33号; Order 722, art. 19). 绿色通道与容缺受理判定',
})
export class FastTrackDecision {
  readonly entityId!: string;

  /** Code of the entity. */
  readonly uscc!: string;

  @Access(anyone)
  @Field(() => ServiceItem, { description: 'The service item. 政务服务事项' })
  readonly serviceItem!: ServiceItem;

  @Access(toClerk('greenChannel'))
  @Field(() => Boolean, { nullable: true, description: 'Whether it is served first. 是否适用绿色通道' })
  readonly greenChannel!: boolean;

  @Access(toClerk('tolerantAcceptance'))
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is accepted while supplementary materials are missing. 是否可容缺受理',
  })
  readonly tolerantAcceptance!: boolean;

  @Access(toClerk('mayBeMissing'))
  @Field(() => [ServiceMaterial], {
    nullable: true,
    description: 'The materials that may be supplied later; none where nothing may be missing. 可容缺的材料',
  })
  readonly mayBeMissing!: readonly ServiceMaterial[];

  @Access(toClerk('suppliesWithin'))
  @Field(() => Int, {
    nullable: true,
    description:
      'Working days from acceptance in which they are to be supplied: two less than the promised limit, 20 at most. 补正期限（工作日）',
  })
  readonly suppliesWithin!: number | null;

  @Access(toClerk('until'))
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the grants on which the answer rests; null: it rests on none. 资格有效期至',
  })
  readonly until!: string | null;

  @Access(toClerk('reasons'))
  @Field(() => [FastTrackReason], {
    nullable: true,
    description: 'Every reason, for and against, each with its rule and its record. 理由',
  })
  readonly reasons!: readonly FastTrackReason[];

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'The instant as of which it holds. 判定时间' })
  readonly decidedAt!: Date;
}
