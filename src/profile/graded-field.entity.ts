import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { announcesChanges } from '../database/announce.js';

/**
 * The field of an item that says how its subject did, such as a tax grade or whether a commitment was kept: what rules of
 * evaluation look at. It is never one that is kept sealed.
 */
@announcesChanges
@Entity()
export class GradedField {
  @PrimaryKey({ type: 'text' })
  itemCode!: string;

  @Property({ type: 'text' })
  fieldKey!: string;
}
