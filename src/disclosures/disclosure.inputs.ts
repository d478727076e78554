import { Field, ID, InputType } from 'type-graphql';

/** The signature under a disclosure. */
@InputType({ description: 'The signature under a disclosure. 年度公示审签' })
export class SignDisclosureInput {
  @Field(() => ID, { description: 'Id of the disclosure. 标识' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the department says of it; it is published with it. 部门说明（一并公示）',
  })
  statement?: string | null;
}

/** A disclosure that is given back. */
@InputType({ description: 'A disclosure that is given back to be signed off anew. 年度公示退回' })
export class ReturnDisclosureInput {
  @Field(() => ID, { description: 'Id of the disclosure. 标识' })
  id!: string;

  @Field(() => String, { description: 'The reason. 理由' })
  reason!: string;
}

/** A disclosure that is published. */
@InputType({ description: 'A disclosure that is published. 年度公示发布' })
export class PublishDisclosureInput {
  @Field(() => ID, { description: 'Id of the disclosure. 标识' })
  id!: string;
}
