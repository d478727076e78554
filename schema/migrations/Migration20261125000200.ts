import { Migration } from '@mikro-orm/migrations';

/** Restrictions: the national list of measures, their cases, and how they are used. */
export class Migration20261125000200 extends Migration {
  override up(): void {
    this.addSql(
      `create table "punishment_measure" ("code" text not null, "edition" text not null, "title" text not null, "kind" text not null, "object" text not null, "on_entities" boolean not null, "basis" text not null, "units" text[] not null default '{}', "matters" text[] not null default '{}', "in_force_from" date not null, "in_force_until" date null, primary key ("code", "edition"))`,
    );
    this.addSql(
      `create table "restriction" ("id" uuid not null, "number" text not null, "filed_at" timestamptz not null, "filed_on" date not null, "history" text[] not null, "started_on" date null, "due_on" date null, "result_due_on" date null, "pauses" jsonb not null, "awaits" text null, "escalated_at" timestamptz null, "rehearsed" boolean not null default false, "state" text not null, "entity_id" uuid not null, "uscc" text not null, "measure_code" text not null, "measure_edition" text not null, "matters" text[] not null default '{}', "record_id" uuid not null, "executing_unit_code" text not null, "legal_basis" text not null, "facts" text not null, "until" date not null, "proposed_by" text not null, "answer" text null, "notice_number" text not null, "decision_number" text null, "imposed_on" date null, "lifted_on" date null, "reason" text null, primary key ("id"))`,
    );
    this.addSql(`alter table "restriction" add constraint "restriction_number_unique" unique ("number")`);
    this.addSql(`create index "restriction_record_id_index" on "restriction" ("record_id")`);
    this.addSql(`create index "restriction_awaits_due_on_index" on "restriction" ("awaits", "due_on")`);
    this.addSql(
      `create index "restriction_executing_unit_code_id_index" on "restriction" ("executing_unit_code", "id")`,
    );
    this.addSql(`create index "restriction_entity_id_id_index" on "restriction" ("entity_id", "id")`);
    this.addSql(`create index restriction_imposed on restriction (entity_id) where state = 'IMPOSED'`);
    this.addSql(
      `create unique index restriction_open on restriction (entity_id, measure_code, record_id) where state not in ('DROPPED', 'LIFTED', 'ENDED')`,
    );
    this.addSql(
      `create table "restriction_use" ("id" uuid not null, "entity_id" uuid not null, "uscc" text not null, "matter" text not null, "restriction" text null, "measure" text null, "case_number" text not null, "outcome" text not null, "note" text null, "department_code" text not null, "account" text not null, "reported_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `create index restriction_use_restriction on restriction_use (restriction, id) where restriction is not null`,
    );
    this.addSql(`create index "restriction_use_entity_id_id_index" on "restriction_use" ("entity_id", "id")`);
    this.addSql(
      `create index "restriction_use_department_code_id_index" on "restriction_use" ("department_code", "id")`,
    );
    this.addSql(
      `create unique index restriction_use_once on restriction_use (department_code, case_number, entity_id, coalesce(restriction, ''))`,
    );
    this.addSql(
      `alter table "punishment_measure" add constraint "punishment_measure_period" check (in_force_until >= in_force_from)`,
    );
    this.addSql(
      `alter table "punishment_measure" add constraint "punishment_measure_kind_check" check ("kind" in ('REDUCES_RIGHTS', 'MANAGEMENT', 'OTHER_BODIES'))`,
    );
    this.addSql(
      `alter table "punishment_measure" add constraint "punishment_measure_matters_check" check ("matters" <@ array['LICENSING'::text, 'PROCUREMENT'::text, 'FUNDING'::text, 'INSPECTION'::text, 'APPRAISAL'::text, 'FAST_TRACK'::text, 'REPAIR_REVIEW'::text, 'ARREARS_HANDLING'::text, 'LITIGATION'::text, 'AUDIT'::text, 'OWN_RECORD'::text])`,
    );
    this.addSql(
      `create or replace function "punishment_measure_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "punishment_measure" for each STATEMENT execute function "punishment_measure_announce_change_fn"()`,
    );
    this.addSql(
      `alter table "restriction" add constraint "restriction_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "restriction" add constraint "restriction_executing_unit_code_foreign" foreign key ("executing_unit_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "restriction" add constraint "restriction_lifted_on" check ((state = 'LIFTED') = (lifted_on is not null))`,
    );
    this.addSql(
      `alter table "restriction" add constraint "restriction_imposed_on" check (state <> 'IMPOSED' or imposed_on is not null)`,
    );
    this.addSql(
      `alter table "restriction" add constraint "restriction_state_check" check ("state" in ('NOTIFIED', 'TO_DECIDE', 'IMPOSED', 'DROPPED', 'LIFTED', 'ENDED'))`,
    );
    this.addSql(
      `alter table "restriction" add constraint "restriction_matters_check" check ("matters" <@ array['LICENSING'::text, 'PROCUREMENT'::text, 'FUNDING'::text, 'INSPECTION'::text, 'APPRAISAL'::text, 'FAST_TRACK'::text, 'REPAIR_REVIEW'::text, 'ARREARS_HANDLING'::text, 'LITIGATION'::text, 'AUDIT'::text, 'OWN_RECORD'::text])`,
    );
    this.addSql(
      `alter table "restriction_use" add constraint "restriction_use_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "restriction_use" add constraint "restriction_use_department_code_foreign" foreign key ("department_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "restriction_use" add constraint "restriction_use_measure" check ((measure is null) = (restriction is null))`,
    );
    this.addSql(
      `alter table "restriction_use" add constraint "restriction_use_outcome" check ((outcome = 'NONE_FOUND') = (restriction is null))`,
    );
    this.addSql(
      `alter table "restriction_use" add constraint "restriction_use_matter_check" check ("matter" in ('LICENSING', 'PROCUREMENT', 'FUNDING', 'INSPECTION', 'APPRAISAL', 'FAST_TRACK', 'REPAIR_REVIEW', 'ARREARS_HANDLING', 'LITIGATION', 'AUDIT', 'OWN_RECORD'))`,
    );
    this.addSql(
      `alter table "restriction_use" add constraint "restriction_use_outcome_check" check ("outcome" in ('REFUSED', 'LIMITED', 'STRICTER_REVIEW', 'NOT_APPLIED', 'NONE_FOUND'))`,
    );
    this.addSql(
      `create or replace function "restriction_use_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "restriction_use" for each ROW execute function "restriction_use_append_only_fn"()`,
    );
  }
}
