import { Migration } from '@mikro-orm/migrations';

/** The log of readings, the leaves of both logs, and their seals. */
export class Migration20261123000000 extends Migration {
  override up(): void {
    this.addSql(
      `create table "reading_entry" ("id" uuid not null, "transaction_id" xid8 not null default pg_current_xact_id(), "at" timestamptz not null, "actor" text not null, "role" text not null, "on_behalf_of" text null, "purpose" text null, "case_number" text null, "entity_id" uuid not null, "shown" jsonb not null, "grants" uuid[] not null, "request_id" text not null, "leaf" bytea not null, primary key ("id"))`,
    );
    this.addSql(`create index "reading_entry_transaction_id_id_index" on "reading_entry" ("transaction_id", "id")`);
    this.addSql(`create index reading_entry_of_entity on reading_entry (entity_id, id desc)`);
    this.addSql(
      `create table "audit_seal" ("number" int not null, "epoch" int not null, "first_transaction_id" xid8 not null, "first_id" uuid not null, "last_transaction_id" xid8 not null, "last_id" uuid not null, "floor_id" uuid not null, "highest_id" uuid not null, "deeds" int not null, "readings" int not null, "root" bytea not null, "previous" bytea null, "sealed_at" timestamptz not null, "key_id" text not null, "public_key" text not null, "signature" bytea not null, primary key ("number"))`,
    );
    this.addSql(`alter table "audit_entry" add "leaf" bytea null`);
    this.addSql(`create index "audit_entry_transaction_id_id_index" on "audit_entry" ("transaction_id", "id")`);
    this.addSql(
      `create or replace function "reading_entry_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "reading_entry" for each ROW execute function "reading_entry_append_only_fn"()`,
    );
    this.addSql(
      `create or replace function "audit_seal_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "audit_seal" for each ROW execute function "audit_seal_append_only_fn"()`,
    );
  }
}
