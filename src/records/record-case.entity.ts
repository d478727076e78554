import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';
import { CatalogueItem } from '../catalogue/catalogue-item.entity.js';
import { Department } from '../departments/department.entity.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { Case } from '../workflow/case.entity.js';

/**
 * A case about one record, between its subject and the department that provided it. The two, the credit centre and the
 * supervisor know of it, nobody else.
 */
@ObjectType({ simpleResolvers: true, description: 'A case about one record. 信用记录办理事项' })
@Entity({ abstract: true })
export abstract class RecordCase extends Case {
  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  /** Code of the entity. */
  @Property({ type: 'text' })
  uscc!: string;

  /** Id of the record, the same in every version. */
  @Property({ type: 'uuid' })
  recordId!: string;

  @ManyToOne(() => CatalogueItem, { fieldName: 'item_id', mapToPk: true })
  itemId!: string;

  /** Code of the department that provided the record, having determined what it says. */
  @ManyToOne(() => Department, { fieldName: 'provider_code', mapToPk: true })
  providerCode!: string;
}
