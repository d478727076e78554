import { Migration } from '@mikro-orm/migrations';

/** Applications for repair, objections, their steps; what cannot be repaired. */
export class Migration20261124000005 extends Migration {
  override up(): void {
    this.addSql(
      `create table "case_step" ("id" uuid not null, "case_kind" text not null, "case_id" uuid not null, "step" text not null, "from" text null, "to" text not null, "by" text not null, "at" timestamptz not null, "department_code" text null, "uscc" text null, "account" text not null, "reason" text null, "basis" text null, "due_on" date null, "rehearsed" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(`create index "case_step_case_id_id_index" on "case_step" ("case_id", "id")`);
    this.addSql(
      `create table "objection" ("id" uuid not null, "number" text not null, "filed_at" timestamptz not null, "filed_on" date not null, "history" text[] not null, "started_on" date null, "due_on" date null, "result_due_on" date null, "pauses" jsonb not null, "awaits" text null, "escalated_at" timestamptz null, "rehearsed" boolean not null default false, "state" text not null, "entity_id" uuid not null, "uscc" text not null, "record_id" uuid not null, "item_id" uuid not null, "provider_code" text not null, "ground" text not null, "field" text null, "statement" text not null, "evidence" text not null, "remedy" text null, "finding" text null, "finding_evidence" text null, "decided_at" timestamptz null, "change_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`alter table "objection" add constraint "objection_number_unique" unique ("number")`);
    this.addSql(`create index "objection_awaits_due_on_index" on "objection" ("awaits", "due_on")`);
    this.addSql(`create index "objection_record_id_index" on "objection" ("record_id")`);
    this.addSql(`create index "objection_provider_code_id_index" on "objection" ("provider_code", "id")`);
    this.addSql(`create index "objection_entity_id_id_index" on "objection" ("entity_id", "id")`);
    this.addSql(
      `create unique index objection_open on objection (record_id) where state in ('VERIFYING', 'EXAMINING', 'EXTENDED', 'DISMISSED', 'UNDER_REVIEW')`,
    );
    this.addSql(
      `create table "repair_application" ("id" uuid not null, "number" text not null, "filed_at" timestamptz not null, "filed_on" date not null, "history" text[] not null, "started_on" date null, "due_on" date null, "result_due_on" date null, "pauses" jsonb not null, "awaits" text null, "escalated_at" timestamptz null, "rehearsed" boolean not null default false, "state" text not null, "entity_id" uuid not null, "uscc" text not null, "record_id" uuid not null, "item_id" uuid not null, "provider_code" text not null, "statement" text null, "proofs" jsonb not null, "commitment_code" text not null, "commitment" text not null, "signed_by" text not null, "missing" text[] not null, "proposal" text null, "reason" text null, "decided_at" timestamptz null, "change_id" uuid null, "revoked_for" text null, primary key ("id"))`,
    );
    this.addSql(`alter table "repair_application" add constraint "repair_application_number_unique" unique ("number")`);
    this.addSql(
      `alter table "repair_application" add constraint "repair_application_commitment_code_unique" unique ("commitment_code")`,
    );
    this.addSql(`create index "repair_application_awaits_due_on_index" on "repair_application" ("awaits", "due_on")`);
    this.addSql(`create index "repair_application_record_id_index" on "repair_application" ("record_id")`);
    this.addSql(
      `create index "repair_application_provider_code_id_index" on "repair_application" ("provider_code", "id")`,
    );
    this.addSql(`create index "repair_application_entity_id_id_index" on "repair_application" ("entity_id", "id")`);
    this.addSql(
      `create unique index repair_application_open on repair_application (record_id) where state in ('SUBMITTED', 'NEED_SUPPLEMENT', 'UNDER_REVIEW', 'EXTENDED', 'COUNTERSIGN')`,
    );
    this.addSql(
      `create table "repair_ban" ("id" uuid not null, "entity_id" uuid not null, "application_id" uuid not null, "until" date not null, "found_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "repair_ban_entity_id_until_index" on "repair_ban" ("entity_id", "until")`);
    this.addSql(`alter table "catalogue_item" add "repair_exclusion" text null`);
    this.addSql(
      `create or replace function "case_step_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "case_step" for each ROW execute function "case_step_append_only_fn"()`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_item_id_foreign" foreign key ("item_id") references "catalogue_item" ("id")`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_provider_code_foreign" foreign key ("provider_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_dismissed" check (state <> 'DISMISSED' or (finding is not null and finding_evidence is not null))`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_upheld" check (state <> 'UPHELD' or (remedy is not null and decided_at is not null))`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_state_check" check ("state" in ('VERIFYING', 'EXAMINING', 'EXTENDED', 'UPHELD', 'DISMISSED', 'UNDER_REVIEW', 'REVIEW_UPHELD', 'CLOSED', 'UNVERIFIABLE', 'NOT_ACCEPTED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_ground_check" check ("ground" in ('CONTENT_WRONG', 'NOT_MINE', 'REVOKED', 'SHOWN_TOO_LONG', 'OTHER'))`,
    );
    this.addSql(
      `alter table "objection" add constraint "objection_remedy_check" check ("remedy" in ('CORRECT', 'SUPPLEMENT', 'STOP_PUBLICITY', 'WITHDRAW'))`,
    );
    this.addSql(
      `alter table "repair_application" add constraint "repair_application_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "repair_application" add constraint "repair_application_item_id_foreign" foreign key ("item_id") references "catalogue_item" ("id")`,
    );
    this.addSql(
      `alter table "repair_application" add constraint "repair_application_provider_code_foreign" foreign key ("provider_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "repair_application" add constraint "repair_application_refused" check (reason is not null or (state <> 'REFUSED' and state <> 'NOT_ACCEPTED' and state <> 'REVOKED'))`,
    );
    this.addSql(
      `alter table "repair_application" add constraint "repair_application_decided" check (decided_at is not null or awaits is not null or state = 'WITHDRAWN')`,
    );
    this.addSql(
      `alter table "repair_application" add constraint "repair_application_state_check" check ("state" in ('SUBMITTED', 'NEED_SUPPLEMENT', 'NOT_ACCEPTED', 'UNDER_REVIEW', 'EXTENDED', 'COUNTERSIGN', 'APPROVED', 'COMPLETED', 'REFUSED', 'WITHDRAWN', 'REVOKED'))`,
    );
    this.addSql(
      `alter table "repair_application" add constraint "repair_application_proposal_check" check ("proposal" in ('APPROVE', 'REFUSE'))`,
    );
    this.addSql(
      `alter table "repair_application" add constraint "repair_application_revoked_for_check" check ("revoked_for" in ('FALSE_MATERIAL', 'BROKEN_COMMITMENT', 'WILFUL_NON_PERFORMANCE'))`,
    );
    this.addSql(
      `alter table "repair_ban" add constraint "repair_ban_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `create or replace function "repair_ban_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "repair_ban" for each ROW execute function "repair_ban_append_only_fn"()`,
    );
  }
}
