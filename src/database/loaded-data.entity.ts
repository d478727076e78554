import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Which data of the project has been loaded into this database, and in which edition. */
@Entity()
export class LoadedData {
  @PrimaryKey({ type: 'text' })
  name!: string;

  /** Digest of what was loaded. */
  @Property({ type: 'text' })
  digest!: string;

  @Property({ type: 'timestamptz' })
  loadedAt!: Date;
}
