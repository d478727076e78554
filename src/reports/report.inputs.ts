import { Field, InputType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { CatalogueClass } from '../catalogue/catalogue-item.entity.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { ReportUse } from './report.words.js';

/** What a report is to say, for whom. */
@InputType({ description: 'What a credit report is to cover, for whom and what for. 信用报告申请' })
export class IssueCreditReportInput {
  @Field(() => UsccScalar, { description: 'Code of the entity that it is about. 统一社会信用代码' })
  uscc!: string;

  @Field(() => ReportUse, { description: 'What it is for. 用途' })
  use!: ReportUse;

  @Field(() => String, { description: 'Who receives it, up to 200 characters on one line. 接收方' })
  recipient!: string;

  @Field(() => [CatalogueClass], {
    nullable: true,
    description: 'Classes of the catalogue that it covers; left out: all. 涵盖信息类别',
  })
  classes?: CatalogueClass[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'It tells records that were in force on this day and still are; left out: today. 截至日期',
  })
  asOf?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'It tells records that were known at this instant and still stand; left out: now. 截至时刻',
  })
  knownAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Needed by the credit centre, which acts for the entity: number of the entity's written request. 申请书编号",
  })
  requestNumber?: string | null;
}
