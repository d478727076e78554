import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import { audit } from '../audit/audit.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { Consumer } from './consumer.entity.js';
import { Delivery } from './delivery.entity.js';
import { post } from './delivery.queue.js';
import { deliveryById } from './propagation.reads.js';

/**
 * Somebody acknowledges a delivery for the receiving system: an officer of its department, or the credit centre where no
 * events are posted to it.
 */
export async function acknowledgeDelivery(context: Context, id: string): Promise<Delivery> {
  const { viewer, now } = context;
  await context.em.transactional(async (em) => {
    const { delivery, consumer } = await opened(em, context, id);
    if (viewer.role === Role.CREDIT_CENTRE && consumer.url !== null) throw new Refusal('DELIVERY_BY_WEBHOOK');
    Object.assign(delivery, { acknowledgedAt: now, acknowledgedBy: viewer.subject });
    enter(em, context, 'acknowledge', delivery);
  });
  return (await deliveryById(context, id))!;
}

/** The credit centre has a delivery posted anew, now. */
export async function redeliver(context: Context, id: string): Promise<Delivery> {
  await context.em.transactional(async (em) => {
    const { delivery, consumer } = await opened(em, context, id);
    if (consumer.url === null || !consumer.active)
      throw new Refusal('DELIVERY_NOT_POSTED', { consumer: consumer.code });
    await post(em, [delivery]);
    enter(em, context, 'redeliver', delivery);
  });
  return (await deliveryById(context, id))!;
}

/** The delivery, locked and not yet acknowledged, if it exists for the viewer. */
async function opened(
  em: EntityManager,
  { viewer }: Context,
  id: string,
): Promise<{ delivery: Delivery; consumer: Consumer }> {
  const delivery = isUuid(id) ? await em.findOne(Delivery, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  const consumer = delivery && (await em.findOneOrFail(Consumer, { code: delivery.consumerCode }));
  const its = viewer.role === Role.CREDIT_CENTRE || consumer?.departmentCode === viewer.department;
  if (!delivery || !consumer || !its) throw new Refusal('DELIVERY_UNKNOWN');
  if (delivery.acknowledgedAt) {
    throw new Refusal('DELIVERY_ACKNOWLEDGED', { at: new Date(delivery.acknowledgedAt).toISOString() });
  }
  if (delivery.lapsedAt) throw new Refusal('DELIVERY_LAPSED');
  return { delivery, consumer };
}

function enter(
  em: EntityManager,
  context: Context,
  deed: string,
  { id, topic, changeId, consumerCode }: Delivery,
): void {
  audit(em, context, {
    deed: `delivery.${deed}`,
    subjectType: 'Delivery',
    subjectId: id,
    facts: { topic, change: changeId, consumer: consumerCode },
  });
}
