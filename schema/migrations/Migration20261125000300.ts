import { Migration } from '@mikro-orm/migrations';

/** The lists of serious dishonesty and of the trusted, and who is on them or on the way there. */
export class Migration20261125000300 extends Migration {
  override up(): void {
    this.addSql(
      `create table "credit_list" ("id" uuid not null, "code" text not null, "title" text not null, "english_title" text not null, "kind" text not null, "department_code" text not null, "item_code" text not null, "legal_basis" text not null, "grounds" text[] not null, "consequences" text not null, "removal_conditions" text not null, "term_months" int not null, "edition" text not null, "in_force_from" date not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "credit_list" add constraint "credit_list_code_edition_unique" unique ("code", "edition")`,
    );
    this.addSql(
      `alter table "credit_list" add constraint "credit_list_term" check (term_months >= 1 and term_months <= 36)`,
    );
    this.addSql(
      `alter table "credit_list" add constraint "credit_list_grounds" check ((kind = 'RED') = (cardinality(grounds) = 0))`,
    );
    this.addSql(
      `alter table "credit_list" add constraint "credit_list_kind_check" check ("kind" in ('SERIOUS_DISHONESTY', 'RED'))`,
    );
    this.addSql(
      `create or replace function "credit_list_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "credit_list" for each STATEMENT execute function "credit_list_announce_change_fn"()`,
    );
    this.addSql(
      `create table "list_entry" ("id" uuid not null, "number" text not null, "filed_at" timestamptz not null, "filed_on" date not null, "history" text[] not null, "started_on" date null, "due_on" date null, "result_due_on" date null, "pauses" jsonb not null, "awaits" text null, "escalated_at" timestamptz null, "rehearsed" boolean not null default false, "state" text not null, "list_id" uuid not null, "list_code" text not null, "kind" text not null, "department_code" text not null, "proposer_code" text not null, "proposed_by" text not null, "entity_id" uuid not null, "uscc" text not null, "facts" text not null, "basis" text not null, "ground" text null, "decision_number" text not null, "source_record_id" uuid null, "statement" text null, "objections" jsonb not null, "record_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`alter table "list_entry" add constraint "list_entry_number_unique" unique ("number")`);
    this.addSql(`create index "list_entry_awaits_due_on_index" on "list_entry" ("awaits", "due_on")`);
    this.addSql(`create index "list_entry_department_code_id_index" on "list_entry" ("department_code", "id")`);
    this.addSql(`create index "list_entry_entity_id_id_index" on "list_entry" ("entity_id", "id")`);
    this.addSql(`create unique index list_entry_record on list_entry (record_id) where record_id is not null`);
    this.addSql(`create unique index list_entry_decision on list_entry (decision_number) where state <> 'REJECTED'`);
    this.addSql(
      `create unique index list_entry_open on list_entry (list_code, entity_id) where state in ('PROPOSED', 'ANNOUNCED', 'OBJECTED', 'UNDER_DECISION')`,
    );
    this.addSql(
      `alter table "list_entry" add constraint "list_entry_ground" check ((kind = 'RED') = (ground is null))`,
    );
    this.addSql(
      `alter table "list_entry" add constraint "list_entry_recorded" check ((record_id is not null) = (state in ('ENTERED', 'REMOVED', 'LOST')))`,
    );
    this.addSql(
      `alter table "list_entry" add constraint "list_entry_state_check" check ("state" in ('PROPOSED', 'ANNOUNCED', 'OBJECTED', 'UNDER_DECISION', 'ENTERED', 'REJECTED', 'REMOVED', 'LOST'))`,
    );
    this.addSql(
      `alter table "list_entry" add constraint "list_entry_kind_check" check ("kind" in ('SERIOUS_DISHONESTY', 'RED'))`,
    );
    this.addSql(
      `alter table "list_entry" add constraint "list_entry_ground_check" check ("ground" in ('LIFE_AND_HEALTH', 'ORDER', 'LEGAL_DUTY', 'DEFENCE_DUTY'))`,
    );
    this.addSql(
      `alter table "credit_list" add constraint "credit_list_department_code_foreign" foreign key ("department_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "list_entry" add constraint "list_entry_list_id_foreign" foreign key ("list_id") references "credit_list" ("id")`,
    );
    this.addSql(
      `alter table "list_entry" add constraint "list_entry_department_code_foreign" foreign key ("department_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "list_entry" add constraint "list_entry_proposer_code_foreign" foreign key ("proposer_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "list_entry" add constraint "list_entry_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
  }
}
