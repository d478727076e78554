import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';

/** What a field of a record should say. */
@InputType({ description: 'What a field of a record should say. 更正数据项' })
export class CorrectedFieldInput {
  @Field(() => String, { description: 'Key of the field, such as CF_NR_FK. 字段代码' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'The right value; none: there should be none. 更正后的值' })
  value?: string | null;
}

/** A correction of a record by its provider. */
@InputType({ description: 'A correction of a record by its provider. 更正记录' })
export class CorrectRecordInput {
  @Field(() => ID, { description: 'Id of the record. 记录标识' })
  record!: string;

  @Field(() => [CorrectedFieldInput], { description: 'The fields that change; all others stay. 更正的数据项' })
  fields!: CorrectedFieldInput[];

  @Field(() => String, { description: 'Why it is corrected. 更正原因' })
  reason!: string;

  @Field(() => String, { description: 'The article or document that it rests on. 更正依据' })
  basis!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From which day it holds; none: from the beginning, since what was recorded was wrong. 生效日期',
  })
  effectiveFrom?: string | null;
}

/** A withdrawal of a record by its provider. */
@InputType({
  description:
    'A withdrawal of a record by its provider: what it records was changed, revoked or held void (Administrative Penalty Law, art. 48). 撤回记录',
})
export class WithdrawRecordInput {
  @Field(() => ID, { description: 'Id of the record. 记录标识' })
  record!: string;

  @Field(() => DateScalar, {
    description: 'The day on which it was changed, revoked or held void. 变更、撤销或确认违法日期',
  })
  revokedOn!: string;

  @Field(() => String, { description: 'The document that did so: its name and number. 文书名称及文号' })
  document!: string;

  @Field(() => String, { description: 'Why it is withdrawn. 撤回原因' })
  reason!: string;

  @Field(() => String, { description: 'The article or document that it rests on. 撤回依据' })
  basis!: string;
}
