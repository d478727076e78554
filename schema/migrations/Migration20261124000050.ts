import { Migration } from '@mikro-orm/migrations';

/** Budgets, warnings before the due day, yearly disclosures. */
export class Migration20261124000050 extends Migration {
  override up(): void {
    this.addSql(`set names 'utf8'`);
    this.addSql(
      `create table "arrears_disclosure" ("id" uuid not null, "number" text not null, "filed_at" timestamptz not null, "filed_on" date not null, "history" text[] not null, "started_on" date null, "due_on" date null, "result_due_on" date null, "pauses" jsonb not null, "awaits" text null, "escalated_at" timestamptz null, "rehearsed" boolean not null default false, "state" text not null, "department_code" text not null, "year" int not null, "contract_count" int not null, "amount" numeric(20,2) not null, "statement" text null, "counted_at" timestamptz not null, "publish_by" date not null, "signed_by" text null, "signed_at" timestamptz null, "published_at" timestamptz null, "published_on" date null, "late" boolean not null, primary key ("id"))`,
    );
    this.addSql(`alter table "arrears_disclosure" add constraint "arrears_disclosure_number_unique" unique ("number")`);
    this.addSql(`create index "arrears_disclosure_state_due_on_index" on "arrears_disclosure" ("state", "due_on")`);
    this.addSql(`create index "arrears_disclosure_year_id_index" on "arrears_disclosure" ("year", "id")`);
    this.addSql(
      `alter table "arrears_disclosure" add constraint "arrears_disclosure_once" unique ("department_code", "year")`,
    );
    this.addSql(
      `create table "payment_warning" ("id" uuid not null, "payable_id" uuid not null, "contract_id" uuid not null, "warned_on" date not null, "last_day" date not null, "amount" numeric(20,2) not null, "to" text[] not null, primary key ("id"))`,
    );
    this.addSql(`create index "payment_warning_contract_id_id_index" on "payment_warning" ("contract_id", "id")`);
    this.addSql(`alter table "payment_warning" add constraint "payment_warning_once" unique ("payable_id")`);
    this.addSql(
      `create table "budget_line" ("id" uuid not null, "buyer_id" uuid not null, "buyer_uscc" text not null, "buyer_code" text null, "year" int not null, "code" text not null, "title" text not null, "amount" numeric(20,2) not null, "registered_at" timestamptz not null, "registered_by" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "budget_line" add constraint "budget_line_once" unique ("buyer_uscc", "year", "code")`);
    this.addSql(`alter table "public_contract" drop constraint "public_contract_size_industry_check"`);
    this.addSql(
      `alter table "public_contract" alter column "revenue" type numeric(20,6) using ("revenue"::numeric(20,6))`,
    );
    this.addSql(
      `alter table "public_contract" alter column "assets" type numeric(20,6) using ("assets"::numeric(20,6))`,
    );
    this.addSql(`create index "public_contract_budget_line_id_id_index" on "public_contract" ("budget_line_id", "id")`);
    this.addSql(
      `alter table "public_contract" add constraint "public_contract_size_industry_check" check ("size_industry" in ('AGRICULTURE', 'INDUSTRY', 'CONSTRUCTION', 'WHOLESALE', 'RETAIL', 'TRANSPORT', 'WAREHOUSING', 'POST', 'ACCOMMODATION', 'CATERING', 'INFORMATION_TRANSMISSION', 'SOFTWARE', 'REAL_ESTATE', 'PROPERTY_MANAGEMENT', 'LEASING_AND_BUSINESS', 'OTHER'))`,
    );
    this.addSql(`alter table "ledger_entry" drop constraint "ledger_entry_sign"`);
    this.addSql(`alter table "ledger_entry" add constraint "ledger_entry_sign" check (amount <> 0)`);
    this.addSql(
      `alter table "arrears_disclosure" add constraint "arrears_disclosure_department_code_foreign" foreign key ("department_code") references "department" ("code") on delete no action`,
    );
    this.addSql(
      `alter table "arrears_disclosure" add constraint "arrears_disclosure_published" check ((state = 'PUBLISHED') = (published_at is not null and published_on is not null))`,
    );
    this.addSql(
      `alter table "arrears_disclosure" add constraint "arrears_disclosure_figures" check ((contract_count = 0 and amount = 0) or (contract_count > 0 and amount > 0))`,
    );
    this.addSql(
      `alter table "arrears_disclosure" add constraint "arrears_disclosure_state_check" check ("state" in ('DRAFTED', 'SIGNED', 'PUBLISHED'))`,
    );
    this.addSql(
      `create or replace function "arrears_disclosure_published_stands_fn"() returns trigger as $$ begin if old.state <> 'PUBLISHED' then return case tg_op when 'DELETE' then old else new end;   end if;   raise exception 'what was published stands' using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "published_stands" BEFORE UPDATE OR DELETE on "arrears_disclosure" for each ROW execute function "arrears_disclosure_published_stands_fn"()`,
    );
    this.addSql(
      `alter table "payment_warning" add constraint "payment_warning_payable_id_foreign" foreign key ("payable_id") references "payable" ("id")`,
    );
    this.addSql(
      `alter table "payment_warning" add constraint "payment_warning_contract_id_foreign" foreign key ("contract_id") references "public_contract" ("id")`,
    );
    this.addSql(
      `create or replace function "payment_warning_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "payment_warning" for each ROW execute function "payment_warning_append_only_fn"()`,
    );
    this.addSql(
      `alter table "budget_line" add constraint "budget_line_buyer_id_foreign" foreign key ("buyer_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "budget_line" add constraint "budget_line_buyer_code_foreign" foreign key ("buyer_code") references "department" ("code") on delete no action`,
    );
    this.addSql(`alter table "budget_line" add constraint "budget_line_amount" check (amount > 0)`);
  }
}
