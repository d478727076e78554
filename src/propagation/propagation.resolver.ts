import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, departmentOf, only, ownEntity, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import { type RecordRow, recordById } from '../records/record.reads.js';
import { Consumer } from './consumer.entity.js';
import { changeConsumer, registerConsumer, type Told } from './consumer.service.js';
import { Delivery, DeliveryState } from './delivery.entity.js';
import { deliveryState } from './delivery.rules.js';
import { acknowledgeDelivery, redeliver } from './delivery.service.js';
import {
  AcknowledgeDeliveryInput,
  ChangeConsumerInput,
  DeliveryFilter,
  RedeliverInput,
  RegisterConsumerInput,
} from './propagation.inputs.js';
import {
  changeById,
  changesOfRecord,
  consumerByCode,
  consumersPage,
  deliveriesOfChange,
  deliveriesPage,
} from './propagation.reads.js';
import { RecordChange } from './record-change.entity.js';

const ConsumerConnection = connectionType('Consumer', Consumer);
const DeliveryConnection = connectionType('Delivery', Delivery);

const centre = only(role(Role.CREDIT_CENTRE));
const input = { description: 'What is said. 办理内容' };

/** A consumer with the key that was made for it. */
@ObjectType({
  simpleResolvers: true,
  description: 'A consumer, and its key where one was made just now. 数据使用系统及其新密钥',
})
class ConsumerAnswer {
  @Access(anyone)
  @Field(() => Consumer, { description: 'The consumer. 数据使用系统' })
  consumer!: Consumer;

  @Access(centre)
  @Field(() => String, {
    nullable: true,
    description:
      'The key of its signatures (Standard Webhooks); it is told this once and never again. 签名密钥，仅显示一次',
  })
  secret!: string | null;
}

/** The systems that are told of changes. */
@Resolver(() => Consumer)
export class ConsumerResolver {
  @Access(centre)
  @Mutation(() => ConsumerAnswer, {
    description: 'The credit centre registers a system that is told of changes. 登记数据使用系统',
  })
  registerConsumer(
    @Arg('input', () => RegisterConsumerInput, input) asked: RegisterConsumerInput,
    @Ctx() context: Context,
  ): Promise<Told> {
    return registerConsumer(context, asked);
  }

  @Access(centre)
  @Mutation(() => ConsumerAnswer, {
    description:
      'Changes where a system is told, whether it is, or its key; what is open is posted to the new address. 变更数据使用系统',
  })
  changeConsumer(
    @Arg('input', () => ChangeConsumerInput, input) asked: ChangeConsumerInput,
    @Ctx() context: Context,
  ): Promise<Told> {
    return changeConsumer(context, asked);
  }

  @Access(only(role(Role.CREDIT_CENTRE, Role.SUPERVISOR, Role.ADMINISTRATOR)))
  @Query(() => ConsumerConnection, { description: 'The systems that are told of changes. 数据使用系统列表' })
  consumers(
    @Arg('first', () => Int, pageArguments.first) first: number,
    @Arg('after', () => String, pageArguments.after) after: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Omit<Consumer, 'secret'>>> {
    return consumersPage(context, { first, after });
  }

  @Access(anyone)
  @FieldResolver(() => Department, { nullable: true, description: 'Its department. 所属部门' })
  department(@Root() { departmentCode }: Consumer, @Ctx() { reference }: Context): Department | null {
    return departmentCode === null ? null : (reference(departments).get(departmentCode) ?? null);
  }
}

/** Deliveries and their receipts. */
@Resolver(() => Delivery)
export class DeliveryResolver {
  @Access(only(role(Role.DEPARTMENT, Role.CREDIT_CENTRE)))
  @Mutation(() => Delivery, {
    description:
      "An officer of the consumer's department, or the credit centre for one without an address, acknowledges. 送达回执",
  })
  acknowledgeDelivery(
    @Arg('input', () => AcknowledgeDeliveryInput, input) { id }: AcknowledgeDeliveryInput,
    @Ctx() context: Context,
  ): Promise<Delivery> {
    return acknowledgeDelivery(context, id);
  }

  @Access(centre)
  @Mutation(() => Delivery, { description: 'Has a delivery that is open posted anew, now. 重新送达' })
  redeliver(
    @Arg('input', () => RedeliverInput, input) { id }: RedeliverInput,
    @Ctx() context: Context,
  ): Promise<Delivery> {
    return redeliver(context, id);
  }

  @Access(only(role(Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR)))
  @Query(() => DeliveryConnection, {
    description: 'Deliveries, the late ones first; of a department those to its own systems. 送达列表（逾期在前）',
  })
  deliveries(
    @Arg('filter', () => DeliveryFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: DeliveryFilter | null,
    @Arg('first', () => Int, pageArguments.first) first: number,
    @Arg('after', () => String, pageArguments.after) after: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Delivery>> {
    return deliveriesPage(context, filter ?? {}, { first, after });
  }

  @Access(anyone)
  @FieldResolver(() => DeliveryState, { description: 'Where it stands today. 送达状态' })
  state(@Root() delivery: Delivery, @Ctx() { today }: Context): DeliveryState {
    return deliveryState(delivery, today);
  }

  @Access(anyone)
  @FieldResolver(() => Consumer, { description: 'Whom it goes to. 接收系统' })
  consumer(@Root() { consumerCode }: Delivery, @Ctx() context: Context): Promise<Omit<Consumer, 'secret'> | null> {
    return context.load(consumerByCode, consumerCode);
  }

  @Access(anyone)
  @FieldResolver(() => RecordChange, {
    nullable: true,
    description: 'The change that it tells; null: it tells something else. 变更通知',
  })
  change(@Root() { changeId }: Delivery, @Ctx() context: Context): Promise<RecordChange | null> | null {
    return changeId === null ? null : context.load(changeById, changeId);
  }
}

/** A change, with the record as it stands and to whom it was told. */
@Resolver(() => RecordChange)
export class RecordChangeResolver {
  @Access(anyone)
  @FieldResolver(() => CreditRecord, {
    nullable: true,
    description: 'The record as it stands; null for whoever may not know of it. 相关记录',
  })
  record(@Root() { recordId }: RecordChange, @Ctx() context: Context): Promise<RecordRow | null> {
    return context.load(recordById, recordId);
  }

  @Access(
    only(
      ownEntity<RecordChange>(({ uscc }) => uscc!),
      role(Role.CREDIT_CENTRE, Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => [Delivery], { nullable: true, description: 'To whom it was told. 送达情况' })
  deliveries(@Root() { id }: RecordChange, @Ctx() context: Context): Promise<Delivery[]> {
    return context.load(deliveriesOfChange, id);
  }
}

/** The changes of a record, on the record. */
@Resolver(() => CreditRecord)
export class RecordChangesResolver {
  @Access(
    only(
      ownEntity<RecordRow>(({ uscc }) => uscc),
      departmentOf<RecordRow>('its provider', ({ item }) => item.providerCode),
      role(Role.CREDIT_CENTRE, Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => [RecordChange], {
    nullable: true,
    description: 'Changes of which its users were told, oldest first. 变更通知',
  })
  changes(@Root() { id }: RecordRow, @Ctx() context: Context): Promise<RecordChange[]> {
    return context.load(changesOfRecord, id);
  }
}
