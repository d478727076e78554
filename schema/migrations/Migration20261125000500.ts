import { Migration } from '@mikro-orm/migrations';

/** Tolerant acceptance, and the signatures under its commitments. */
export class Migration20261125000500 extends Migration {
  override up(): void {
    this.addSql(`set names 'utf8'`);
    this.addSql(
      `create table "tolerant_acceptance" ("id" uuid not null, "number" text not null, "filed_at" timestamptz not null, "filed_on" date not null, "history" text[] not null, "started_on" date null, "due_on" date null, "result_due_on" date null, "pauses" jsonb not null, "awaits" text null, "escalated_at" timestamptz null, "rehearsed" boolean not null default false, "state" text not null, "entity_id" uuid not null, "uscc" text not null, "service_item_code" text not null, "department_code" text not null, "grant_id" uuid not null, "case_number" text not null, "missing" jsonb not null, "limit_days" int not null, "supply_days" int not null, "commitment_code" text not null, "commitment_text" text not null, "extension_days" int null, "extended_until" date null, "record_id" uuid null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "tolerant_acceptance" add constraint "tolerant_acceptance_number_unique" unique ("number")`,
    );
    this.addSql(`create index "tolerant_acceptance_awaits_due_on_index" on "tolerant_acceptance" ("awaits", "due_on")`);
    this.addSql(
      `create index "tolerant_acceptance_department_code_id_index" on "tolerant_acceptance" ("department_code", "id")`,
    );
    this.addSql(`create index "tolerant_acceptance_entity_id_id_index" on "tolerant_acceptance" ("entity_id", "id")`);
    this.addSql(`create index tolerant_acceptance_live on tolerant_acceptance (grant_id) where awaits is not null`);
    this.addSql(
      `alter table "tolerant_acceptance" add constraint "tolerant_acceptance_commitment" unique ("commitment_code")`,
    );
    this.addSql(
      `alter table "tolerant_acceptance" add constraint "tolerant_acceptance_case" unique ("department_code", "case_number")`,
    );
    this.addSql(
      `alter table "tolerant_acceptance" add constraint "tolerant_acceptance_recorded" check (record_id is not null or state <> 'DEFAULTED' and state <> 'VOIDED')`,
    );
    this.addSql(
      `alter table "tolerant_acceptance" add constraint "tolerant_acceptance_days" check (supply_days >= 1 and supply_days <= 20 and supply_days + 2 <= limit_days)`,
    );
    this.addSql(
      `alter table "tolerant_acceptance" add constraint "tolerant_acceptance_state_check" check ("state" in ('COMMITMENT_AWAITED', 'ACCEPTED', 'EXTENSION_ASKED', 'EXTENDED', 'SUPPLIED', 'FULFILLED', 'OVERDUE', 'DEFAULTED', 'WITHDRAWN', 'VOIDED'))`,
    );
    this.addSql(
      `create table "tolerance_signature" ("id" uuid not null, "acceptance_id" uuid not null, "account" text not null, "signed_at" timestamptz not null, "signed_on" date not null, "supply_by" date not null, primary key ("id"))`,
    );
    this.addSql(`alter table "tolerance_signature" add constraint "tolerance_signature_once" unique ("acceptance_id")`);
    this.addSql(
      `create or replace function "tolerance_signature_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "tolerance_signature" for each ROW execute function "tolerance_signature_append_only_fn"()`,
    );
    this.addSql(
      `alter table "tolerant_acceptance" add constraint "tolerant_acceptance_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "tolerant_acceptance" add constraint "tolerant_acceptance_service_item_code_foreign" foreign key ("service_item_code") references "service_item" ("code")`,
    );
    this.addSql(
      `alter table "tolerant_acceptance" add constraint "tolerant_acceptance_department_code_foreign" foreign key ("department_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "tolerant_acceptance" add constraint "tolerant_acceptance_grant_id_foreign" foreign key ("grant_id") references "fast_track_grant" ("id")`,
    );
    this.addSql(
      `alter table "tolerance_signature" add constraint "tolerance_signature_acceptance_id_foreign" foreign key ("acceptance_id") references "tolerant_acceptance" ("id")`,
    );
  }
}
