import { Migration } from '@mikro-orm/migrations';

/** Requests for sharing with their steps and reports of use; checks of shared data. */
export class Migration20261123000005 extends Migration {
  override up(): void {
    this.addSql(
      `create table "correction" ("id" uuid not null, "number" text not null, "requester_code" text not null, "provider_code" text not null, "item_id" uuid not null, "item_code" text not null, "record_id" uuid not null, "record_version" int not null, "field" text null, "statement" text not null, "evidence" text null, "state" text not null, "escalated" boolean not null default false, "requested_at" timestamptz not null, "requested_by" text not null, "started_on" date null, "due_on" date null, "answered_at" timestamptz null, "answered_by" text null, "explanation" text null, primary key ("id"))`,
    );
    this.addSql(`alter table "correction" add constraint "correction_number_unique" unique ("number")`);
    this.addSql(`create index "correction_provider_code_id_index" on "correction" ("provider_code", "id")`);
    this.addSql(`create index "correction_requester_code_id_index" on "correction" ("requester_code", "id")`);
    this.addSql(`create index correction_due on correction (state, due_on) where due_on is not null`);
    this.addSql(
      `create unique index correction_open on correction (requester_code, record_id, coalesce(field, '')) where state in ('REQUESTED', 'ESCALATED')`,
    );
    this.addSql(
      `create table "sharing_step" ("id" uuid not null, "request_id" uuid not null, "step" text not null, "from" text null, "to" text not null, "at" timestamptz not null, "by" text not null, "department_code" text null, "account" text not null, "reason" text null, "basis" text null, "document" text null, "due_on" date null, primary key ("id"))`,
    );
    this.addSql(`create index "sharing_step_request_id_id_index" on "sharing_step" ("request_id", "id")`);
    this.addSql(
      `create table "sharing_use" ("id" uuid not null, "request_id" uuid not null, "department_code" text not null, "reported_at" timestamptz not null, "account" text not null, "scene" text not null, "result" text not null, "storage" text not null, "disposal" text null, primary key ("id"))`,
    );
    this.addSql(`create index "sharing_use_request_id_id_index" on "sharing_use" ("request_id", "id")`);
    this.addSql(
      `alter table "sharing_request" add "number" text not null, add "provider_code" text not null, add "item_id" uuid not null, add "basis" text null, add "scene" text null, add "method" text null, add "term_days" int null, add "term_until" date null, add "approval" text not null, add "requested_at" timestamptz not null, add "started_on" date null, add "due_on" date null, add "steps_taken" int not null, add "escalated" boolean not null default false`,
    );
    this.addSql(
      `alter table "sharing_request" add constraint "sharing_request_provider_code_foreign" foreign key ("provider_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "sharing_request" add constraint "sharing_request_item_id_foreign" foreign key ("item_id") references "catalogue_item" ("id")`,
    );
    this.addSql(`alter table "sharing_request" add constraint "sharing_request_number_unique" unique ("number")`);
    this.addSql(`create index "sharing_request_provider_code_id_index" on "sharing_request" ("provider_code", "id")`);
    this.addSql(`create index "sharing_request_requester_code_id_index" on "sharing_request" ("requester_code", "id")`);
    this.addSql(`create index sharing_request_due on sharing_request (state, due_on) where due_on is not null`);
    this.addSql(
      `create unique index sharing_request_open on sharing_request (requester_code, item_code, purpose) where state in ('SUBMITTED', 'NEED_SUPPLEMENT', 'EXTENDED', 'ESCALATED', 'DISPUTED', 'AGREED', 'DELIVERY_OVERDUE')`,
    );
    this.addSql(
      `alter table "sharing_request" add constraint "sharing_request_not_own" check (requester_code <> provider_code)`,
    );
    this.addSql(
      `alter table "sharing_request" add constraint "sharing_request_delivered" check (state <> 'IN_USE' or valid_from is not null and valid_until is not null)`,
    );
    this.addSql(
      `alter table "sharing_request" add constraint "sharing_request_method_check" check ("method" in ('INTERFACE', 'BATCH', 'FILE'))`,
    );
    this.addSql(
      `alter table "sharing_request" add constraint "sharing_request_state_check" check ("state" in ('SUBMITTED', 'NEED_SUPPLEMENT', 'EXTENDED', 'ESCALATED', 'AGREED', 'REFUSED', 'DISPUTED', 'REFUSAL_UPHELD', 'DELIVERY_OVERDUE', 'IN_USE', 'SUSPENDED', 'COMPLETED', 'EXPIRED', 'TERMINATED', 'DISPOSED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "correction" add constraint "correction_requester_code_foreign" foreign key ("requester_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "correction" add constraint "correction_provider_code_foreign" foreign key ("provider_code") references "department" ("code")`,
    );
    this.addSql(
      `alter table "correction" add constraint "correction_item_id_foreign" foreign key ("item_id") references "catalogue_item" ("id")`,
    );
    this.addSql(
      `alter table "correction" add constraint "correction_answered" check ((state in ('CORRECTED', 'CONFIRMED')) = (answered_at is not null and explanation is not null))`,
    );
    this.addSql(
      `alter table "correction" add constraint "correction_state_check" check ("state" in ('REQUESTED', 'ESCALATED', 'CORRECTED', 'CONFIRMED'))`,
    );
    this.addSql(
      `alter table "sharing_step" add constraint "sharing_step_request_id_foreign" foreign key ("request_id") references "sharing_request" ("id")`,
    );
    this.addSql(
      `alter table "sharing_step" add constraint "sharing_step_department_code_foreign" foreign key ("department_code") references "department" ("code") on delete no action`,
    );
    this.addSql(
      `alter table "sharing_step" add constraint "sharing_step_from_check" check ("from" in ('SUBMITTED', 'NEED_SUPPLEMENT', 'EXTENDED', 'ESCALATED', 'AGREED', 'REFUSED', 'DISPUTED', 'REFUSAL_UPHELD', 'DELIVERY_OVERDUE', 'IN_USE', 'SUSPENDED', 'COMPLETED', 'EXPIRED', 'TERMINATED', 'DISPOSED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "sharing_step" add constraint "sharing_step_to_check" check ("to" in ('SUBMITTED', 'NEED_SUPPLEMENT', 'EXTENDED', 'ESCALATED', 'AGREED', 'REFUSED', 'DISPUTED', 'REFUSAL_UPHELD', 'DELIVERY_OVERDUE', 'IN_USE', 'SUSPENDED', 'COMPLETED', 'EXPIRED', 'TERMINATED', 'DISPOSED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "sharing_step" add constraint "sharing_step_by_check" check ("by" in ('REQUESTER', 'PROVIDER', 'AUTHORITY', 'CLOCK'))`,
    );
    this.addSql(
      `create or replace function "sharing_step_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "sharing_step" for each ROW execute function "sharing_step_append_only_fn"()`,
    );
    this.addSql(
      `alter table "sharing_use" add constraint "sharing_use_request_id_foreign" foreign key ("request_id") references "sharing_request" ("id")`,
    );
    this.addSql(
      `alter table "sharing_use" add constraint "sharing_use_department_code_foreign" foreign key ("department_code") references "department" ("code")`,
    );
    this.addSql(
      `create or replace function "sharing_use_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "sharing_use" for each ROW execute function "sharing_use_append_only_fn"()`,
    );
  }
}
