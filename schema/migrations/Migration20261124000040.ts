import { Migration } from '@mikro-orm/migrations';

/** Sums of the ledger as of a day from its indexes alone. */
export class Migration20261124000040 extends Migration {
  override up(): void {
    this.addSql(`drop index "ledger_entry_payable_id_effective_on_index"`);
    this.addSql(
      `create index ledger_entry_paid on ledger_entry (effective_on) include (payable_id, due_on, amount) where kind = 'PAID'`,
    );
    this.addSql(
      `create index ledger_entry_sums on ledger_entry (payable_id, effective_on) include (kind, due_on, amount)`,
    );
  }
}
