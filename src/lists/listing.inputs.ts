import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { ListingGround, ListKind } from './list.words.js';
import { ListingState } from './listing.states.js';

/** An entity that is proposed for a list. */
@InputType({ description: 'An entity that is proposed for a list. 提出列入建议（提名）' })
export class ProposeListingInput {
  @Field(() => String, { description: 'Code of the list, as creditLists says. 名单代码' })
  list!: string;

  @Field(() => UsccScalar, { description: 'Code of the entity. 统一社会信用代码' })
  uscc!: string;

  @Field(() => String, { description: 'The facts, 2,000 characters at most. 事由' })
  facts!: string;

  @Field(() => String, { description: 'The law on which it rests, 1,000 characters at most. 依据' })
  basis!: string;

  @Field(() => ListingGround, {
    nullable: true,
    description: 'The ground, one that the list covers; of a red list none. 列入情形',
  })
  ground?: ListingGround | null;

  @Field(() => String, {
    description: 'Number of the decision by which it will be entered, 64 characters at most. 列入决定文号',
  })
  decisionNumber!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the record of the entity from which it follows, such as that of a penalty. 来源记录标识',
  })
  sourceRecord?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of uploaded files that prove it. 证据附件标识' })
  evidence?: string[] | null;
}

/** A step of a listing, with what it is taken for. */
@InputType({ description: 'A step of a listing with what is stated for it. 名单事项办理（含理由）' })
export class ListingStepInput {
  @Field(() => ID, { description: 'Id of the listing. 标识' })
  id!: string;

  @Field(() => String, { description: 'The statement, or the reason of the decision. 陈述或者理由' })
  reason!: string;

  @Field(() => [ID], { nullable: true, description: 'Ids of uploaded files. 附件标识' })
  evidence?: string[] | null;
}

/** A decision on an objection. */
@InputType({ description: 'A decision on an objection to a listing. 名单异议处理' })
export class DecideListingObjectionInput {
  @Field(() => ID, { description: 'Id of the listing. 标识' })
  id!: string;

  @Field(() => Int, { description: 'Which objection, from 1. 异议序号' })
  objection!: number;

  @Field(() => Boolean, { description: 'Whether it is upheld: then nothing is entered. 异议是否成立' })
  upheld!: boolean;

  @Field(() => String, { description: 'The reason. 理由' })
  reason!: string;
}

/** A removal before the term is over. */
@InputType({ description: 'A removal from a list because what it rested on was revoked. 移出名单' })
export class RemoveFromListInput {
  @Field(() => ID, { description: 'Id of the listing. 标识' })
  id!: string;

  @Field(() => DateScalar, { description: 'The day on which the basis was revoked. 列入依据撤销日期' })
  revokedOn!: string;

  @Field(() => String, { description: 'The document that revoked it: its name and number. 撤销文书名称及文号' })
  document!: string;

  @Field(() => String, { description: 'The reason. 理由' })
  reason!: string;
}

/** Narrows a list of listings. */
@InputType({ description: 'Narrows a list of listings; all that is given must hold. 名单事项筛选条件' })
export class ListEntryFilter {
  @Field(() => String, { nullable: true, description: 'Code of the list. 名单代码' })
  list?: string | null;

  @Field(() => ListKind, { nullable: true, description: 'Kind of the list. 名单类别' })
  kind?: ListKind | null;

  @Field(() => ListingState, { nullable: true, description: 'State as a case. 办理状态' })
  state?: ListingState | null;

  @Field(() => UsccScalar, { nullable: true, description: 'Code of the entity. 统一社会信用代码' })
  uscc?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that stand on a list, or only those that do not. 是否在列',
  })
  onList?: boolean | null;
}
