import { Migration } from '@mikro-orm/migrations';

/** Policy promises, whose day no step may change. */
export class Migration20261124000020 extends Migration {
  override up(): void {
    this.addSql(
      `create table "policy_commitment" ("id" uuid not null, "number" text not null, "filed_at" timestamptz not null, "filed_on" date not null, "history" text[] not null, "started_on" date null, "due_on" date null, "result_due_on" date null, "pauses" jsonb not null, "awaits" text null, "escalated_at" timestamptz null, "rehearsed" boolean not null default false, "state" text not null, "source_kind" text not null, "source_number" text not null, "source_title" text not null, "promised_on" date not null, "promisor_code" text not null, "owner_code" text not null, "owner_post" text not null, "entity_id" uuid not null, "uscc" text not null, "benefit" text not null, "kind" text not null, "amount" numeric(18,2) null, "milestones" jsonb not null, "promise_due_on" date not null, "budget_line" text null, "claimed" boolean not null, "registered_by" text not null, "progress" jsonb not null, "fulfilled_amount" numeric(18,2) null, "fulfilled_on" date null, "authority" jsonb null, "change" jsonb null, "rectify_by" date null, "urged_by" text null, "finding_number" text null, "finding_record_id" uuid null, "found_on" date null, primary key ("id"))`,
    );
    this.addSql(`alter table "policy_commitment" add constraint "policy_commitment_number_unique" unique ("number")`);
    this.addSql(`create index "policy_commitment_awaits_due_on_index" on "policy_commitment" ("awaits", "due_on")`);
    this.addSql(`create index "policy_commitment_entity_id_id_index" on "policy_commitment" ("entity_id", "id")`);
    this.addSql(
      `create index "policy_commitment_promisor_code_id_index" on "policy_commitment" ("promisor_code", "id")`,
    );
    this.addSql(`create index "policy_commitment_owner_code_id_index" on "policy_commitment" ("owner_code", "id")`);
    this.addSql(
      `create unique index policy_commitment_open on policy_commitment (entity_id, md5(source_number || ' ' || benefit)) where state not in ('INVALID', 'FULFILLED', 'COMPENSATED')`,
    );
    this.addSql(
      `alter table "policy_commitment" add constraint "policy_commitment_defaulted" check (state <> 'DEFAULTED' or finding_record_id is not null)`,
    );
    this.addSql(
      `alter table "policy_commitment" add constraint "policy_commitment_amounts" check (fulfilled_amount <= amount)`,
    );
    this.addSql(
      `alter table "policy_commitment" add constraint "policy_commitment_days" check (promise_due_on >= promised_on)`,
    );
    this.addSql(
      `alter table "policy_commitment" add constraint "policy_commitment_state_check" check ("state" in ('REGISTERED', 'INVALID', 'CONFIRMED', 'IN_PROGRESS', 'PARTIAL', 'FULFILMENT_REPORTED', 'FULFILLED', 'OVERDUE', 'URGED', 'RECTIFYING', 'FINDING_PROPOSED', 'UNDER_FINDING', 'DEFAULTED', 'CHANGE_PROPOSED', 'LAWFULLY_CHANGED', 'COMPENSATION_REPORTED', 'COMPENSATED'))`,
    );
    this.addSql(
      `alter table "policy_commitment" add constraint "policy_commitment_source_kind_check" check ("source_kind" in ('POLICY', 'INVESTMENT_CONTRACT', 'MINUTES', 'WRITTEN_PROMISE'))`,
    );
    this.addSql(
      `alter table "policy_commitment" add constraint "policy_commitment_kind_check" check ("kind" in ('SUBSIDY', 'TAX_OR_FEE', 'LAND', 'TALENT', 'FINANCING', 'INFRASTRUCTURE', 'OTHER'))`,
    );
    this.addSql(
      `alter table "policy_commitment" add constraint "policy_commitment_promisor_code_foreign" foreign key ("promisor_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "policy_commitment" add constraint "policy_commitment_owner_code_foreign" foreign key ("owner_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "policy_commitment" add constraint "policy_commitment_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
  }
}
