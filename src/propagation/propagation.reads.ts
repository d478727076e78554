import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import { Refusal } from '../messages/refusal.js';
import type { Consumer } from './consumer.entity.js';
import type { Delivery } from './delivery.entity.js';
import type { DeliveryFilter } from './propagation.inputs.js';
import type { RecordChange } from './record-change.entity.js';

const consumerColumns = columns<Consumer>('c', [
  'code',
  'name',
  'kind',
  'departmentCode',
  'url',
  'items',
  'active',
  'registeredAt',
]);

const deliveryColumns = `${columns<Delivery>('d', [
  'id',
  'topic',
  'changeId',
  'consumerCode',
  'dueOn',
  'attempts',
  'lastAttemptAt',
  'lastFault',
  'acknowledgedAt',
  'acknowledgedBy',
  'lapsedAt',
])}, c.department_code as "departmentCode"`;

const changeColumns = `${columns<RecordChange>('h', [
  'id',
  'kind',
  'recordId',
  'version',
  'entityId',
  'itemCode',
  'at',
  'dueOn',
])}, e.uscc, r.number`;

const changes = `record_change h join legal_entity e on e.id = h.entity_id
  left join credit_record r on r.id = h.record_id and r.version = h.version`;

/** A consumer as it is told: never with its key. */
type ConsumerRow = Omit<Consumer, 'secret'>;

const consumersListed = statement<ConsumerRow>(
  'consumersListed',
  `select ${consumerColumns} from consumer c where c.code > $1 order by c.code limit $2`,
);

const consumersCount = statement<{ count: number }>('consumersCount', 'select count(*)::int as count from consumer');

const consumersByCode = statement<ConsumerRow>(
  'consumersByCode',
  `select ${consumerColumns} from consumer c where c.code = any(${asGiven('$1::text[]')})`,
);

const changesById = statement<RecordChange>(
  'changesById',
  `select ${changeColumns} from ${changes} where h.id = any(${asGiven('$1::uuid[]')})`,
);

const changesOfRecords = statement<RecordChange>(
  'changesOfRecords',
  `select ${changeColumns} from ${changes} where h.record_id = any(${asGiven('$1::uuid[]')}) order by h.at, h.id`,
);

const deliveriesOfChanges = statement<Delivery>(
  'deliveriesOfChanges',
  `select ${deliveryColumns} from delivery d join consumer c on c.code = d.consumer_code
   where d.change_id = any(${asGiven('$1::uuid[]')}) order by d.consumer_code`,
);

// $1 whether the viewer knows of all, $2 its department
const visible = '($1::boolean or c.department_code = $2::text)';

const deliveryOf = statement<Delivery>(
  'deliveryById',
  `select ${deliveryColumns} from delivery d join consumer c on c.code = d.consumer_code where d.id = $3::uuid and ${visible}`,
);

// $3 today, $4 state, $5 consumer, $6 record, $7 whether overdue
const filtered = `($4::text is null or $4 = case when d.acknowledged_at is not null then 'ACKNOWLEDGED'
    when d.lapsed_at is not null then 'LAPSED'
    when d.due_on < $3::date then 'OVERDUE' when d.last_fault is not null then 'FAILED' else 'PENDING' end)
  and ($5::text is null or d.consumer_code = $5) and ($6::uuid is null or h.record_id = $6)
  and ($7::boolean is null or $7 = (d.acknowledged_at is null and d.lapsed_at is null and d.due_on < $3::date))`;

const listedFrom = `delivery d join consumer c on c.code = d.consumer_code left join record_change h on h.id = d.change_id
  left join legal_entity e on e.id = h.entity_id where ${visible} and ${filtered}`;

/** A row of the list: of whom it tells is entered among the readings. */
type Listed = Delivery & { done: boolean } & (
    | (Pick<RecordChange, 'entityId' | 'itemCode' | 'recordId'> & { uscc: string })
    | { entityId: null; itemCode: null; recordId: null; uscc: null }
  );

const done = '(d.acknowledged_at is not null or d.lapsed_at is not null)';

// what is open before what is done, and of that the latest first
const listed = statement<Listed>(
  'deliveriesListed',
  `select ${deliveryColumns}, ${done} as done, h.entity_id as "entityId", h.item_code as "itemCode",
     h.record_id as "recordId", e.uscc
   from ${listedFrom} and (${done}, d.due_on, d.id) > ($8::boolean, $9::date, $10::uuid)
   order by ${done}, d.due_on, d.id limit $11`,
);

const listedCount = statement<{ count: number }>(
  'deliveriesListedCount',
  `select count(*)::int as count from ${listedFrom}`,
);

const visibility = ({ viewer }: Context): unknown[] => [
  viewer.role === Role.CREDIT_CENTRE || viewer.role === Role.SUPERVISOR,
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
];

/** The consumers, by their codes. */
export async function consumersPage(context: Context, request: PageRequest): Promise<Connection<ConsumerRow>> {
  const page = pageOf(request, 'consumers');
  const rows = await context.reads.rows(consumersListed, [page.after?.[0] ?? '', page.first + 1]);
  const count = async () => (await context.reads.row(consumersCount))!.count;
  return connection(page, rows, ({ code }) => [code], count);
}

/** Consumers by their codes. */
export const consumerByCode = batch<Context, string, ConsumerRow | null>(async ({ reads }, codes) =>
  inOrder(codes, await reads.rows(consumersByCode, [codes]), ({ code }) => code),
);

/** Changes by their ids. Whoever asks may know of the record. */
export const changeById = batch<Context, string, RecordChange | null>(async ({ reads }, ids) =>
  inOrder(ids, await reads.rows(changesById, [ids]), ({ id }) => id),
);

/** The changes of records that were told, oldest first, by the ids of the records. Whoever asks may know of the record. */
export const changesOfRecord = batch<Context, string, RecordChange[]>(async ({ reads }, ids) => {
  const rows = Map.groupBy(await reads.rows(changesOfRecords, [ids]), ({ recordId }) => recordId);
  return ids.map((id) => rows.get(id) ?? []);
});

/** To whom changes were told, by the ids of the changes. Whoever asks may know of the record. */
export const deliveriesOfChange = batch<Context, string, Delivery[]>(async ({ reads }, ids) => {
  const rows = Map.groupBy(await reads.rows(deliveriesOfChanges, [ids]), ({ changeId }) => changeId);
  return ids.map((id) => rows.get(id) ?? []);
});

const deliveriesByIds = statement<Delivery>(
  'deliveriesByIds',
  `select ${deliveryColumns} from delivery d join consumer c on c.code = d.consumer_code where d.id = any(${asGiven('$1::uuid[]')})`,
);

/** Deliveries by their ids. Whoever asks may know of what is delivered. */
export const deliveriesById = batch<Context, string, Delivery | null>(async ({ reads }, ids) =>
  inOrder(ids, await reads.rows(deliveriesByIds, [ids]), ({ id }) => id),
);

/** A delivery by its id, if it exists for the viewer. */
export async function deliveryById(context: Context, id: string): Promise<Delivery | null> {
  return (await context.reads.row(deliveryOf, [...visibility(context), id])) ?? null;
}

const start = ['false', '-infinity', '00000000-0000-0000-0000-000000000000'];

/** The deliveries that exist for the viewer: open before done, and the latest first. */
export async function deliveriesPage(
  context: Context,
  filter: DeliveryFilter,
  request: PageRequest,
): Promise<Connection<Delivery>> {
  const { state = null, consumer = null, record = null, overdue = null } = filter;
  if (record !== null && !isUuid(record)) throw new Refusal('RECORD_UNKNOWN');
  const page = pageOf(request, 'deliveries', filter);
  const asked = [...visibility(context), context.today, state, consumer, record, overdue];
  const rows = await context.budget.page(
    page.first,
    () => context.reads.rows(listed, [...asked, ...(page.after ?? start), page.first + 1]),
    ({ uscc }) => uscc,
  );
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  const keysOf = (row: Delivery) => [String((row as Listed).done), row.dueOn, row.id];
  return connection<Delivery>(page, rows, keysOf, count, (shown) => {
    for (const { entityId, itemCode, recordId } of shown as readonly Listed[]) {
      // of what else is delivered the list says nothing of anybody
      if (entityId !== null) context.readings.record(entityId, itemCode, recordId);
    }
  });
}
