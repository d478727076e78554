import { Migration } from '@mikro-orm/migrations';

/** The one-year loan prime rate, from which day on it is what. */
export class Migration20261124000010 extends Migration {
  override up(): void {
    this.addSql(
      `create table "loan_prime_rate" ("from" date not null, "percent" numeric(6,4) not null, "notice" text not null, primary key ("from"))`,
    );
    this.addSql(
      `create or replace function "loan_prime_rate_announce_change_fn"() returns trigger as $$ begin perform pg_notify('reference_data', tg_table_name); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "announce_change" AFTER INSERT OR UPDATE OR DELETE on "loan_prime_rate" for each STATEMENT execute function "loan_prime_rate_announce_change_fn"()`,
    );
  }
}
