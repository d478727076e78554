import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { arrearsCaseById } from '../arrears/arrears.reads.js';
import { ArrearsCase } from '../arrears/arrears-case.entity.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Delivery } from '../propagation/delivery.entity.js';
import { deliveriesById } from '../propagation/propagation.reads.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import { type RecordRow, recordById } from '../records/record.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { entityById } from '../registry/legal-entity.reads.js';
import { Alert } from './alert.entity.js';
import { AlertFilter, MarkAlertsReadInput } from './alert.inputs.js';
import { type AlertRow, alertsPage, noticeById } from './alert.reads.js';
import { markAlertsRead } from './alert.service.js';
import { AlertKind } from './alert.words.js';
import { AlertNotice } from './alert-notice.entity.js';
import { Watch } from './watch.entity.js';
import { type WatchRow, watchById } from './watch.reads.js';

const AlertConnection = connectionType('Alert', Alert);

const watchers = only(role(Role.DEPARTMENT, Role.ENTERPRISE));

/** The inbox of alerts. */
@Resolver(() => Alert)
export class AlertResolver {
  @Access(watchers)
  @Query(() => AlertConnection, {
    description:
      "What the viewer's department or enterprise was told, newest first. Each alert is judged anew on the standing of its watch: what is repaired or closed by now shows no content. 风险提示收件箱",
  })
  alerts(
    @Arg('filter', () => AlertFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: AlertFilter | null,
    @Arg('first', () => Int, pageArguments.first) first: number,
    @Arg('after', () => String, pageArguments.after) after: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<AlertRow>> {
    return alertsPage(context, filter ?? {}, { first, after });
  }

  @Access(watchers)
  @Mutation(() => Int, {
    description:
      'Marks alerts as read for the whole department or enterprise; says how many were unread until now. 标记风险提示已读',
  })
  markAlertsRead(
    @Arg('input', () => MarkAlertsReadInput, { description: 'What is said. 办理内容' }) { ids }: MarkAlertsReadInput,
    @Ctx() context: Context,
  ): Promise<number> {
    return markAlertsRead(context, ids);
  }

  @Access(anyone)
  @FieldResolver(() => Watch, { description: 'The watch that it answers. 所属监测' })
  watch(@Root() { watchId }: AlertRow, @Ctx() context: Context): Promise<WatchRow | null> {
    return context.load(watchById, watchId);
  }

  @Access(anyone)
  @FieldResolver(() => AlertNotice, { description: 'With what it was told. 所属通知' })
  notice(@Root() { noticeId }: AlertRow, @Ctx() context: Context): Promise<AlertNotice | null> {
    return context.load(noticeById, noticeId!);
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, {
    nullable: true,
    description: 'Whom it is about; null once the watcher may no longer know of it. 所涉主体',
  })
  entity(@Root() { entityId }: AlertRow, @Ctx() context: Context): Promise<LegalEntity | null> | null {
    return entityId === null ? null : context.load(entityById, entityId);
  }

  @Access(anyone)
  @FieldResolver(() => CreditRecord, {
    nullable: true,
    description: 'The record, for whoever may know of it for what this very request states. 相关记录',
  })
  record(@Root() { recordId }: AlertRow, @Ctx() context: Context): Promise<RecordRow | null> | null {
    return recordId === null ? null : context.load(recordById, recordId);
  }

  @Access(anyone)
  @FieldResolver(() => ArrearsCase, {
    nullable: true,
    description: 'The case of arrears, for whoever may know of it. 拖欠账款事项',
  })
  arrearsCase(@Root() { kind, caseId }: AlertRow, @Ctx() context: Context): Promise<ArrearsCase | null> | null {
    return kind === AlertKind.ARREARS_CASE && caseId !== null ? context.load(arrearsCaseById, caseId) : null;
  }
}

/** How a notice was delivered. */
@Resolver(() => AlertNotice)
export class AlertNoticeResolver {
  @Access(anyone)
  @FieldResolver(() => Delivery, {
    nullable: true,
    description: 'Its way to the consumer of the watch, and the receipt; null: it stands in the inbox alone. 送达情况',
  })
  delivery(@Root() { deliveryId }: AlertNotice, @Ctx() context: Context): Promise<Delivery | null> | null {
    return deliveryId === null ? null : context.load(deliveriesById, deliveryId);
  }
}
