import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { audit } from '../audit/audit.js';
import { itemInForce } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { Refusal } from '../messages/refusal.js';
import { needed } from '../workflow/written.js';
import { Consumer, ConsumerKind } from './consumer.entity.js';
import { mayUse, urlFault } from './consumer.rules.js';
import { newSecret, placeOfSecret } from './consumer-secrets.js';
import { post, type ToPost } from './delivery.queue.js';
import type { ChangeConsumerInput, RegisterConsumerInput } from './propagation.inputs.js';

/** A consumer and, where one was made just now, its key: it is told this once. */
export interface Told {
  readonly consumer: Consumer;
  readonly secret: string | null;
}

const codeForm = /^[A-Z][A-Z0-9_]{1,39}$/;

/** How many items a consumer may name. */
const mostItems = 200;

/** The credit centre registers a system that is to be told of changes. */
export async function registerConsumer(context: Context, input: RegisterConsumerInput): Promise<Told> {
  const { viewer, now, secrets } = context;
  const { code, kind } = input;
  if (!codeForm.test(code)) throw new Refusal('CONSUMER_CODE', { code: code.slice(0, 100) });
  const name = needed('name', input.name);
  const url = urlOf(context, input.url);
  const departmentCode = departmentOf(context, input);
  const items = itemsOf(context, { kind, departmentCode }, input.items ?? []);
  const secret = newSecret();
  return context.em.transactional(async (em) => {
    const { rows } =
      await sql`insert into consumer (code, name, kind, department_code, url, secret, items, active, registered_at, registered_by)
      values (${code}, ${name}, ${kind}, ${departmentCode}, ${url}, ${secrets.seal(secret, placeOfSecret(code))},
        ${items}, true, ${now}, ${viewer.subject}) on conflict do nothing returning code`.execute(em.getKysely());
    if (rows.length === 0) throw new Refusal('CONSUMER_EXISTS', { code });
    audit(em, context, {
      deed: 'consumer.register',
      subjectType: 'Consumer',
      subjectId: code,
      facts: { name, kind, department: departmentCode, url, items },
    });
    return { consumer: await em.findOneOrFail(Consumer, { code }), secret };
  });
}

/**
 * The credit centre changes where a system is told, whether it is, or its key. What is still open goes to the new address,
 * and to one that is switched on again.
 */
export async function changeConsumer(context: Context, input: ChangeConsumerInput): Promise<Told> {
  const { code } = input;
  const url = input.url === undefined ? undefined : urlOf(context, input.url);
  const secret = input.newSecret ? newSecret() : null;
  return context.em.transactional(async (em) => {
    const consumer = await em.findOne(Consumer, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!consumer) throw new Refusal('CONSUMER_UNKNOWN', { code: code.slice(0, 100) });
    const before = { url: consumer.url, active: consumer.active };
    if (url !== undefined) consumer.url = url;
    if (input.active != null) consumer.active = input.active;
    if (secret !== null) consumer.secret = context.secrets.seal(secret, placeOfSecret(code));
    const { active } = consumer;
    const reachable = active && consumer.url !== null;
    if (reachable && (consumer.url !== before.url || !before.active)) await post(em, await openOf(em, code));
    audit(em, context, {
      deed: 'consumer.change',
      subjectType: 'Consumer',
      subjectId: code,
      facts: { before, after: { url: consumer.url, active }, newSecret: secret !== null },
    });
    return { consumer, secret };
  });
}

async function openOf(em: EntityManager, code: string): Promise<ToPost[]> {
  const { rows } = await sql<ToPost>`select id, consumer_code as "consumerCode" from delivery
    where consumer_code = ${code} and acknowledged_at is null and lapsed_at is null order by due_on, id`.execute(
    em.getKysely(),
  );
  return rows;
}

function urlOf({ production }: Context, text: string | null | undefined): string | null {
  const url = text?.trim() ?? '';
  if (url === '') return null;
  const fault = urlFault(url, production);
  if (fault) throw new Refusal('CONSUMER_URL', { fault });
  return url;
}

function departmentOf({ reference }: Context, { kind, department }: RegisterConsumerInput): string | null {
  const given = department ?? null;
  if (kind !== ConsumerKind.DEPARTMENT_SYSTEM) {
    if (given !== null) throw new Refusal('CONSUMER_DEPARTMENT', { kind, department: given.slice(0, 100) });
    return null;
  }
  if (given === null || !reference(departments).has(given)) {
    throw new Refusal('CONSUMER_DEPARTMENT', { kind, department: (given ?? '').slice(0, 100) });
  }
  return given;
}

function itemsOf(
  context: Context,
  consumer: Pick<Consumer, 'kind' | 'departmentCode'>,
  codes: readonly string[],
): string[] {
  const items = [...new Set(codes)];
  if (items.length > mostItems) throw new Refusal('CONSUMER_ITEMS', { most: mostItems, count: items.length });
  for (const code of items) {
    if (!mayUse(consumer, itemInForce(context, code))) throw new Refusal('CONSUMER_ITEM', { item: code });
  }
  return items;
}
