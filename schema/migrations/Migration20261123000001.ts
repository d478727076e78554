import { Migration } from '@mikro-orm/migrations';

/** The official calendars. */
export class Migration20261123000001 extends Migration {
  override up(): void {
    this.addSql(
      `create table "official_calendar" ("year" int not null, "notice" text not null, "off" jsonb not null, "work" jsonb not null, primary key ("year"))`,
    );
    this.addSql(
      `create or replace function "official_calendar_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "official_calendar" for each STATEMENT execute function "official_calendar_announce_change_fn"()`,
    );
  }
}
