import { GraphQLJSON } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';
import { DateTimeScalar } from '../calendar/scalars.js';

/** Rows that a department sends. */
@InputType({ description: 'Rows that a department sends. 报送内容' })
export class SubmitRecordsInput {
  @Field(() => String, { description: 'Code of the catalogue item. 目录代码' })
  item!: string;

  @Field(() => [GraphQLJSON], { description: 'One object a row: values by field key; 1 to 1,000 rows. 数据行' })
  rows!: unknown[];
}

/** Narrows a list of submissions; all that is given must hold. */
@InputType({ description: 'Narrows a list of submissions; all that is given must hold. 批次筛选条件' })
export class SubmissionFilter {
  @Field(() => String, { nullable: true, description: 'Code of the catalogue item. 目录代码' })
  item?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Received at this instant or later. 接收时间起' })
  receivedFrom?: Date | null;
}
