import { Migration } from '@mikro-orm/migrations';

/** Credit reports and the keys by which they were signed. */
export class Migration20261125000600 extends Migration {
  override up(): void {
    this.addSql(`set names 'utf8'`);
    this.addSql(
      `create table "report_key" ("id" text not null, "public_key" text not null, "first_used_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `create table "credit_report" ("id" uuid not null, "number" text collate "C" not null, "entity_id" uuid not null, "use" text not null, "recipient" text not null, "classes" text[] not null, "as_of" date not null, "known_at" timestamptz not null, "issued_at" timestamptz not null, "valid_until" date not null, "issuer_role" text not null, "department_code" text null, "request_number" text null, "issued_by" text not null, "rehearsed" boolean not null, "records" jsonb not null, "watched" jsonb not null, "not_public" jsonb not null, "digest" text not null, "key_id" text not null, "jws" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "credit_report" add constraint "credit_report_number_unique" unique ("number")`);
    this.addSql(
      `create index "credit_report_department_code_number_index" on "credit_report" ("department_code", "number")`,
    );
    this.addSql(`create index "credit_report_entity_id_number_index" on "credit_report" ("entity_id", "number")`);
    this.addSql(
      `create or replace function "report_key_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "report_key" for each ROW execute function "report_key_append_only_fn"()`,
    );
    this.addSql(
      `alter table "credit_report" add constraint "credit_report_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "credit_report" add constraint "credit_report_department_code_foreign" foreign key ("department_code") references "department" ("code") on delete no action`,
    );
    this.addSql(
      `alter table "credit_report" add constraint "credit_report_key_id_foreign" foreign key ("key_id") references "report_key" ("id")`,
    );
    this.addSql(`alter table "credit_report" add constraint "credit_report_number" check (number ~ '^[0-9]{20}$')`);
    this.addSql(
      `alter table "credit_report" add constraint "credit_report_use_check" check ("use" in ('TENDER', 'LOAN', 'AWARD', 'LISTING', 'SUBSIDY', 'OTHER'))`,
    );
    this.addSql(
      `alter table "credit_report" add constraint "credit_report_issuer_role_check" check ("issuer_role" in ('PUBLIC', 'ENTERPRISE', 'DEPARTMENT', 'CREDIT_CENTRE', 'ARREARS_ADMIN', 'SUPERVISOR', 'ADMINISTRATOR'))`,
    );
    this.addSql(
      `create or replace function "credit_report_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "credit_report" for each ROW execute function "credit_report_append_only_fn"()`,
    );
  }
}
