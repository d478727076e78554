import { Migration } from '@mikro-orm/migrations';

/** What each viewer spent of a day's budget, and the secrets of the days' pseudonyms. */
export class Migration20261123000003 extends Migration {
  override up(): void {
    this.addSql(`create table "budget_secret" ("day" date not null, "secret" text not null, primary key ("day"))`);
    this.addSql(
      `create table "budget_use" ("day" date not null, "viewer" text not null, "uscc" text not null, primary key ("day", "viewer", "uscc"))`,
    );
  }
}
