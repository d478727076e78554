import { Check, Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Purpose } from '../access/purpose.js';
import { anyone } from '../access/rules.js';
import type { Day } from '../calendar/day.js';
import { DateScalar } from '../calendar/scalars.js';
import { announcesChanges } from '../database/announce.js';
import { MeasureKind } from './restriction.words.js';

/** A measure of an edition of the national basic list: nothing that is not on it can be proposed (国办发〔2020〕49号). */
@ObjectType({
  simpleResolvers: true,
  description:
    'A measure of the national basic list of punishment measures (全国失信惩戒措施基础清单): nothing that is not on it can be proposed. 失信惩戒措施',
})
@announcesChanges
@Entity()
@Check({ name: 'punishment_measure_period', expression: 'in_force_until >= in_force_from' })
export class PunishmentMeasure {
  @Access(anyone)
  @Field(() => String, { description: 'Code at this platform, the same in every edition. 措施代码' })
  @PrimaryKey({ type: 'text' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Edition of the list. 清单版本' })
  @PrimaryKey({ type: 'text' })
  edition!: string;

  @Access(anyone)
  @Field(() => String, { description: 'As the list calls it. 措施名称' })
  @Property({ type: 'text' })
  title!: string;

  @Access(anyone)
  @Field(() => MeasureKind, { description: 'Its kind. 措施类别' })
  @Enum({ items: () => MeasureKind })
  kind!: MeasureKind;

  @Access(anyone)
  @Field(() => String, { description: 'Against whom it may be taken. 惩戒对象' })
  @Property({ type: 'text' })
  object!: string;

  @Access(anyone)
  @Field(() => Boolean, {
    description:
      'Whether it may be taken against an entity; if not, its object is a natural person. 是否适用于法人等主体',
  })
  @Property({ type: 'boolean' })
  onEntities!: boolean;

  @Access(anyone)
  @Field(() => String, { description: 'Laws that allow it. 法规政策依据' })
  @Property({ type: 'text' })
  basis!: string;

  /** Codes of the departments that carry it out. */
  @Property({ type: 'text[]', default: [] })
  units!: string[];

  @Access(anyone)
  @Field(() => [Purpose], {
    description: 'The purposes of use for which it counts at a counter; empty: none. 适用事项（使用目的）',
  })
  @Enum({ items: () => Purpose, array: true, default: [] })
  matters!: Purpose[];

  @Access(anyone)
  @Field(() => DateScalar, { description: 'First day on which it is on the list. 生效日期' })
  @Property({ type: 'date' })
  inForceFrom!: Day;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null: until further notice. 失效日期' })
  @Property({ type: 'date', nullable: true })
  inForceUntil!: Day | null;
}
