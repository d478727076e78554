import { Migration } from '@mikro-orm/migrations';

/** Cases that live on a rehearsed clock; items that publish their minor records. */
export class Migration20261124000004 extends Migration {
  override up(): void {
    this.addSql(`alter table "correction" add "rehearsed" boolean not null default false`);
    this.addSql(`alter table "reading_question" add "rehearsed" boolean not null default false`);
    this.addSql(`alter table "sharing_request" add "rehearsed" boolean not null default false`);
    this.addSql(
      `alter table "catalogue_item" add "publishes_minor" boolean not null default false, add "publishes_minor_basis" text null`,
    );
    this.addSql(
      `alter table "catalogue_item" add constraint "catalogue_item_publishes_minor" check (publishes_minor = (publishes_minor_basis is not null))`,
    );
  }
}
