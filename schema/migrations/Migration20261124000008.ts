import { Migration } from '@mikro-orm/migrations';

/** Temporary screening of records in bankruptcy. */
export class Migration20261124000008 extends Migration {
  override up(): void {
    this.addSql(
      `create table "screening" ("id" uuid not null, "number" text not null, "filed_at" timestamptz not null, "filed_on" date not null, "history" text[] not null, "started_on" date null, "due_on" date null, "result_due_on" date null, "pauses" jsonb not null, "awaits" text null, "escalated_at" timestamptz null, "rehearsed" boolean not null default false, "state" text not null, "entity_id" uuid not null, "uscc" text not null, "ruling" text not null, "ruled_on" date not null, "court" text not null, "record_count" int not null, primary key ("id"))`,
    );
    this.addSql(`alter table "screening" add constraint "screening_number_unique" unique ("number")`);
    this.addSql(`create index "screening_entity_id_id_index" on "screening" ("entity_id", "id")`);
    this.addSql(`create unique index screening_in_force on screening (entity_id) where state = 'IN_FORCE'`);
    this.addSql(
      `create table "screened_record" ("screening_id" uuid not null, "record_id" uuid not null, primary key ("screening_id", "record_id"))`,
    );
    this.addSql(`create index "screened_record_record_id_index" on "screened_record" ("record_id")`);
    this.addSql(
      `alter table "screening" add constraint "screening_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "screening" add constraint "screening_state_check" check ("state" in ('IN_FORCE', 'COMPLETED', 'RESTORED'))`,
    );
    this.addSql(
      `alter table "screened_record" add constraint "screened_record_screening_id_foreign" foreign key ("screening_id") references "screening" ("id")`,
    );
    this.addSql(
      `create or replace function "screened_record_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "screened_record" for each ROW execute function "screened_record_append_only_fn"()`,
    );
  }
}
