import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { appendOnly } from '../database/announce.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';

/**
 * After a false application an entity may not apply for repair for some years: NDRC Order 36 (信用修复管理办法); the length is
 * `banYears`.
 */
@appendOnly
@Entity()
@Index({ properties: ['entityId', 'until'] })
export class RepairBan {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  /** The application that was found false. */
  @Property({ type: 'uuid' })
  applicationId!: string;

  /** Last day of the ban. */
  @Property({ type: 'date' })
  until!: string;

  @Property({ type: 'timestamptz' })
  foundAt!: Date;
}
