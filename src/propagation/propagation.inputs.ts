import { Field, ID, InputType } from 'type-graphql';
import { ConsumerKind } from './consumer.entity.js';
import { DeliveryState } from './delivery.entity.js';

/** A system that is to be told of changes. */
@InputType({ description: 'A system that is to be told of changes of records. 数据使用系统登记' })
export class RegisterConsumerInput {
  @Field(() => String, { description: 'Its code: capitals, digits and underscores, such as TAX_LEDGER. 系统代码' })
  code!: string;

  @Field(() => String, { description: 'Its name. 系统名称' })
  name!: string;

  @Field(() => ConsumerKind, { description: 'What it is. 类型' })
  kind!: ConsumerKind;

  @Field(() => String, { nullable: true, description: 'Code of its department, of a DEPARTMENT_SYSTEM. 部门代码' })
  department?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where events are posted to; none: it asks for its deliveries and acknowledges them. 接收地址',
  })
  url?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the catalogue items it uses; none: all it may. 使用的目录项',
  })
  items?: string[] | null;
}

/** What is to change of a consumer; what is left out stays. */
@InputType({ description: 'What is to change of a consumer; what is left out stays. 数据使用系统变更' })
export class ChangeConsumerInput {
  @Field(() => String, { description: 'Its code. 系统代码' })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where events are posted to from now on; null: nowhere, it asks for them. 接收地址',
  })
  url?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is told of changes. 是否启用' })
  active?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it gets a new key; the old one ends. 更换密钥' })
  newSecret?: boolean | null;
}

/** The receipt for a delivery. */
@InputType({ description: 'The receipt for a delivery. 送达回执' })
export class AcknowledgeDeliveryInput {
  @Field(() => ID, { description: 'Id of the delivery. 送达标识' })
  id!: string;
}

/** A delivery that is to be sent anew. */
@InputType({ description: 'A delivery that is to be sent anew. 重新送达' })
export class RedeliverInput {
  @Field(() => ID, { description: 'Id of the delivery. 送达标识' })
  id!: string;
}

/** Narrows a list of deliveries. */
@InputType({ description: 'Narrows a list of deliveries; all that is given must hold. 送达筛选条件' })
export class DeliveryFilter {
  @Field(() => DeliveryState, { nullable: true, description: 'Where it stands today. 送达状态' })
  state?: DeliveryState | null;

  @Field(() => String, { nullable: true, description: 'Code of the consumer. 系统代码' })
  consumer?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the record. 记录标识' })
  record?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are overdue, or that are not. 是否逾期' })
  overdue?: boolean | null;
}
