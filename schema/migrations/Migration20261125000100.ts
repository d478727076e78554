import { Migration } from '@mikro-orm/migrations';

/** The evaluation: its editions with dimensions and rules, its runs, and the grades that they found. */
export class Migration20261125000100 extends Migration {
  override up(): void {
    this.addSql(
      `create table "evaluation_edition" ("code" text not null, "title" text not null, "english_title" text not null, "in_force_from" date not null, "a_from" int not null, "b_from" int not null, "c_from" int not null, "kinds" text[] not null, "basis" text not null, primary key ("code"))`,
    );
    this.addSql(
      `alter table "evaluation_edition" add constraint "evaluation_edition_in_force_from_unique" unique ("in_force_from")`,
    );
    this.addSql(
      `create table "evaluation_dimension" ("id" uuid not null, "edition_code" text not null, "position" int not null, "code" text not null, "title" text not null, "english_title" text not null, "weight" int not null, "base" int not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "evaluation_dimension" add constraint "evaluation_dimension_edition_code_code_unique" unique ("edition_code", "code")`,
    );
    this.addSql(
      `create table "evaluation_rule" ("id" uuid not null, "edition_code" text not null, "position" int not null, "code" text not null, "dimension" text not null, "named" text[] not null, "class" text null, "polarity" text null, "severity" text null, "values" text[] not null, "months" int null, "points" int not null, "most" int not null, "ceiling" text null, "title" text not null, "english_title" text not null, "basis" text not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "evaluation_rule" add constraint "evaluation_rule_edition_code_code_unique" unique ("edition_code", "code")`,
    );
    this.addSql(
      `create table "evaluation_run" ("id" uuid not null, "day" date not null, "edition" text not null, "position" uuid null, "entities" int not null, "changed" int not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "rehearsed" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(
      `alter table "evaluation_run" add constraint "evaluation_run_day_rehearsed_unique" unique ("day", "rehearsed")`,
    );
    this.addSql(
      `create table "graded_field" ("item_code" text not null, "field_key" text not null, primary key ("item_code"))`,
    );
    this.addSql(
      `create table "credit_grade" ("id" uuid not null, "entity_id" uuid not null, "evaluated_on" date not null, "recorded_at" timestamptz not null, "edition" text not null, "grade" text not null, "score" int not null, "fired" jsonb not null, "rehearsed" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(
      `create index credit_grade_of_entity on credit_grade (entity_id, evaluated_on desc, recorded_at desc, id desc)`,
    );
    this.addSql(
      `alter table "evaluation_edition" add constraint "evaluation_edition_bands" check (0 <= c_from and c_from < b_from and b_from < a_from and a_from <= 10000)`,
    );
    this.addSql(
      `create or replace function "evaluation_edition_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "evaluation_edition" for each ROW execute function "evaluation_edition_append_only_fn"()`,
    );
    this.addSql(
      `create or replace function "evaluation_edition_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "evaluation_edition" for each STATEMENT execute function "evaluation_edition_announce_change_fn"()`,
    );
    this.addSql(
      `alter table "evaluation_dimension" add constraint "evaluation_dimension_edition_code_foreign" foreign key ("edition_code") references "evaluation_edition" ("code")`,
    );
    this.addSql(
      `alter table "evaluation_dimension" add constraint "evaluation_dimension_weight" check (weight >= 1 and weight <= 100 and base >= 0 and base <= 100)`,
    );
    this.addSql(
      `create or replace function "evaluation_dimension_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "evaluation_dimension" for each ROW execute function "evaluation_dimension_append_only_fn"()`,
    );
    this.addSql(
      `create or replace function "evaluation_dimension_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "evaluation_dimension" for each STATEMENT execute function "evaluation_dimension_announce_change_fn"()`,
    );
    this.addSql(
      `alter table "evaluation_rule" add constraint "evaluation_rule_edition_code_foreign" foreign key ("edition_code") references "evaluation_edition" ("code")`,
    );
    this.addSql(
      `alter table "evaluation_rule" add constraint "evaluation_rule_most" check (most >= 1 and (months is null or months >= 1))`,
    );
    this.addSql(
      `alter table "evaluation_rule" add constraint "evaluation_rule_class_check" check ("class" in ('REGISTRATION', 'JUDICIAL', 'ADMINISTRATIVE', 'PROFESSIONAL', 'ABNORMAL_OPERATION', 'SERIOUS_DISHONESTY', 'CONTRACT_PERFORMANCE', 'COMMITMENT', 'EVALUATION', 'COMPLIANCE', 'HONOUR', 'INTELLECTUAL_PROPERTY', 'VOLUNTARY'))`,
    );
    this.addSql(
      `alter table "evaluation_rule" add constraint "evaluation_rule_polarity_check" check ("polarity" in ('FAVOURABLE', 'ADVERSE', 'NEUTRAL'))`,
    );
    this.addSql(
      `alter table "evaluation_rule" add constraint "evaluation_rule_severity_check" check ("severity" in ('MINOR', 'GENERAL', 'SERIOUS'))`,
    );
    this.addSql(
      `alter table "evaluation_rule" add constraint "evaluation_rule_ceiling_check" check ("ceiling" in ('A', 'B', 'C', 'D'))`,
    );
    this.addSql(
      `create or replace function "evaluation_rule_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "evaluation_rule" for each ROW execute function "evaluation_rule_append_only_fn"()`,
    );
    this.addSql(
      `create or replace function "evaluation_rule_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "evaluation_rule" for each STATEMENT execute function "evaluation_rule_announce_change_fn"()`,
    );
    this.addSql(
      `create or replace function "graded_field_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "graded_field" for each STATEMENT execute function "graded_field_announce_change_fn"()`,
    );
    this.addSql(
      `alter table "credit_grade" add constraint "credit_grade_entity_id_foreign" foreign key ("entity_id") references "legal_entity" ("id")`,
    );
    this.addSql(`alter table "credit_grade" add constraint "credit_grade_score" check (score >= 0 and score <= 10000)`);
    this.addSql(
      `alter table "credit_grade" add constraint "credit_grade_grade_check" check ("grade" in ('A', 'B', 'C', 'D'))`,
    );
    this.addSql(
      `create or replace function "credit_grade_append_only_fn"() returns trigger as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "credit_grade" for each ROW execute function "credit_grade_append_only_fn"()`,
    );
  }
}
