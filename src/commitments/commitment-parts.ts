import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { type Money, MoneyScalar } from '../money/money.js';

// Parts of a promise, as they are stored with it and shown: whoever knows of the promise sees them.

/** A step on the way to the whole promise. */
@ObjectType({ simpleResolvers: true, description: 'A step on the way to the whole promise. 阶段目标' })
export class CommitmentMilestone {
  @Access(anyone)
  @Field(() => String, { description: 'What is done by then. 阶段事项' })
  readonly title!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'By when. 完成期限' })
  readonly dueOn!: string;

  @Access(anyone)
  @Field(() => MoneyScalar, { nullable: true, description: 'The part of the amount that it brings. 对应金额' })
  readonly amount!: Money | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'When it was done; null: it is not. 完成日期' })
  readonly doneOn!: string | null;
}

/** How far a promise was kept on a day. */
@ObjectType({ simpleResolvers: true, description: 'How far a promise was kept on a day. 兑现进展' })
export class CommitmentProgress {
  @Access(anyone)
  @Field(() => DateScalar, { description: 'Day of the report. 报告日期' })
  readonly on!: string;

  @Access(anyone)
  @Field(() => MoneyScalar, { nullable: true, description: 'What was paid in all by then. 累计兑现金额' })
  readonly amount!: Money | null;

  @Access(anyone)
  @Field(() => String, { description: 'What there is to say. 说明' })
  readonly note!: string;
}

/** The verdict on whether it could be promised. */
@ObjectType({
  simpleResolvers: true,
  description: 'The verdict on whether a promise was lawful and within authority. 合法性与权限核查结论',
})
export class AuthorityVerdict {
  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether it holds. 是否有效' })
  readonly valid!: boolean;

  @Access(anyone)
  @Field(() => String, { description: 'The office that checked it. 核查方' })
  readonly by!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'Day of the verdict. 核查日期' })
  readonly on!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The law on which it rests. 依据' })
  readonly basis!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The reason. 理由' })
  readonly reason!: string;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'Of what does not hold: how the trust of the beneficiary is made good. 信赖利益处理',
  })
  readonly trustInterest!: string | null;
}

/** A change of a promise for the public interest. */
@ObjectType({
  simpleResolvers: true,
  description: 'A change for the public interest (Order 722, art. 31): authority, procedure, compensation. 依法变更',
})
export class CommitmentChange {
  @Access(anyone)
  @Field(() => String, { description: 'The law that gives the authority to change it. 法定权限依据' })
  readonly authority!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The document of the legal procedure. 法定程序文书' })
  readonly procedure!: string;

  @Access(anyone)
  @Field(() => String, { description: 'How the beneficiary is compensated. 补偿方案' })
  readonly compensation!: string;

  @Access(anyone)
  @Field(() => MoneyScalar, { nullable: true, description: 'Compensation in money; null: in another way. 补偿金额' })
  readonly amount!: Money | null;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'By when it is due. 补偿期限' })
  readonly compensateBy!: string;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'When it was given, as reported. 补偿日期' })
  readonly compensatedOn!: string | null;
}
