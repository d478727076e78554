import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { announcesChanges } from '../database/announce.js';

/** Section or division of the industrial classification. */
@ObjectType({ simpleResolvers: true, description: 'Section or division of GB/T 4754-2017. 国民经济行业' })
@announcesChanges
@Entity()
export class Industry {
  @Access(anyone)
  @Field(() => String, { description: 'Section letter, or section letter and division number: C, C13. 行业代码' })
  @PrimaryKey({ type: 'text' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Name. 行业名称' })
  @Property({ type: 'text' })
  name!: string;

  /** Code of the section that contains it. */
  @Property({ type: 'text', nullable: true })
  parentCode!: string | null;
}
