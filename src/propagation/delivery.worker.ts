import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import { stripped } from '../database/failure.js';
import { Reads, statement } from '../database/reads.js';
import type { Secrets } from '../database/secrets.js';
import type { Worker } from '../jobs/queue.js';
import { placeOfSecret } from './consumer-secrets.js';
import { DeliveryTopic } from './delivery.entity.js';
import { deliveryQueue } from './delivery.queue.js';
import type { ChangeKind } from './record-change.entity.js';
import { postSigned } from './webhook.js';

/** What a delivery of another room's tells, as it stands at the moment of posting; null: there is nothing left to tell. */
export type Content = (delivery: string, now: Date) => Promise<Readonly<Record<string, unknown>> | null>;

/** What a process holds that posting borrows from. */
export interface Posting {
  readonly pool: pg.Pool;
  readonly secrets: Secrets;
  /** In production nothing is posted into private networks. */
  readonly production: boolean;
  /** Who says what is told of each topic beside changes of records. */
  readonly contents: Readonly<Record<Exclude<DeliveryTopic, DeliveryTopic.RECORD_CHANGE>, Content>>;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
}

interface ToSend {
  readonly consumerCode: string;
  readonly url: string;
  readonly secret: string;
  readonly topic: DeliveryTopic;
  /** Null, as all that follows, unless it tells a change. */
  readonly changeId: string;
  readonly kind: ChangeKind;
  readonly at: Date;
  readonly recordId: string;
  readonly version: number;
  readonly itemCode: string;
  readonly uscc: string;
  readonly number: string | null;
  readonly state: string | null;
}

const toSend = statement<ToSend>(
  'deliveryToSend',
  `select c.code as "consumerCode", c.url, c.secret, d.topic, h.id as "changeId", h.kind, h.at, h.record_id as "recordId", h.version,
     h.item_code as "itemCode", e.uscc, r.number, r.state
   from delivery d join consumer c on c.code = d.consumer_code left join record_change h on h.id = d.change_id
   left join legal_entity e on e.id = h.entity_id
   left join credit_record r on r.id = h.record_id and r.version = h.version
   where d.id = $1::uuid and d.acknowledged_at is null and d.lapsed_at is null and c.active and c.url is not null`,
);

const noted = `
  update delivery set attempts = attempts + 1, last_attempt_at = $2, last_fault = $3,
    acknowledged_at = coalesce(acknowledged_at, case when $3::text is null then $2::timestamptz end)
  where id = $1::uuid`;

const lapsed = 'update delivery set lapsed_at = $2 where id = $1::uuid and acknowledged_at is null';

/** How many consumers are posted to at once by an instance. */
const atOnce = 8;

/**
 * Whoever posts deliveries. Of one consumer one at a time is under way, so one that hangs holds a single place and nobody
 * else up. A delivery that was acknowledged in the meantime is not posted, nor is one to a consumer that was switched off.
 */
export const deliveryWorker = (posting: Posting, clock: () => Date): Worker => ({
  queue: deliveryQueue.name,
  atOnce,
  byGroup: true,
  take: async ({ delivery }) => {
    const fault = await deliver(posting, delivery!, clock).catch((error: unknown) => {
      posting.log.error({ err: stripped(error), delivery }, 'a change could not be delivered');
      return 'INTERNAL';
    });
    // the queue tries again
    if (fault !== null) throw new Error(fault);
  },
});

async function deliver(posting: Posting, id: string, clock: () => Date): Promise<string | null> {
  const { pool, secrets, production } = posting;
  const row = await new Reads(pool).row(toSend, [id]);
  if (!row) return null;
  const event = await eventOf(posting, id, row, clock());
  if (event === null) {
    await pool.query(lapsed, [id, clock()]);
    return null;
  }
  const secret = secrets.open(row.secret, placeOfSecret(row.consumerCode));
  const fault = await postSigned({ url: row.url, secret, ...event }, production);
  await pool.query(noted, [id, clock(), fault]);
  return fault;
}

/** What is posted: of a change the same identifier to every receiver, of anything else that of the delivery. */
async function eventOf(
  { contents }: Posting,
  id: string,
  row: ToSend,
  now: Date,
): Promise<{ id: string; body: string } | null> {
  if (row.topic === DeliveryTopic.RECORD_CHANGE) return { id: row.changeId, body: bodyOf(row) };
  const told = await contents[row.topic](id, now);
  return told && { id, body: JSON.stringify({ id, ...told }) };
}

/** Identifiers and the state, never a value: what the record says is asked for by whoever may know it. */
function bodyOf({ changeId, kind, at, recordId, version, uscc, itemCode, number, state }: ToSend): string {
  return JSON.stringify({
    id: changeId,
    type: `record.${kind.toLowerCase()}`,
    at: new Date(at).toISOString(),
    record: recordId,
    version,
    uscc,
    item: itemCode,
    number,
    state,
  });
}
