import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { announcesChanges } from '../database/announce.js';
import { UsccScalar } from '../registry/uscc.scalar.js';

/** A department that provides, shares and uses credit records. */
@ObjectType({
  simpleResolvers: true,
  description: 'A department that provides and uses credit records. 政务部门（数源部门）',
})
@announcesChanges
@Entity()
export class Department {
  @Access(anyone)
  @Field(() => String, { description: 'Short code, such as TAX. 部门代码' })
  @PrimaryKey({ type: 'text' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Official name. 部门名称' })
  @Property({ type: 'text' })
  name!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Name in English. 英文名称' })
  @Property({ type: 'text' })
  englishName!: string;

  @Access(anyone)
  @Field(() => UsccScalar, { description: "The department's own code as an agency. 统一社会信用代码" })
  @Property({ type: 'text', unique: true })
  uscc!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What it is responsible for. 职责' })
  @Property({ type: 'text' })
  duty!: string;
}
