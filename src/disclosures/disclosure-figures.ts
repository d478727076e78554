import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Day } from '../calendar/day.js';
import type { Money } from '../money/money.js';
import { LedgerKind } from '../procurement/payment.words.js';

/** What a department owed at the end of a year. */
export interface Figures {
  readonly contractCount: number;
  readonly amount: Money;
}

/** Nothing was owed: that is a statement too 零报告. */
export const nil: Figures = { contractCount: 0, amount: '0.00' };

/**
 * How many contracts of each department had something overdue and unpaid at the end of a day, and how much: what was due before
 * that day, by the lines of the ledger up to it. Departments that owed nothing are left out.
 *
 * @param rehearsed whether contracts of rehearsals count
 */
export async function figuresOf(
  em: EntityManager,
  day: Day,
  rehearsed: boolean,
  department: string | null = null,
): Promise<ReadonlyMap<string, Figures>> {
  const { rows } = await sql<Figures & { department: string }>`
    select o.buyer_code as department, count(distinct o.contract_id)::int as "contractCount", sum(o.balance)::text as amount
    from (
      select c.buyer_code, p.contract_id, sum(l.amount) as balance
      from ledger_entry l join payable p on p.id = l.payable_id join public_contract c on c.id = p.contract_id
      where l.kind in (${LedgerKind.DUE}, ${LedgerKind.DISMISSED}, ${LedgerKind.PAID})
        and l.effective_on <= ${day}::date and l.due_on < ${day}::date
        and c.buyer_code is not null and (${department}::text is null or c.buyer_code = ${department})
        and (${rehearsed} or not c.rehearsed)
      group by c.buyer_code, p.contract_id, p.id having sum(l.amount) > 0
    ) o group by o.buyer_code`.execute(em.getKysely());
  return new Map(rows.map(({ department: code, ...figures }) => [code, figures]));
}
