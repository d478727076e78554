import { Migration } from '@mikro-orm/migrations';

/** The first schema. */
export class Migration20261122000000 extends Migration {
  override up(): void {
    this.addSql(
      `create table "audit_entry" ("id" uuid not null, "transaction_id" xid8 not null default pg_current_xact_id(), "at" timestamptz not null, "actor" text not null, "role" text not null, "on_behalf_of" text null, "deed" text not null, "subject_type" text not null, "subject_id" text not null, "facts" jsonb not null, "request_id" text not null, primary key ("id"))`,
    );
    this.addSql(
      `create index "audit_entry_subject_type_subject_id_index" on "audit_entry" ("subject_type", "subject_id")`,
    );
    this.addSql(
      `create or replace function "audit_entry_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "audit_entry" for each ROW execute function "audit_entry_append_only_fn"()`,
    );
    this.addSql(
      `create table "department" ("code" text not null, "name" text not null, "english_name" text not null, "uscc" text not null, "duty" text not null, primary key ("code"))`,
    );
    this.addSql(`alter table "department" add constraint "department_uscc_unique" unique ("uscc")`);
    this.addSql(
      `create or replace function "department_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "department" for each STATEMENT execute function "department_announce_change_fn"()`,
    );
    this.addSql(
      `create table "catalogue_item" ("id" uuid not null, "code" text not null, "title" text not null, "english_title" text not null, "class" text not null, "provider_code" text not null, "polarity" text not null, "sharing" text not null, "disclosure" text not null, "legal_basis" text not null, "retention" text null, "update_frequency" text null, "edition" text not null, "in_force_from" date not null, "in_force_until" date null, "severity" text null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "catalogue_item" add constraint "catalogue_item_code_edition_unique" unique ("code", "edition")`,
    );
    this.addSql(
      `alter table "catalogue_item" add constraint "catalogue_item_class_check" check ("class" in ('REGISTRATION', 'JUDICIAL', 'ADMINISTRATIVE', 'PROFESSIONAL', 'ABNORMAL_OPERATION', 'SERIOUS_DISHONESTY', 'CONTRACT_PERFORMANCE', 'COMMITMENT', 'EVALUATION', 'COMPLIANCE', 'HONOUR', 'INTELLECTUAL_PROPERTY', 'VOLUNTARY'))`,
    );
    this.addSql(
      `alter table "catalogue_item" add constraint "catalogue_item_polarity_check" check ("polarity" in ('FAVOURABLE', 'ADVERSE', 'NEUTRAL'))`,
    );
    this.addSql(
      `alter table "catalogue_item" add constraint "catalogue_item_sharing_check" check ("sharing" in ('UNCONDITIONAL', 'CONDITIONAL', 'NONE'))`,
    );
    this.addSql(
      `alter table "catalogue_item" add constraint "catalogue_item_disclosure_check" check ("disclosure" in ('PUBLIC', 'GOVERNMENT', 'AUTHORISED', 'SUBJECT'))`,
    );
    this.addSql(
      `alter table "catalogue_item" add constraint "catalogue_item_severity_check" check ("severity" in ('MINOR', 'GENERAL', 'SERIOUS'))`,
    );
    this.addSql(
      `create or replace function "catalogue_item_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "catalogue_item" for each STATEMENT execute function "catalogue_item_announce_change_fn"()`,
    );
    this.addSql(
      `create table "classification_rule" ("id" uuid not null, "item_id" uuid not null, "field_key" text not null, "contains" text not null, "amount_key" text null, "amount_from" numeric(20,6) null, "severity" text not null, "basis" text not null, "edition" text not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "classification_rule" add constraint "classification_rule_severity_check" check ("severity" in ('MINOR', 'GENERAL', 'SERIOUS'))`,
    );
    this.addSql(
      `create or replace function "classification_rule_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "classification_rule" for each STATEMENT execute function "classification_rule_announce_change_fn"()`,
    );
    this.addSql(
      `create table "catalogue_field" ("id" uuid not null, "item_id" uuid not null, "position" int not null, "key" text not null, "title" text not null, "type" text not null, "length" text null, "required" boolean not null, "required_when" text null, "options" text[] not null default '{}', "disclosure" text null, "masking" text null, "role" text null, "unit" text null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "catalogue_field" add constraint "catalogue_field_item_id_key_unique" unique ("item_id", "key")`,
    );
    this.addSql(
      `alter table "catalogue_field" add constraint "catalogue_field_type_check" check ("type" in ('TEXT', 'DATE', 'DECIMAL', 'INTEGER', 'OPTION', 'USCC'))`,
    );
    this.addSql(
      `alter table "catalogue_field" add constraint "catalogue_field_disclosure_check" check ("disclosure" in ('PUBLIC', 'GOVERNMENT', 'AUTHORISED', 'SUBJECT'))`,
    );
    this.addSql(
      `alter table "catalogue_field" add constraint "catalogue_field_masking_check" check ("masking" in ('NAME', 'ID_NUMBER', 'PHONE', 'ADDRESS', 'EMAIL'))`,
    );
    this.addSql(
      `alter table "catalogue_field" add constraint "catalogue_field_role_check" check ("role" in ('ENTITY_CODE', 'ENTITY_NAME', 'IDENTITY', 'DETERMINED_ON', 'PUBLIC_UNTIL', 'VALID_UNTIL', 'SUBJECT_CATEGORY'))`,
    );
    this.addSql(
      `create or replace function "catalogue_field_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "catalogue_field" for each STATEMENT execute function "catalogue_field_announce_change_fn"()`,
    );
    this.addSql(
      `create table "industry" ("code" text not null, "name" text not null, "parent_code" text null, primary key ("code"))`,
    );
    this.addSql(
      `create or replace function "industry_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "industry" for each STATEMENT execute function "industry_announce_change_fn"()`,
    );
    this.addSql(
      `create table "loaded_data" ("name" text not null, "digest" text not null, "loaded_at" timestamptz not null, primary key ("name"))`,
    );
    this.addSql(
      `create table "region" ("code" text not null, "name" text not null, "level" text not null, "parent_code" text null, primary key ("code"))`,
    );
    this.addSql(
      `alter table "region" add constraint "region_level_check" check ("level" in ('PROVINCE', 'PREFECTURE', 'COUNTY', 'FUNCTIONAL_AREA'))`,
    );
    this.addSql(
      `create or replace function "region_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "region" for each STATEMENT execute function "region_announce_change_fn"()`,
    );
    this.addSql(
      `create table "legal_entity" ("id" uuid not null, "uscc" text collate "C" not null, "name" text not null, "former_names" text[] not null default '{}', "kind" text not null, "status" text not null, "established_on" date null, "region_code" text null, "industry_code" text null, "registered_type" text null, "registered_capital" numeric(20,2) null, "registered_capital_text" text null, "business_scope" text null, "address" text null, "legal_representative" text null, "legal_representative_id" text null, "contact_phone" text null, "search_text" text not null, "search_grams" text[] not null, "recorded_at" timestamptz not null, "changed_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "legal_entity" add constraint "legal_entity_uscc_unique" unique ("uscc")`);
    this.addSql(`create index "legal_entity_region_code_index" on "legal_entity" ("region_code")`);
    this.addSql(`create index "legal_entity_grams" on "legal_entity" using gin ("search_grams")`);
    this.addSql(
      `alter table "legal_entity" add constraint "legal_entity_kind_check" check ("kind" in ('ENTERPRISE', 'SOLE_TRADER', 'COOPERATIVE', 'SOCIAL_ORGANISATION', 'PUBLIC_INSTITUTION', 'GOVERNMENT_AGENCY', 'OTHER'))`,
    );
    this.addSql(
      `alter table "legal_entity" add constraint "legal_entity_status_check" check ("status" in ('ACTIVE', 'SUSPENDED', 'REVOKED', 'DEREGISTERED', 'UNKNOWN'))`,
    );
    this.addSql(
      `create table "credit_record" ("version_id" uuid not null, "id" uuid not null, "version" int not null, "entity_id" uuid not null, "item_id" uuid not null, "item_code" text not null, "identity" text not null, "number" text not null, "severity" text null, "state" text not null, "disputed" boolean not null default false, "natural_person" boolean not null, "determined_on" date not null, "public_from" date null, "public_until" date null, "content" jsonb not null, "valid_from" date not null, "valid_until" date null, "recorded_at" timestamptz not null, "superseded_at" timestamptz null, "submission_id" uuid null, "recorded_by" text not null, "reason" text not null, primary key ("version_id"))`,
    );
    this.addSql(`create index "credit_record_submission_id_index" on "credit_record" ("submission_id")`);
    this.addSql(
      `create index credit_record_by_date on credit_record (determined_on desc, id desc) where superseded_at is null`,
    );
    this.addSql(
      `create index credit_record_of_item on credit_record (item_id, determined_on desc, id desc) where superseded_at is null`,
    );
    this.addSql(
      `create index credit_record_of_entity on credit_record (entity_id, determined_on desc, id desc) where superseded_at is null`,
    );
    this.addSql(`create unique index credit_record_by_id on credit_record (id) where superseded_at is null`);
    this.addSql(
      `create unique index credit_record_current on credit_record (item_code, entity_id, identity) where superseded_at is null`,
    );
    this.addSql(
      `alter table "credit_record" add constraint "credit_record_id_version_unique" unique ("id", "version")`,
    );
    this.addSql(
      `alter table "credit_record" add constraint "credit_record_recorded_period" check (superseded_at is null or superseded_at >= recorded_at)`,
    );
    this.addSql(
      `alter table "credit_record" add constraint "credit_record_valid_period" check (valid_until is null or valid_until >= valid_from)`,
    );
    this.addSql(
      `alter table "credit_record" add constraint "credit_record_severity_check" check ("severity" in ('MINOR', 'GENERAL', 'SERIOUS'))`,
    );
    this.addSql(
      `alter table "credit_record" add constraint "credit_record_state_check" check ("state" in ('EFFECTIVE', 'REPAIRED', 'WITHDRAWN', 'EXPIRED'))`,
    );
    this.addSql(`create or replace function "credit_record_append_only_fn"() returns trigger as $$ begin if tg_op = 'UPDATE' and old.superseded_at is null and new.superseded_at is not null
    and to_jsonb(new) - 'superseded_at' = to_jsonb(old) - 'superseded_at' then
    return new;   end if;   raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`);
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "credit_record" for each ROW execute function "credit_record_append_only_fn"()`,
    );
    this.addSql(
      `create table "rejection" ("submission_id" uuid not null, "row" int not null, "fault" int not null, "field" text null, "value" text null, "reason" text not null, "params" jsonb not null, primary key ("submission_id", "row", "fault"))`,
    );
    this.addSql(
      `create or replace function "rejection_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "rejection" for each ROW execute function "rejection_append_only_fn"()`,
    );
    this.addSql(
      `create table "submission" ("id" uuid not null, "item_code" text not null, "item_id" uuid not null, "format" text not null, "submitted_by" text not null, "received_at" timestamptz not null, "read" int not null, "created" int not null, "changed" int not null, "unchanged" int not null, "refused" int not null, primary key ("id"))`,
    );
    this.addSql(`create index "submission_of_item" on "submission" ("item_code", "id")`);
    this.addSql(
      `alter table "submission" add constraint "submission_format_check" check ("format" in ('CSV', 'NDJSON', 'ROWS'))`,
    );
    this.addSql(
      `create or replace function "submission_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "submission" for each ROW execute function "submission_append_only_fn"()`,
    );
    this.addSql(
      `alter table "catalogue_item" add constraint "catalogue_item_provider_code_foreign" foreign key ("provider_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "classification_rule" add constraint "classification_rule_item_id_foreign" foreign key ("item_id") references "catalogue_item" ("id")`,
    );
    this.addSql(
      `alter table "catalogue_field" add constraint "catalogue_field_item_id_foreign" foreign key ("item_id") references "catalogue_item" ("id")`,
    );
    this.addSql(
      `alter table "legal_entity" add constraint "legal_entity_region_code_foreign" foreign key ("region_code") references "region" ("code") on delete set null`,
    );
    this.addSql(
      `alter table "legal_entity" add constraint "legal_entity_industry_code_foreign" foreign key ("industry_code") references "industry" ("code") on delete set null`,
    );
    this.addSql(
      `alter table "credit_record" add constraint "credit_record_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "credit_record" add constraint "credit_record_item_id_foreign" foreign key ("item_id") references "catalogue_item" ("id")`,
    );
  }
}
