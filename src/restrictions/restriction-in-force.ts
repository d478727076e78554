import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Purpose } from '../access/purpose.js';
import { anyone } from '../access/rules.js';
import type { Day } from '../calendar/day.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { Department } from '../departments/department.entity.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import type { EntityRow } from '../registry/legal-entity.reads.js';
import { PunishmentMeasure } from './punishment-measure.entity.js';

/** A restriction that is in force: imposed in a case, or borne by a record of dishonesty by itself. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A restriction that is in force, as long as its record is: imposed in a case, or borne by a record of dishonesty by itself. Systems that are told of changes of records are told of its end by that of the record. 执行中的失信惩戒措施',
})
export class RestrictionInForce {
  @Access(anyone)
  @Field(() => ID, { description: 'What feedback of its use names. 标识' })
  readonly id!: string;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'Number of the case; null: it follows from the record by itself. 编号',
  })
  readonly number!: string | null;

  @Access(anyone)
  @Field(() => String, { description: 'What it is called. 措施' })
  readonly title!: string;

  @Access(anyone)
  @Field(() => PunishmentMeasure, {
    nullable: true,
    description:
      'The measure of the national list; null: a regulation allows it that the list does not repeat. 基础清单措施',
  })
  readonly measure!: PunishmentMeasure | null;

  @Access(anyone)
  @Field(() => [Purpose], { description: 'The matters for which it counts at a counter. 适用事项' })
  readonly matters!: readonly Purpose[];

  @Access(anyone)
  @Field(() => String, { description: 'The rule that allows it. 法律依据' })
  readonly legalBasis!: string;

  @Access(anyone)
  @Field(() => Department, { description: 'The department that carries it out. 实施单位' })
  readonly executingUnit!: Department;

  @Access(anyone)
  @Field(() => String, { description: 'Against whom it may be taken. 惩戒对象' })
  readonly object!: string;

  @Access(anyone)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Its last day, unless its record ends before; null: no end is set. 期限届满日',
  })
  readonly until!: Day | null;

  /** Id of the record it rests on. */
  readonly recordId!: string;
}

/** What a department is told at its counter: whether an entity is restricted in a matter. */
@ObjectType({
  simpleResolvers: true,
  description: 'Whether an entity is restricted in a matter, as far as the caller may know. 失信惩戒核查结果',
})
export class RestrictionCheck {
  @Access(anyone)
  @Field(() => LegalEntity, { description: 'The entity. 信用主体' })
  readonly entity!: EntityRow;

  @Access(anyone)
  @Field(() => Purpose, { description: 'The matter. 办理事项' })
  readonly matter!: Purpose;

  @Access(anyone)
  @Field(() => Boolean, {
    description:
      'Whether any restriction counts for the matter, of those that the caller may know of; extensions.withheld says what is left out, whether or not there is any. 是否受限',
  })
  readonly restricted!: boolean;

  @Access(anyone)
  @Field(() => [RestrictionInForce], { description: 'Those restrictions. 惩戒措施' })
  readonly restrictions!: readonly RestrictionInForce[];

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'The instant for which it holds. 核查时间' })
  readonly checkedAt!: Date;
}
