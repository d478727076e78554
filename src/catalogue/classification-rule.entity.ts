import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { announcesChanges } from '../database/announce.js';
import { CatalogueItem, Severity } from './catalogue-item.entity.js';

/**
 * How grave records of an item are: by what a field says and, where a field names an amount, from which amount on.
 * Data, since each industry's authority sets and publishes its classification (国办发〔2025〕22号, item 2).
 */
@announcesChanges
@Entity()
export class ClassificationRule {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => CatalogueItem, { fieldName: 'item_id', mapToPk: true })
  itemId!: string;

  /** Key of the field that is looked at. */
  @Property({ type: 'text' })
  fieldKey!: string;

  /** What the field must contain; empty: anything. */
  @Property({ type: 'text' })
  contains!: string;

  /** Key of the field that holds the amount, if the rule has a band. */
  @Property({ type: 'text', nullable: true })
  amountKey!: string | null;

  /** From this amount on, in the unit of the field. */
  @Property({ type: 'string', columnType: 'numeric(20,6)', nullable: true })
  amountFrom!: string | null;

  @Enum({ items: () => Severity })
  severity!: Severity;

  /** Article or notice it rests on. */
  @Property({ type: 'text' })
  basis!: string;

  @Property({ type: 'text' })
  edition!: string;
}
