import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { announcesChanges } from '../database/announce.js';
import { programMay } from '../database/rights.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';

/**
 * An entity's authorisation of a named department or third party to read what the catalogue opens to authorised inquiry:
 * its scope and its term (深圳经济特区社会信用条例, art. 44; Personal Information Protection Law, arts 13-15).
 */
@ObjectType({
  simpleResolvers: true,
  description: 'An authorisation that a credit subject has given to a named department or third party. 授权查询',
})
@announcesChanges
@programMay({ update: ['withdrawnAt'] })
@Entity()
@Index({ properties: ['entityId', 'grantee'] })
@Check({ name: 'consent_term', expression: 'valid_until >= valid_from' })
export class Consent {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  /** Code of the department, or unified code of the third party. */
  @Property({ type: 'text', index: true })
  grantee!: string;

  @Access(anyone)
  @Field(() => [String], { description: 'Codes of the catalogue items that it opens. 授权目录项' })
  @Property({ type: 'text[]' })
  items!: string[];

  @Access(anyone)
  @Field(() => String, { description: 'What it was given for. 授权用途' })
  @Property({ type: 'text' })
  use!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'First day. 授权起始日' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'Last day. 授权截止日' })
  @Property({ type: 'date' })
  validUntil!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was given. 授权时间' })
  @Property({ type: 'timestamptz' })
  grantedAt!: Date;

  /** Account that gave it. */
  @Property({ type: 'text' })
  grantedBy!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn. 撤回时间' })
  @Property({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;
}
