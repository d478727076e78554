import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { appendOnly } from '../database/announce.js';
import { Delivery } from '../propagation/delivery.entity.js';
import { AlertRhythm } from './alert.words.js';
import { Watch } from './watch.entity.js';

/** Alerts of a watch that were told together: a digest of a day, or what one round found. */
@ObjectType({
  simpleResolvers: true,
  description:
    'Alerts of a watch that were told together: the digest of a day, or what was found at once. 风险提示通知',
})
@appendOnly
@Entity()
@Index({ properties: ['watchId', 'id'] })
@Index({
  name: 'alert_notice_digest',
  expression: `create unique index alert_notice_digest on alert_notice (watch_id, legal_day) where rhythm = 'DAILY'`,
})
@Index({
  name: 'alert_notice_delivery',
  expression: 'create unique index alert_notice_delivery on alert_notice (delivery_id) where delivery_id is not null',
})
export class AlertNotice {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => Watch, { fieldName: 'watch_id', mapToPk: true })
  watchId!: string;

  @Access(anyone)
  @Field(() => AlertRhythm, { description: 'Whether it is the digest of the day. 提示频率' })
  @Enum({ items: () => AlertRhythm })
  rhythm!: AlertRhythm;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'Legal day on which it was told. 提示日期' })
  @Property({ type: 'date' })
  legalDay!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was told. 提示时间' })
  @Property({ type: 'timestamptz' })
  at!: Date;

  @Access(anyone)
  @Field(() => Int, { description: 'How many alerts it told. 提示数量' })
  @Property({ type: 'integer' })
  count!: number;

  /** Its way to the consumer of the watch; null: it stands in the inbox alone. */
  @ManyToOne(() => Delivery, { fieldName: 'delivery_id', mapToPk: true, nullable: true, deleteRule: 'no action' })
  deliveryId!: string | null;
}
