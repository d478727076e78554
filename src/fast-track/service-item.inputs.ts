import { Field, InputType, Int } from 'type-graphql';
import { Exclusion } from './service-item.entity.js';

/** What is to be handed in. */
@InputType({ description: 'What is to be handed in. 申请材料' })
export class ServiceMaterialInput {
  @Field(() => String, { description: 'Code: capitals, digits, underscores. 材料代码' })
  code!: string;

  @Field(() => String, { description: 'Title. 材料名称' })
  title!: string;

  @Field(() => Boolean, { description: 'Whether nothing is accepted without it. 是否主审要件' })
  core!: boolean;
}

/** A service item: a new one, or what is to hold of one from now on. */
@InputType({ description: 'A service item: a new one, or what is to hold of one from now on. 政务服务事项' })
export class DefineServiceItemInput {
  @Field(() => String, { description: 'Code: capitals, digits, underscores. 事项代码' })
  code!: string;

  @Field(() => String, { description: 'Title. 事项名称' })
  title!: string;

  @Field(() => String, { description: 'Title in English. 英文名称' })
  englishTitle!: string;

  @Field(() => String, {
    nullable: true,
    description: "Code of the department that handles it; left out: the caller's own. 办理部门代码",
  })
  department?: string | null;

  @Field(() => Int, { description: 'Promised time limit in working days. 承诺办结时限（工作日）' })
  limitDays!: number;

  @Field(() => Int, { description: 'Time limit of the law in working days. 法定办结时限（工作日）' })
  statutoryDays!: number;

  @Field(() => Boolean, { description: 'Whether supplementary materials may be supplied later. 是否可容缺受理' })
  tolerant!: boolean;

  @Field(() => Exclusion, { nullable: true, description: 'Why nothing may be missing. 不适用容缺的领域' })
  excludedAs?: Exclusion | null;

  @Field(() => String, { description: 'The law under which it is handled. 设定依据' })
  basis!: string;

  @Field(() => [ServiceMaterialInput], { description: 'What is to be handed in, 1 to 50. 申请材料' })
  materials!: ServiceMaterialInput[];
}
