import { Entity, Index, ManyToOne } from '@mikro-orm/decorators/legacy';
import { programMay } from '../database/rights.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { Watch } from './watch.entity.js';

/** An entity that a watch names. */
@programMay({ delete: true })
@Entity()
@Index({ properties: ['entityId', 'watchId'] })
export class WatchedEntity {
  @ManyToOne(() => Watch, { fieldName: 'watch_id', mapToPk: true, primary: true })
  watchId!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true, primary: true })
  entityId!: string;
}
