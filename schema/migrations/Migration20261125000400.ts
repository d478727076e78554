import { Migration } from '@mikro-orm/migrations';

/** The fast track: service items, the rules by which it is earned, and grants. */
export class Migration20261125000400 extends Migration {
  override up(): void {
    this.addSql(`set names 'utf8'`);
    this.addSql(
      `create table "fast_track_rule" ("code" text not null, "title" text not null, "english_title" text not null, "proposer" text not null, "benefits" text[] not null, "least_grade" text not null, "items" text[] not null, "departments" text[] not null, "months" int not null, "live_limit" int not null, "basis" text not null, "edition" text not null, "in_force_from" date not null, primary key ("code"))`,
    );
    this.addSql(
      `create table "grant_round" ("rule_code" text not null, "on" date not null, "after" uuid null, primary key ("rule_code"))`,
    );
    this.addSql(
      `create table "fast_track_grant" ("id" uuid not null, "number" text not null, "filed_at" timestamptz not null, "filed_on" date not null, "history" text[] not null, "started_on" date null, "due_on" date null, "result_due_on" date null, "pauses" jsonb not null, "awaits" text null, "escalated_at" timestamptz null, "rehearsed" boolean not null default false, "state" text not null, "entity_id" uuid not null, "uscc" text not null, "rule_code" text not null, "edition" text not null, "benefits" text[] not null, "least_grade" text not null, "departments" text[] not null, "service_items" text[] not null, "live_limit" int not null, "months" int not null, "proposer_code" text null, "valid_from" date null, "valid_until" date null, "objection" jsonb null, primary key ("id"))`,
    );
    this.addSql(`alter table "fast_track_grant" add constraint "fast_track_grant_number_unique" unique ("number")`);
    this.addSql(`create index "fast_track_grant_state_due_on_index" on "fast_track_grant" ("state", "due_on")`);
    this.addSql(`create index "fast_track_grant_entity_id_id_index" on "fast_track_grant" ("entity_id", "id")`);
    this.addSql(
      `create unique index fast_track_grant_open on fast_track_grant (entity_id, rule_code, coalesce(proposer_code, '')) where state in ('PROPOSED', 'OBJECTED', 'ACTIVE', 'SUSPENDED', 'DISPUTED')`,
    );
    this.addSql(
      `create table "service_item" ("code" text not null, "title" text not null, "english_title" text not null, "department_code" text not null, "limit_days" int not null, "statutory_days" int not null, "tolerant" boolean not null, "excluded_as" text null, "basis" text not null, "materials" jsonb not null, primary key ("code"))`,
    );
    this.addSql(
      `alter table "fast_track_rule" add constraint "fast_track_rule_year" check (months >= 1 and months <= 12 and live_limit > 0)`,
    );
    this.addSql(
      `alter table "fast_track_rule" add constraint "fast_track_rule_proposer_check" check ("proposer" in ('RULE', 'DEPARTMENT'))`,
    );
    this.addSql(
      `alter table "fast_track_rule" add constraint "fast_track_rule_least_grade_check" check ("least_grade" in ('A', 'B', 'C', 'D'))`,
    );
    this.addSql(
      `create or replace function "fast_track_rule_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "fast_track_rule" for each STATEMENT execute function "fast_track_rule_announce_change_fn"()`,
    );
    this.addSql(
      `alter table "fast_track_grant" add constraint "fast_track_grant_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "fast_track_grant" add constraint "fast_track_grant_rule_code_foreign" foreign key ("rule_code") references "fast_track_rule" ("code")`,
    );
    this.addSql(
      `alter table "fast_track_grant" add constraint "fast_track_grant_term" check (state not in ('ACTIVE', 'SUSPENDED') or valid_until is not null)`,
    );
    this.addSql(
      `alter table "fast_track_grant" add constraint "fast_track_grant_year" check (valid_until <= valid_from + 366)`,
    );
    this.addSql(
      `alter table "fast_track_grant" add constraint "fast_track_grant_state_check" check ("state" in ('PROPOSED', 'OBJECTED', 'REFUSED', 'LAPSED', 'ACTIVE', 'SUSPENDED', 'DISPUTED', 'REVOKED', 'EXPIRED', 'RENOUNCED'))`,
    );
    this.addSql(
      `alter table "fast_track_grant" add constraint "fast_track_grant_least_grade_check" check ("least_grade" in ('A', 'B', 'C', 'D'))`,
    );
    this.addSql(
      `alter table "service_item" add constraint "service_item_department_code_foreign" foreign key ("department_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "service_item" add constraint "service_item_excluded" check (excluded_as is null or not tolerant)`,
    );
    this.addSql(
      `alter table "service_item" add constraint "service_item_limits" check (limit_days > 0 and statutory_days >= limit_days)`,
    );
    this.addSql(
      `alter table "service_item" add constraint "service_item_excluded_as_check" check ("excluded_as" in ('SAFETY', 'ECOLOGY', 'HEALTH', 'FINANCE', 'NATIONAL_SECURITY'))`,
    );
    this.addSql(
      `create or replace function "service_item_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "service_item" for each STATEMENT execute function "service_item_announce_change_fn"()`,
    );
  }
}
