import { Migration } from '@mikro-orm/migrations';

/**
 * Watches and their alerts. Versions of records and steps of cases carry the transaction that wrote them, those from before this
 * migration none: nothing of them is news. Deliveries carry alerts as well as changes of records.
 */
export class Migration20261125000700 extends Migration {
  override up(): void {
    this.addSql(
      `create table "alert_position" ("source" text not null, "transaction_id" xid8 not null, "row_id" uuid not null, "highest_id" uuid not null, "floor_id" uuid not null, primary key ("source"))`,
    );
    this.addSql(
      `create table "watch" ("id" uuid not null, "watcher" text not null, "department_code" text null, "uscc" text null, "name" text not null, "region_prefix" text null, "kinds" text[] not null, "severity_from" text null, "rhythm" text not null, "purpose" text null, "case_number" text null, "consumer_code" text null, "set_up_by" text not null, "begun" pg_snapshot not null default pg_current_snapshot(), "set_up_at" timestamptz not null, "changed_at" timestamptz null, "ended_at" timestamptz null, "ended_by" text null, primary key ("id"))`,
    );
    this.addSql(
      `create index watch_region on watch (region_prefix) where ended_at is null and region_prefix is not null`,
    );
    this.addSql(`create index "watch_watcher_id_index" on "watch" ("watcher", "id")`);
    this.addSql(
      `create table "alert_notice" ("id" uuid not null, "watch_id" uuid not null, "rhythm" text not null, "legal_day" date not null, "at" timestamptz not null, "count" int not null, "delivery_id" uuid null, primary key ("id"))`,
    );
    this.addSql(
      `create unique index alert_notice_delivery on alert_notice (delivery_id) where delivery_id is not null`,
    );
    this.addSql(`create index "alert_notice_watch_id_id_index" on "alert_notice" ("watch_id", "id")`);
    this.addSql(`create unique index alert_notice_digest on alert_notice (watch_id, legal_day) where rhythm = 'DAILY'`);
    this.addSql(
      `create table "alert" ("id" uuid not null default gen_random_uuid(), "watch_id" uuid not null, "watcher" text not null, "kind" text not null, "event_id" uuid not null, "entity_id" uuid not null, "record_id" uuid null, "case_id" uuid null, "item_code" text null, "found_at" timestamptz not null, "notice_id" uuid null, "told_at" timestamptz null, "dropped_at" timestamptz null, "read_at" timestamptz null, "read_by" text null, primary key ("id"))`,
    );
    this.addSql(`create index "alert_notice_id_id_index" on "alert" ("notice_id", "id")`);
    this.addSql(`create index alert_inbox on alert (watcher, told_at desc, id desc) where told_at is not null`);
    this.addSql(`create index alert_pending on alert (watch_id, id) where told_at is null and dropped_at is null`);
    this.addSql(`alter table "alert" add constraint "alert_watch_id_event_id_unique" unique ("watch_id", "event_id")`);
    this.addSql(
      `create table "watched_entity" ("watch_id" uuid not null, "entity_id" uuid not null, primary key ("watch_id", "entity_id"))`,
    );
    this.addSql(`create index "watched_entity_entity_id_watch_id_index" on "watched_entity" ("entity_id", "watch_id")`);
    this.addSql(`alter table "credit_grade" add "transaction_id" xid8 null`);
    this.addSql(`alter table "credit_grade" alter column "transaction_id" set default pg_current_xact_id()`);
    this.addSql(`create index "credit_grade_transaction_id_id_index" on "credit_grade" ("transaction_id", "id")`);
    this.addSql(`alter table "case_step" add "transaction_id" xid8 null`);
    this.addSql(`alter table "case_step" alter column "transaction_id" set default pg_current_xact_id()`);
    this.addSql(`create index "case_step_transaction_id_id_index" on "case_step" ("transaction_id", "id")`);
    this.addSql(
      `alter table "delivery" add "topic" text not null default 'RECORD_CHANGE', add "lapsed_at" timestamptz null`,
    );
    this.addSql(`drop index delivery_open`);
    this.addSql(
      `create index delivery_open on delivery (due_on, id) where acknowledged_at is null and lapsed_at is null`,
    );
    this.addSql(`alter table "delivery" alter column "change_id" drop not null`);
    this.addSql(
      `alter table "delivery" add constraint "delivery_of_change" check ((topic = 'RECORD_CHANGE') = (change_id is not null))`,
    );
    this.addSql(
      `alter table "delivery" add constraint "delivery_topic_check" check ("topic" in ('RECORD_CHANGE', 'ALERT'))`,
    );
    this.addSql(`alter table "credit_record" add "transaction_id" xid8 null`);
    this.addSql(`alter table "credit_record" alter column "transaction_id" set default pg_current_xact_id()`);
    this.addSql(
      `create index "credit_record_transaction_id_version_id_index" on "credit_record" ("transaction_id", "version_id")`,
    );
    this.addSql(
      `alter table "watch" add constraint "watch_department_code_foreign" foreign key ("department_code") references "department" ("code") on delete no action`,
    );
    this.addSql(
      `alter table "watch" add constraint "watch_consumer_code_foreign" foreign key ("consumer_code") references "consumer" ("code") on delete no action`,
    );
    this.addSql(
      `alter table "watch" add constraint "watch_of_region" check (region_prefix is null or department_code is not null)`,
    );
    this.addSql(
      `alter table "watch" add constraint "watch_for_a_purpose" check (department_code is null or (purpose is not null and case_number is not null))`,
    );
    this.addSql(
      `alter table "watch" add constraint "watch_of_one" check ((department_code is null) <> (uscc is null))`,
    );
    this.addSql(
      `alter table "watch" add constraint "watch_severity_from_check" check ("severity_from" in ('MINOR', 'GENERAL', 'SERIOUS'))`,
    );
    this.addSql(`alter table "watch" add constraint "watch_rhythm_check" check ("rhythm" in ('AT_ONCE', 'DAILY'))`);
    this.addSql(
      `alter table "watch" add constraint "watch_purpose_check" check ("purpose" in ('LICENSING', 'PROCUREMENT', 'FUNDING', 'INSPECTION', 'APPRAISAL', 'FAST_TRACK', 'REPAIR_REVIEW', 'ARREARS_HANDLING', 'LITIGATION', 'AUDIT', 'OWN_RECORD'))`,
    );
    this.addSql(
      `alter table "alert_notice" add constraint "alert_notice_watch_id_foreign" foreign key ("watch_id") references "watch" ("id")`,
    );
    this.addSql(
      `alter table "alert_notice" add constraint "alert_notice_delivery_id_foreign" foreign key ("delivery_id") references "delivery" ("id") on delete no action`,
    );
    this.addSql(
      `alter table "alert_notice" add constraint "alert_notice_rhythm_check" check ("rhythm" in ('AT_ONCE', 'DAILY'))`,
    );
    this.addSql(
      `create or replace function "alert_notice_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "alert_notice" for each ROW execute function "alert_notice_append_only_fn"()`,
    );
    this.addSql(
      `alter table "alert" add constraint "alert_watch_id_foreign" foreign key ("watch_id") references "watch" ("id")`,
    );
    this.addSql(
      `alter table "alert" add constraint "alert_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "alert" add constraint "alert_notice_id_foreign" foreign key ("notice_id") references "alert_notice" ("id") on delete no action`,
    );
    this.addSql(
      `alter table "alert" add constraint "alert_kind_check" check ("kind" in ('NEW_ADVERSE_RECORD', 'LISTED', 'GRADE_CHANGED', 'GRANT_LOST', 'ARREARS_CASE'))`,
    );
    this.addSql(
      `alter table "watched_entity" add constraint "watched_entity_watch_id_foreign" foreign key ("watch_id") references "watch" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "watched_entity" add constraint "watched_entity_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id") on update cascade on delete cascade`,
    );
  }
}
