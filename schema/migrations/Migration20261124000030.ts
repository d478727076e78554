import { Migration } from '@mikro-orm/migrations';

/** Contracts of public buyers, the ledger of what they pay, arrears and repayment plans, disclosures. */
export class Migration20261124000030 extends Migration {
  override up(): void {
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
      `create table "public_contract" ("id" uuid not null, "buyer_id" uuid not null, "buyer_uscc" text not null, "buyer_code" text null, "buyer_kind" text not null, "region_code" text null, "supplier_id" uuid not null, "supplier_uscc" text not null, "sector" text null, "number" text not null, "name" text not null, "kind" text not null, "signed_on" date not null, "amount" numeric(20,2) not null, "supplier_size" text not null, "size_industry" text not null, "employees" int null, "revenue" numeric(20,6) null, "assets" numeric(20,6) null, "agreed_rate" numeric(8,4) null, "day_count" int not null, "rate_kind" text not null, "annual_rate" numeric(8,4) null, "rate_numerator" bigint not null, "rate_denominator" bigint not null, "budget_line_id" uuid null, "registered_at" timestamptz not null, "registered_by" text not null, "rehearsed" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(`create index "public_contract_budget_line_id_id_index" on "public_contract" ("budget_line_id", "id")`);
    this.addSql(`create index "public_contract_buyer_code_id_index" on "public_contract" ("buyer_code", "id")`);
    this.addSql(`create index "public_contract_supplier_uscc_id_index" on "public_contract" ("supplier_uscc", "id")`);
    this.addSql(
      `alter table "public_contract" add constraint "public_contract_once" unique ("buyer_uscc", "supplier_uscc", "number")`,
    );
    this.addSql(
      `create table "payment" ("id" uuid not null, "contract_id" uuid not null, "case_id" uuid null, "payer_uscc" text not null, "purpose" text not null, "amount" numeric(20,2) not null, "paid_on" date not null, "voucher" text not null, "shares" jsonb not null, "state" text not null, "reported_at" timestamptz not null, "reported_by" text not null, "decided_at" timestamptz null, "reason" text null, primary key ("id"))`,
    );
    this.addSql(`create unique index payment_voucher on payment (payer_uscc, voucher) where state <> 'REFUSED'`);
    this.addSql(`create index "payment_contract_id_id_index" on "payment" ("contract_id", "id")`);
    this.addSql(`create index "payment_case_id_id_index" on "payment" ("case_id", "id")`);
    this.addSql(
      `create table "payable" ("id" uuid not null, "contract_id" uuid not null, "position" int not null, "title" text not null, "kind" text not null, "amount" numeric(20,2) not null, "invoices" text[] not null, "delivered_on" date null, "inspection_until" date null, "accepted_on" date null, "confirmed_on" date null, "refund_on" date null, "agreed_days" int null, "back_to_back" boolean not null, "special_due_on" date null, "special_basis" text null, "started_on" date null, "start_fact" text null, "last_day" date null, "due_on" date null, "by_claim" boolean not null default false, "case_id" uuid null, "warned_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index payable_to_warn on payable (last_day) where warned_at is null and case_id is null`);
    this.addSql(`create index "payable_case_id_index" on "payable" ("case_id")`);
    this.addSql(`create index "payable_contract_id_position_index" on "payable" ("contract_id", "position")`);
    this.addSql(
      `create table "ledger_entry" ("id" uuid not null, "payable_id" uuid not null, "kind" text not null, "effective_on" date not null, "due_on" date not null, "amount" numeric(20,2) not null, "payment_id" uuid null, "recorded_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `create index "ledger_entry_payable_id_effective_on_index" on "ledger_entry" ("payable_id", "effective_on")`,
    );
    this.addSql(
      `create table "arrears_case" ("id" uuid not null, "number" text not null, "filed_at" timestamptz not null, "filed_on" date not null, "history" text[] not null, "started_on" date null, "due_on" date null, "result_due_on" date null, "pauses" jsonb not null, "awaits" text null, "escalated_at" timestamptz null, "rehearsed" boolean not null default false, "state" text not null, "contract_id" uuid not null, "debtor_id" uuid not null, "debtor_uscc" text not null, "debtor_code" text null, "creditor_id" uuid not null, "creditor_uscc" text not null, "authority_code" text null, "source" text not null, "cause" text null, "principal" numeric(20,2) not null, "undisputed" numeric(20,2) not null, "paid" numeric(20,2) not null, "pending" numeric(20,2) not null, "remaining" numeric(20,2) not null, "interest_paid" numeric(20,2) not null, "interest_settlement" text null, "oldest_due_on" date not null, "rung" text null, "owed_anew" boolean not null, "accepted_on" date null, "handler" text null, "next_instalment_on" date null, "court_number" text null, "court_since" date null, "court_until" date null, "closed_on" date null, "record_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`alter table "arrears_case" add constraint "arrears_case_number_unique" unique ("number")`);
    this.addSql(`create index "arrears_case_remaining_id_index" on "arrears_case" ("remaining", "id")`);
    this.addSql(`create index "arrears_case_oldest_due_on_id_index" on "arrears_case" ("oldest_due_on", "id")`);
    this.addSql(`create index "arrears_case_state_due_on_index" on "arrears_case" ("state", "due_on")`);
    this.addSql(`create index "arrears_case_awaits_due_on_index" on "arrears_case" ("awaits", "due_on")`);
    this.addSql(`create index "arrears_case_creditor_uscc_id_index" on "arrears_case" ("creditor_uscc", "id")`);
    this.addSql(`create index "arrears_case_debtor_code_id_index" on "arrears_case" ("debtor_code", "id")`);
    this.addSql(`create index "arrears_case_debtor_uscc_id_index" on "arrears_case" ("debtor_uscc", "id")`);
    this.addSql(
      `create unique index arrears_case_open on arrears_case (contract_id) where state not in ('NOT_ACCEPTED', 'WITHDRAWN', 'UNFOUNDED')`,
    );
    this.addSql(
      `create table "repayment_plan" ("id" uuid not null, "case_id" uuid not null, "serial" int not null, "state" text not null, "instalments" jsonb not null, "paid_before" numeric(20,2) null, "proposed_at" timestamptz not null, "decided_at" timestamptz null, "reason" text null, "broken_on" date null, primary key ("id"))`,
    );
    this.addSql(`create index repayment_plan_broken on repayment_plan (broken_on) where broken_on is not null`);
    this.addSql(
      `alter table "repayment_plan" add constraint "repayment_plan_case_id_serial_unique" unique ("case_id", "serial")`,
    );
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
      `alter table "public_contract" add constraint "public_contract_buyer_id_foreign" foreign key ("buyer_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "public_contract" add constraint "public_contract_buyer_code_foreign" foreign key ("buyer_code") references "department" ("code") on delete no action`,
    );
    this.addSql(
      `alter table "public_contract" add constraint "public_contract_supplier_id_foreign" foreign key ("supplier_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "public_contract" add constraint "public_contract_rate" check (rate_numerator > 0 and rate_denominator > 0)`,
    );
    this.addSql(`alter table "public_contract" add constraint "public_contract_amount" check (amount > 0)`);
    this.addSql(
      `alter table "public_contract" add constraint "public_contract_buyer_kind_check" check ("buyer_kind" in ('AGENCY', 'INSTITUTION', 'FISCAL_ORGANISATION', 'STATE_OWNED_LARGE_ENTERPRISE', 'LARGE_ENTERPRISE'))`,
    );
    this.addSql(
      `alter table "public_contract" add constraint "public_contract_kind_check" check ("kind" in ('GOODS', 'WORKS', 'SERVICES'))`,
    );
    this.addSql(
      `alter table "public_contract" add constraint "public_contract_supplier_size_check" check ("supplier_size" in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO'))`,
    );
    this.addSql(
      `alter table "public_contract" add constraint "public_contract_size_industry_check" check ("size_industry" in ('AGRICULTURE', 'INDUSTRY', 'CONSTRUCTION', 'WHOLESALE', 'RETAIL', 'TRANSPORT', 'WAREHOUSING', 'POST', 'ACCOMMODATION', 'CATERING', 'INFORMATION_TRANSMISSION', 'SOFTWARE', 'REAL_ESTATE', 'PROPERTY_MANAGEMENT', 'LEASING_AND_BUSINESS', 'OTHER'))`,
    );
    this.addSql(
      `alter table "public_contract" add constraint "public_contract_rate_kind_check" check ("rate_kind" in ('AGREED', 'LPR_FLOOR', 'STATUTORY'))`,
    );
    this.addSql(
      `alter table "payment" add constraint "payment_contract_id_foreign" foreign key ("contract_id") references "public_contract" ("id")`,
    );
    this.addSql(`alter table "payment" add constraint "payment_amount" check (amount > 0)`);
    this.addSql(
      `alter table "payment" add constraint "payment_purpose_check" check ("purpose" in ('PRINCIPAL', 'INTEREST'))`,
    );
    this.addSql(
      `alter table "payment" add constraint "payment_state_check" check ("state" in ('REPORTED', 'CONFIRMED', 'REFUSED'))`,
    );
    this.addSql(
      `alter table "payable" add constraint "payable_contract_id_foreign" foreign key ("contract_id") references "public_contract" ("id")`,
    );
    this.addSql(
      `alter table "payable" add constraint "payable_due" check (due_on is null or (last_day is not null and started_on is not null))`,
    );
    this.addSql(`alter table "payable" add constraint "payable_amount" check (amount > 0)`);
    this.addSql(
      `alter table "payable" add constraint "payable_kind_check" check ("kind" in ('PAYMENT', 'PROGRESS', 'DEPOSIT'))`,
    );
    this.addSql(
      `alter table "payable" add constraint "payable_start_fact_check" check ("start_fact" in ('DELIVERY', 'ACCEPTANCE', 'INSPECTION_EXPIRED', 'AMOUNT_CONFIRMED', 'REFUND_AGREED', 'SPECIAL_RULE'))`,
    );
    this.addSql(
      `alter table "ledger_entry" add constraint "ledger_entry_payable_id_foreign" foreign key ("payable_id") references "payable" ("id")`,
    );
    this.addSql(`alter table "ledger_entry" add constraint "ledger_entry_sign" check (amount <> 0)`);
    this.addSql(
      `alter table "ledger_entry" add constraint "ledger_entry_kind_check" check ("kind" in ('DUE', 'UNDISPUTED', 'DISMISSED', 'PAID'))`,
    );
    this.addSql(
      `create or replace function "ledger_entry_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "ledger_entry" for each ROW execute function "ledger_entry_append_only_fn"()`,
    );
    this.addSql(
      `alter table "arrears_case" add constraint "arrears_case_contract_id_foreign" foreign key ("contract_id") references "public_contract" ("id")`,
    );
    this.addSql(
      `alter table "arrears_case" add constraint "arrears_case_debtor_id_foreign" foreign key ("debtor_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "arrears_case" add constraint "arrears_case_debtor_code_foreign" foreign key ("debtor_code") references "department" ("code") on delete no action`,
    );
    this.addSql(
      `alter table "arrears_case" add constraint "arrears_case_creditor_id_foreign" foreign key ("creditor_id") references "legal_entity" ("id")`,
    );
    this.addSql(
      `alter table "arrears_case" add constraint "arrears_case_authority_code_foreign" foreign key ("authority_code") references "department" ("code") on delete no action`,
    );
    this.addSql(
      `alter table "arrears_case" add constraint "arrears_case_cleared" check (state not in ('CLEARED', 'CLOSED') or (remaining = 0 and pending = 0 and interest_settlement is not null))`,
    );
    this.addSql(
      `alter table "arrears_case" add constraint "arrears_case_amounts" check (principal >= 0 and undisputed >= 0 and undisputed <= principal and paid >= 0 and paid <= principal and pending >= 0 and paid + pending <= principal and interest_paid >= 0 and remaining = principal - paid)`,
    );
    this.addSql(
      `alter table "arrears_case" add constraint "arrears_case_state_check" check ("state" in ('FILED', 'NOT_ACCEPTED', 'WITHDRAWN', 'VERIFYING', 'CONFIRMED', 'DISPUTED', 'IN_COURT', 'UNFOUNDED', 'PLAN_AGREED', 'PLAN_BROKEN', 'REMINDED', 'INQUIRED', 'ORDERED', 'INTERVIEWED', 'ANNOUNCED', 'RECTIFYING', 'FINDING_PROPOSED', 'FOUND_DISHONEST', 'PAID', 'INTEREST_DUE', 'CLEARED', 'CLOSED', 'REOPENED'))`,
    );
    this.addSql(
      `alter table "arrears_case" add constraint "arrears_case_source_check" check ("source" in ('COMPLAINT', 'DECLARATION', 'HOTLINE', 'AUDIT', 'INSPECTION'))`,
    );
    this.addSql(
      `alter table "arrears_case" add constraint "arrears_case_interest_settlement_check" check ("interest_settlement" in ('PAID', 'WAIVED', 'NONE'))`,
    );
    this.addSql(
      `alter table "arrears_case" add constraint "arrears_case_rung_check" check ("rung" in ('REMINDER', 'INQUIRY', 'ORDER', 'INTERVIEW', 'CIRCULAR', 'RECTIFICATION', 'FINDING'))`,
    );
    this.addSql(
      `alter table "repayment_plan" add constraint "repayment_plan_case_id_foreign" foreign key ("case_id") references "arrears_case" ("id")`,
    );
    this.addSql(
      `alter table "repayment_plan" add constraint "repayment_plan_state_check" check ("state" in ('PROPOSED', 'DECLINED', 'AGREED', 'BROKEN', 'ENDED'))`,
    );
  }
}
