import { Migration } from '@mikro-orm/migrations';

/** Attachments of cases and the documents issued in them. */
export class Migration20261124000003 extends Migration {
  override up(): void {
    this.addSql(
      `create table "case_document" ("id" uuid not null, "case_kind" text not null, "case_id" uuid not null, "kind" text not null, "number" text not null, "title" text not null, "text" text not null, "issued_by" text not null, "issued_on" date not null, "issued_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `create index "case_document_case_kind_case_id_id_index" on "case_document" ("case_kind", "case_id", "id")`,
    );
    this.addSql(
      `alter table "case_document" add constraint "case_document_kind_number_unique" unique ("kind", "number")`,
    );
    this.addSql(
      `create table "attachment" ("id" uuid not null, "name" text not null, "media_type" text not null, "size" int not null, "sha256" text not null, "role" text not null, "account" text not null, "department_code" text null, "uscc" text null, "uploaded_at" timestamptz not null, "kept" boolean not null, "case_kind" text null, "case_id" uuid null, "attached_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index attachment_unused on attachment (id) where case_id is null`);
    this.addSql(`create index "attachment_case_kind_case_id_id_index" on "attachment" ("case_kind", "case_id", "id")`);
    this.addSql(
      `create or replace function "case_document_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "case_document" for each ROW execute function "case_document_append_only_fn"()`,
    );
    this.addSql(
      `alter table "attachment" add constraint "attachment_department_code_foreign" foreign key ("department_code") references "department" ("code") on delete no action`,
    );
    this.addSql(
      `alter table "attachment" add constraint "attachment_used" check ((case_kind is null) = (case_id is null) and (case_id is null) = (attached_at is null) and (kept or case_id is null))`,
    );
    this.addSql(`alter table "attachment" add constraint "attachment_size" check (size > 0)`);
    this.addSql(
      `alter table "attachment" add constraint "attachment_role_check" check ("role" in ('PUBLIC', 'ENTERPRISE', 'DEPARTMENT', 'CREDIT_CENTRE', 'ARREARS_ADMIN', 'SUPERVISOR', 'ADMINISTRATOR'))`,
    );
  }
}
