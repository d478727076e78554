import { Field, InputType } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';
import { CatalogueClass, Polarity, Severity } from '../catalogue/catalogue-item.entity.js';
import { RecordState } from './credit-record.entity.js';

/** Narrows a list of records; all that is given must hold. */
@InputType({ description: 'Narrows a list of records; all that is given must hold. 记录筛选条件' })
export class RecordFilter {
  @Field(() => String, { nullable: true, description: 'Code of a catalogue item. 目录代码' })
  item?: string | null;

  @Field(() => CatalogueClass, { nullable: true, description: 'Class of the national catalogue. 信息类别' })
  class?: CatalogueClass | null;

  @Field(() => String, { nullable: true, description: 'Code of the providing department. 提供单位代码' })
  provider?: string | null;

  @Field(() => Polarity, { nullable: true, description: 'For or against the subject. 信息性质' })
  polarity?: Polarity | null;

  @Field(() => Severity, { nullable: true, description: 'Gravity. 失信程度' })
  severity?: Severity | null;

  @Field(() => RecordState, { nullable: true, description: 'State. 记录状态' })
  state?: RecordState | null;

  @Field(() => DateScalar, { nullable: true, description: 'Determined on this day or later. 认定日期起' })
  determinedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Determined on this day or earlier. 认定日期止' })
  determinedUntil?: string | null;
}
