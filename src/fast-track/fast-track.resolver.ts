import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import { type RecordRow, recordById } from '../records/record.reads.js';
import { whyLeftOut } from '../records/records-left-out.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { entityByCode } from '../registry/legal-entity.reads.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { fastTrackFor } from './fast-track.service.js';
import { FastTrackDecision, FastTrackReason } from './fast-track-decision.js';
import { FastTrackRule } from './fast-track-rule.entity.js';
import { fastTrackRules } from './fast-track-rule.reads.js';
import { FastTrackGrant } from './grant.entity.js';
import { type GrantRow, grantById } from './grant.reads.js';
import { ServiceItem } from './service-item.entity.js';
import { DefineServiceItemInput } from './service-item.inputs.js';
import { serviceItemsFound, serviceItems as serviceItemsHeld } from './service-item.reads.js';
import { defineServiceItem } from './service-item.service.js';

/** The answer to a clerk, and what it rests on. */
@Resolver(() => FastTrackReason)
export class FastTrackResolver {
  @Access(anyone)
  @Query(() => FastTrackDecision, {
    description:
      'Whether an entity has the green channel and tolerant acceptance for a service item, and why; an unknown code or item is refused. 绿色通道与容缺受理查询',
  })
  fastTrack(
    @Arg('uscc', () => UsccScalar, { description: 'Code of the entity. 统一社会信用代码' }) uscc: string,
    @Arg('serviceItem', () => String, { description: 'Code of the service item. 事项代码' }) serviceItem: string,
    @Ctx() context: Context,
  ): Promise<FastTrackDecision> {
    return fastTrackFor(context, uscc, serviceItem);
  }

  @Access(anyone)
  @Query(() => [FastTrackRule], { description: 'By what the fast track is earned and kept. 绿色通道与容缺受理规则' })
  fastTrackRules(@Ctx() { reference }: Context): FastTrackRule[] {
    return [...reference(fastTrackRules).values()];
  }

  @Access(anyone)
  @FieldResolver(() => CreditRecord, {
    nullable: true,
    description: 'The record; null where it is none, or one that the viewer may not know of. 所依据的信用记录',
  })
  async record(
    @Root() { recordId, itemCode }: FastTrackReason,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RecordRow | null> {
    if (recordId === null) return null;
    const record = await context.load(recordById, recordId);
    if (!record) context.withheld.add(info.path, { state: 'WITHHELD', reason: whyLeftOut(context, itemCode) });
    return record;
  }

  @Access(anyone)
  @FieldResolver(() => FastTrackGrant, {
    nullable: true,
    description: 'The grant; null where it is about none, or one that the viewer may not know of. 所涉资格',
  })
  grant(@Root() { grantId }: FastTrackReason, @Ctx() context: Context): Promise<GrantRow | null> | null {
    return grantId === null ? null : context.load(grantById, grantId);
  }
}

/** Whose fast track it is. */
@Resolver(() => FastTrackDecision)
export class FastTrackDecisionResolver {
  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'The entity. 信用主体' })
  entity(@Root() { uscc }: FastTrackDecision, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityByCode, uscc);
  }
}

/** Matters that departments handle. */
@Resolver(() => ServiceItem)
export class ServiceItemResolver {
  @Access(anyone)
  @Query(() => [ServiceItem], { description: 'Service items, department by department. 政务服务事项' })
  serviceItems(
    @Arg('search', () => String, { nullable: true, description: 'A part of the title or the code. 检索词' })
    search: string | null,
    @Arg('department', () => String, { nullable: true, description: 'Code of the department. 部门代码' })
    department: string | null,
    @Ctx() context: Context,
  ): ServiceItem[] {
    return serviceItemsFound(context, search ?? null, department ?? null);
  }

  @Access(anyone)
  @Query(() => ServiceItem, { nullable: true, description: 'A service item by its code. 按代码查询政务服务事项' })
  serviceItem(
    @Arg('code', () => String, { description: 'Its code. 事项代码' }) code: string,
    @Ctx() { reference }: Context,
  ): ServiceItem | null {
    return reference(serviceItemsHeld).get(code) ?? null;
  }

  @Access(only(role(Role.DEPARTMENT)))
  @Mutation(() => ServiceItem, {
    description:
      'A department defines a service item of its own, or what is to hold of it from now on; the keeper of the list any. 维护政务服务事项',
  })
  defineServiceItem(
    @Arg('input', () => DefineServiceItemInput, { description: 'The service item. 事项内容' })
    input: DefineServiceItemInput,
    @Ctx() context: Context,
  ): Promise<ServiceItem> {
    return defineServiceItem(context, input);
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department that handles it. 办理部门' })
  department(@Root() { departmentCode }: ServiceItem, @Ctx() { reference }: Context): Department {
    return reference(departments).get(departmentCode)!;
  }
}
