import { Migration } from '@mikro-orm/migrations';

/** Purposes, mandates, sharing between departments and consents. */
export class Migration20261123000004 extends Migration {
  override up(): void {
    this.addSql(
      `create table "mandate" ("holder" text not null, "purpose" text not null, "basis" text not null, primary key ("holder", "purpose"))`,
    );
    this.addSql(
      `create table "purpose_scope" ("purpose" text not null, "classes" text[] not null default '{}', "personal" text[] not null default '{}', "basis" text not null, primary key ("purpose"))`,
    );
    this.addSql(
      `create table "consent" ("id" uuid not null, "entity_id" uuid not null, "grantee" text not null, "items" text[] not null, "use" text not null, "valid_from" date not null, "valid_until" date not null, "granted_at" timestamptz not null, "granted_by" text not null, "withdrawn_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "consent_grantee_index" on "consent" ("grantee")`);
    this.addSql(`create index "consent_entity_id_grantee_index" on "consent" ("entity_id", "grantee")`);
    this.addSql(
      `create table "sharing_request" ("id" uuid not null, "requester_code" text not null, "item_code" text not null, "purpose" text not null, "fields" text[] not null default '{}', "state" text not null, "valid_from" date null, "valid_until" date null, primary key ("id"))`,
    );
    this.addSql(
      `create or replace function "mandate_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "mandate" for each STATEMENT execute function "mandate_announce_change_fn"()`,
    );
    this.addSql(
      `alter table "purpose_scope" add constraint "purpose_scope_personal_check" check ("personal" <@ array['NAME'::text, 'ID_NUMBER'::text, 'PHONE'::text, 'ADDRESS'::text, 'EMAIL'::text])`,
    );
    this.addSql(
      `create or replace function "purpose_scope_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "purpose_scope" for each STATEMENT execute function "purpose_scope_announce_change_fn"()`,
    );
    this.addSql(
      `alter table "consent" add constraint "consent_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(`alter table "consent" add constraint "consent_term" check (valid_until >= valid_from)`);
    this.addSql(
      `create or replace function "consent_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "consent" for each STATEMENT execute function "consent_announce_change_fn"()`,
    );
    this.addSql(
      `alter table "sharing_request" add constraint "sharing_request_requester_code_foreign" foreign key ("requester_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "sharing_request" add constraint "sharing_request_term" check (valid_until is null or valid_from is null or valid_until >= valid_from)`,
    );
    this.addSql(
      `alter table "sharing_request" add constraint "sharing_request_purpose_check" check ("purpose" in ('LICENSING', 'PROCUREMENT', 'FUNDING', 'INSPECTION', 'APPRAISAL', 'FAST_TRACK', 'REPAIR_REVIEW', 'ARREARS_HANDLING', 'LITIGATION', 'AUDIT', 'OWN_RECORD'))`,
    );
    this.addSql(
      `create or replace function "sharing_request_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "sharing_request" for each STATEMENT execute function "sharing_request_announce_change_fn"()`,
    );
  }
}
