import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { appendOnly } from '../database/announce.js';
import type { Money } from '../money/money.js';
import { Payable } from './payable.entity.js';
import { LedgerKind } from './payment.words.js';

/**
 * A line of the ledger 台账 of what is payable, append-only. What is owed of a payable on a day is the sum of its lines of that day
 * and before, save those that say what is undisputed; a line that turned out wrong is taken back by its opposite. What is paid
 * before its due day is known stands in the payment alone, and is entered here together with DUE.
 *
 * Interest as of a day is the sum over the same lines of amount × days from the later of `effectiveOn` and `dueOn`, times the daily rate.
 */
@appendOnly
@Entity()
// sums as of a day are read from the index alone, those of payments too
@Index({
  name: 'ledger_entry_sums',
  expression:
    'create index ledger_entry_sums on ledger_entry (payable_id, effective_on) include (kind, due_on, amount)',
})
@Index({
  name: 'ledger_entry_paid',
  expression:
    "create index ledger_entry_paid on ledger_entry (effective_on) include (payable_id, due_on, amount) where kind = 'PAID'",
})
@Check({
  name: 'ledger_entry_sign',
  expression: 'amount <> 0',
})
export class LedgerEntry {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => Payable, { fieldName: 'payable_id', mapToPk: true })
  payableId!: string;

  @Enum({ items: () => LedgerKind })
  kind!: LedgerKind;

  /** The day from which it counts: of DUE and DISMISSED the due day, of PAID the day of payment. */
  @Property({ type: 'date' })
  effectiveOn!: string;

  /** Due day of the payable. */
  @Property({ type: 'date' })
  dueOn!: string;

  /** DUE adds to what is owed, PAID and DISMISSED take away; UNDISPUTED says how much of it is. */
  @Property({ type: 'string', columnType: 'numeric(20,2)' })
  amount!: Money;

  /** The payment that it comes from. */
  @Property({ type: 'uuid', nullable: true })
  paymentId!: string | null;

  @Property({ type: 'timestamptz' })
  recordedAt!: Date;
}
