import { Migration } from '@mikro-orm/migrations';

/** Systems that use records, the changes of which they are told, and their receipts. */
export class Migration20261124000002 extends Migration {
  override up(): void {
    this.addSql(
      `create table "consumer" ("code" text not null, "name" text not null, "kind" text not null, "department_code" text null, "url" text null, "secret" text not null, "items" text[] not null, "active" boolean not null, "registered_at" timestamptz not null, "registered_by" text not null, primary key ("code"))`,
    );
    this.addSql(`create index "consumer_department_code_index" on "consumer" ("department_code")`);
    this.addSql(
      `create table "record_change" ("id" uuid not null, "kind" text not null, "record_id" uuid not null, "version" int not null, "entity_id" uuid not null, "item_code" text not null, "at" timestamptz not null, "due_on" date not null, primary key ("id"))`,
    );
    this.addSql(`create index "record_change_record_id_id_index" on "record_change" ("record_id", "id")`);
    this.addSql(
      `create table "delivery" ("id" uuid not null, "change_id" uuid not null, "consumer_code" text not null, "due_on" date not null, "attempts" int not null default 0, "last_attempt_at" timestamptz null, "last_fault" text null, "acknowledged_at" timestamptz null, "acknowledged_by" text null, primary key ("id"))`,
    );
    this.addSql(
      `create index "delivery_consumer_code_due_on_id_index" on "delivery" ("consumer_code", "due_on", "id")`,
    );
    this.addSql(`create index delivery_open on delivery (due_on, id) where acknowledged_at is null`);
    this.addSql(
      `alter table "delivery" add constraint "delivery_change_id_consumer_code_unique" unique ("change_id", "consumer_code")`,
    );
    this.addSql(
      `alter table "consumer" add constraint "consumer_department_code_foreign" foreign key ("department_code") references "department" ("code") on delete set null`,
    );
    this.addSql(
      `alter table "consumer" add constraint "consumer_of_department" check ((kind = 'DEPARTMENT_SYSTEM') = (department_code is not null))`,
    );
    this.addSql(
      `alter table "consumer" add constraint "consumer_kind_check" check ("kind" in ('DEPARTMENT_SYSTEM', 'PROVINCIAL_PLATFORM', 'THIRD_PARTY'))`,
    );
    this.addSql(
      `alter table "record_change" add constraint "record_change_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "record_change" add constraint "record_change_kind_check" check ("kind" in ('CORRECTED', 'REPAIRED', 'WITHDRAWN', 'RESTORED', 'PUBLICITY_STOPPED'))`,
    );
    this.addSql(
      `create or replace function "record_change_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "record_change" for each ROW execute function "record_change_append_only_fn"()`,
    );
    this.addSql(
      `alter table "delivery" add constraint "delivery_change_id_foreign" foreign key ("change_id") references "record_change" ("id")`,
    );
    this.addSql(
      `alter table "delivery" add constraint "delivery_consumer_code_foreign" foreign key ("consumer_code") references "consumer" ("code")`,
    );
  }
}
