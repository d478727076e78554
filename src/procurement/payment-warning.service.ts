import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import { daysAfter } from '../calendar/day.js';
import type { Acting } from '../context.js';
import { insertRows } from '../database/bulk.js';
import type { Money } from '../money/money.js';
import { outstandingSql, remainingSql } from './balance.js';
import { budgetOffice, buyerOf } from './contract.rules.js';
import { PaymentWarning } from './payment-warning.entity.js';

/** How many days before its last day a sum is warned of: this platform's own choice. */
const daysBefore = 10;

/** A sum of which nobody was warned yet. */
interface Unwarned {
  readonly payableId: string;
  readonly contractId: string;
  readonly lastDay: string;
  readonly amount: Money;
  readonly buyerCode: string | null;
  readonly buyerUscc: string;
}

/**
 * Warns buyer and budget office of every sum whose last day is near or over and that is not paid, once, all in one deed. Sums that
 * are claimed in a case have been told of there.
 *
 * @returns how many sums were warned of
 */
export function warnOfPayments(acting: Acting): Promise<number> {
  const { now, today, rehearsed } = acting;
  return acting.em.transactional(async (em) => {
    const kysely = em.getKysely();
    const until = daysAfter(today, daysBefore);
    // what has come before its last day is looked at once: nobody is warned of it
    await sql`update payable p set warned_at = ${now} from public_contract c
      where c.id = p.contract_id and p.warned_at is null and p.case_id is null and p.last_day <= ${until}::date
        and (${rehearsed} or not c.rehearsed) and ${sql.raw(outstandingSql)} <= 0`.execute(kysely);
    const { rows } = await sql<Unwarned>`
      select p.id as "payableId", p.contract_id as "contractId", p.last_day::text as "lastDay",
        ${sql.raw(remainingSql)}::numeric(20,2)::text as amount, c.buyer_code as "buyerCode", c.buyer_uscc as "buyerUscc"
      from payable p join public_contract c on c.id = p.contract_id
      where p.warned_at is null and p.case_id is null and p.last_day <= ${until}::date
        and (${rehearsed} or not c.rehearsed) and ${sql.raw(remainingSql)} > 0
      order by p.last_day, p.id for update of p skip locked`.execute(kysely);
    if (rows.length === 0) return 0;
    await insertRows(
      em,
      PaymentWarning,
      rows.map(({ payableId, contractId, lastDay, amount, ...buyer }) => ({
        ...{ id: uuid(), payableId, contractId, warnedOn: today, lastDay, amount },
        to: [...new Set([buyerOf(buyer), `DEPARTMENT:${budgetOffice}`])],
      })),
    );
    const ids = rows.map(({ payableId }) => payableId);
    await sql`update payable set warned_at = ${now} where id = any(${ids}::uuid[])`.execute(kysely);
    audit(em, acting, {
      ...{ deed: 'payment.warn', subjectType: 'PaymentWarning', subjectId: today },
      facts: { warned: rows.length, until },
    });
    return rows.length;
  });
}
