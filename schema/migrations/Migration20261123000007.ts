import { Migration } from '@mikro-orm/migrations';

/** Questions about readings, deferred telling, readings under a grant. */
export class Migration20261123000007 extends Migration {
  override up(): void {
    this.addSql(
      `create table "reading_deferral" ("id" uuid not null, "case_number" text not null, "until" date not null, "basis" text not null, "decided_at" timestamptz not null, "decided_by" text not null, primary key ("id"))`,
    );
    this.addSql(
      `create index "reading_deferral_case_number_until_index" on "reading_deferral" ("case_number", "until")`,
    );
    this.addSql(
      `create table "reading_question" ("id" uuid not null, "reading_id" uuid not null, "entity_id" uuid not null, "reader_role" text not null, "reader_department" text null, "state" text not null, "history" text[] not null, "question" text not null, "asked_at" timestamptz not null, "answer" text null, "answered_at" timestamptz null, "referral" text null, "finding" text null, "started_on" date null, "due_on" date null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "reading_question" add constraint "reading_question_reading_id_unique" unique ("reading_id")`,
    );
    this.addSql(`create index "reading_question_entity_id_id_index" on "reading_question" ("entity_id", "id")`);
    this.addSql(
      `create index "reading_question_reader_role_reader_department_id_index" on "reading_question" ("reader_role", "reader_department", "id")`,
    );
    this.addSql(`create index reading_entry_under_grant on reading_entry using gin (grants) where grants <> '{}'`);
    this.addSql(
      `create or replace function "reading_deferral_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "reading_deferral" for each ROW execute function "reading_deferral_append_only_fn"()`,
    );
    this.addSql(
      `alter table "reading_question" add constraint "reading_question_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "reading_question" add constraint "reading_question_state_check" check ("state" in ('ASKED', 'ESCALATED', 'ANSWERED', 'REFERRED', 'CLOSED'))`,
    );
  }
}
