import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Purpose } from '../access/purpose.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { announcesChanges } from '../database/announce.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';

/** A department's request that another shares an item with it: State Council Order 809, arts 20-22, 27. */
@ObjectType({ simpleResolvers: true, description: 'Request for sharing between departments. 政务数据共享申请' })
@announcesChanges
@programMay({ update: true })
@Entity()
@Check({
  name: 'sharing_request_term',
  expression: 'valid_until is null or valid_from is null or valid_until >= valid_from',
})
export class SharingRequest {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => Department, { fieldName: 'requester_code', mapToPk: true })
  requesterCode!: string;

  @Property({ type: 'text' })
  itemCode!: string;

  @Access(anyone)
  @Field(() => Purpose, { description: 'For which purpose. 使用目的' })
  @Enum({ items: () => Purpose })
  purpose!: Purpose;

  @Access(anyone)
  @Field(() => [String], { description: 'Keys of the fields that are asked for by name. 申请的数据项' })
  @Property({ type: 'text[]', default: [] })
  fields!: string[];

  @Property({ type: 'text' })
  state!: string;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'First day on which it opens the item. 使用起始日' })
  @Property({ type: 'date', nullable: true })
  validFrom!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Last day. 使用截止日' })
  @Property({ type: 'date', nullable: true })
  validUntil!: string | null;
}
