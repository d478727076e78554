import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Purpose } from '../access/purpose.js';
import { anyone } from '../access/rules.js';
import { MaskingPattern } from '../access/words.js';
import { announcesChanges } from '../database/announce.js';

/** What a purpose opens of data that is not public: what the task needs and no more (Personal Information Protection Law, art. 6). */
@ObjectType({
  simpleResolvers: true,
  description: 'What a purpose opens of data that is not public. 使用目的及其开放范围',
})
@announcesChanges
@Entity()
export class PurposeScope {
  @Access(anyone)
  @Field(() => Purpose, { description: 'The purpose. 使用目的' })
  @PrimaryKey({ type: 'text' })
  purpose!: Purpose;

  @Access(anyone)
  @Field(() => [String], { description: 'Classes of the catalogue that it opens; empty: every class. 开放的信息类别' })
  @Property({ type: 'text[]', default: [] })
  classes!: string[];

  @Access(anyone)
  @Field(() => [MaskingPattern], {
    description: 'Personal data that it needs, by how they are masked otherwise. 所需个人信息（按脱敏规则）',
  })
  @Enum({ items: () => MaskingPattern, array: true, default: [] })
  personal!: MaskingPattern[];

  @Access(anyone)
  @Field(() => String, { description: 'Law on which it rests. 依据' })
  @Property({ type: 'text' })
  basis!: string;
}
