import { Migration } from '@mikro-orm/migrations';

/** Budgets and warnings before the due day. */
export class Migration20261124000050 extends Migration {
  override up(): void {
    this.addSql(`set names 'utf8'`);
    this.addSql(
      `create table "payment_warning" ("id" uuid not null, "payable_id" uuid not null, "contract_id" uuid not null, "warned_on" date not null, "last_day" date not null, "amount" numeric(20,2) not null, "to" text[] not null, primary key ("id"))`,
    );
    this.addSql(`create index "payment_warning_contract_id_id_index" on "payment_warning" ("contract_id", "id")`);
    this.addSql(`alter table "payment_warning" add constraint "payment_warning_once" unique ("payable_id")`);
    this.addSql(
      `create table "budget_line" ("id" uuid not null, "buyer_id" uuid not null, "buyer_uscc" text not null, "buyer_code" text null, "year" int not null, "code" text not null, "title" text not null, "amount" numeric(20,2) not null, "registered_at" timestamptz not null, "registered_by" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "budget_line" add constraint "budget_line_once" unique ("buyer_uscc", "year", "code")`);
    this.addSql(`create index payment_reported on payment (contract_id) where state = 'REPORTED' and case_id is null`);
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
