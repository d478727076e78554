import type { EntityManager } from '@mikro-orm/postgresql';
import type { QueueDeclaration } from '../jobs/queue-schema.js';
import { sendJobs } from '../jobs/send.js';

/**
 * The queue of the webhooks. Tries are 15 seconds to an hour apart, for about five days; what was not delivered by then stays
 * open until it is sent anew. One job a delivery: sending again does not double it.
 */
export const deliveryQueue: QueueDeclaration = {
  name: 'delivery',
  policy: 'exclusive',
  retryLimit: 127,
  retryDelay: 15,
  retryBackoff: true,
  retryDelayMax: 3600,
  // a post takes ten seconds at most: after a minute whoever had the job is gone
  expireInSeconds: 60,
  // outlasts any outage of the platform itself
  retentionSeconds: 365 * 86_400,
  deleteAfterSeconds: 86_400,
};

/** What is to be posted: the id of the delivery and the code of its consumer. */
export interface ToPost {
  readonly id: string;
  readonly consumerCode: string;
}

/** Has the deliveries posted once the transaction at hand has committed. */
export const post = (em: EntityManager, deliveries: readonly ToPost[]): Promise<void> =>
  sendJobs(
    em,
    deliveryQueue.name,
    deliveries.map(({ id, consumerCode }) => ({ key: id, group: consumerCode, carried: { delivery: id } })),
  );
