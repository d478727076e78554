import { Migration } from '@mikro-orm/migrations';

/** Versions of records say what they rest on, when publicity was stopped and what was revoked; indexes of their past. */
export class Migration20261124000001 extends Migration {
  override up(): void {
    this.addSql(
      `alter table "credit_record" add "basis" text null, add "stopped_on" date null, add "revoked_on" date null, add "revoked_by" text null`,
    );
    this.addSql(
      `create index credit_record_history_of_entity on credit_record (entity_id, determined_on desc, id desc, recorded_at)`,
    );
    this.addSql(
      `create index credit_record_history on credit_record (determined_on desc, id desc, item_id, recorded_at, valid_from)`,
    );
  }
}
