import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';

/** An authorisation that an entity gives. */
@InputType({ description: 'An authorisation that an entity gives. 授权内容' })
export class GrantConsentInput {
  @Field(() => String, {
    description: 'Code of the department, or unified social credit code of the third party. 被授权方代码',
  })
  to!: string;

  @Field(() => [String], { description: 'Codes of the catalogue items that it opens. 授权目录项' })
  items!: string[];

  @Field(() => String, { description: 'What it is given for; no personal data. 授权用途' })
  use!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day; today if left out. 授权起始日' })
  validFrom?: string | null;

  @Field(() => DateScalar, { description: 'Last day, a year after the first at most. 授权截止日' })
  validUntil!: string;
}

/** The authorisation that is withdrawn. */
@InputType({ description: 'The authorisation that is withdrawn. 撤回授权' })
export class WithdrawConsentInput {
  @Field(() => ID, { description: 'Its id. 标识' })
  id!: string;
}
