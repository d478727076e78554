import { Migration } from '@mikro-orm/migrations';

/** Cases that live on a rehearsed clock. */
export class Migration20261124000004 extends Migration {
  override up(): void {
    this.addSql(`alter table "correction" add "rehearsed" boolean not null default false`);
    this.addSql(`alter table "reading_question" add "rehearsed" boolean not null default false`);
    this.addSql(`alter table "sharing_request" add "rehearsed" boolean not null default false`);
  }
}
