import { type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Payable } from './payable.entity.js';
import type { Owed } from './payment.rules.js';
import { LedgerKind, PaymentPurpose, PaymentState } from './payment.words.js';

/**
 * What is left of the sum under the alias `p`, without payments in these states and without what was found not to be owed. It looks
 * at the payments themselves: what was paid before the due day was known is not in the ledger yet.
 */
const leftSql = (...states: readonly PaymentState[]): string => `(p.amount
  + coalesce((select sum(l.amount) from ledger_entry l where l.payable_id = p.id and l.kind = '${LedgerKind.DISMISSED}'), 0)
  - coalesce((select sum((s.value ->> 'amount')::numeric)
      from payment y cross join jsonb_array_elements(y.shares) s
      where y.contract_id = p.contract_id and y.state in (${states.map((state) => `'${state}'`).join(', ')})
        and y.purpose = '${PaymentPurpose.PRINCIPAL}' and s.value ->> 'payable' = p.id::text), 0))`;

/** What is neither paid nor reported as paid of the sum under the alias `p`. */
export const remainingSql = leftSql(PaymentState.CONFIRMED, PaymentState.REPORTED);

/** What has not come yet of the sum under the alias `p`, as far as its creditor has said. */
export const outstandingSql = leftSql(PaymentState.CONFIRMED);

/** A sum of a contract with what remains of it. */
export type OwedSum = Owed & Pick<Payable, 'caseId'>;

/** What remains to be paid of each sum of a contract, in the unit of work at hand: whoever decides has locked the contract. */
export async function owedOf(em: EntityManager, contractId: string): Promise<OwedSum[]> {
  const { rows } = await sql<OwedSum>`
    select p.id, p.due_on::text as "dueOn", p.last_day::text as "lastDay", p.position, p.case_id as "caseId",
      ${sql.raw(remainingSql)}::numeric(20,2)::text as remaining
    from payable p where p.contract_id = ${contractId}::uuid`.execute(em.getKysely());
  return rows;
}
