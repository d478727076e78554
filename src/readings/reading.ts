import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Purpose } from '../access/purpose.js';
import { anyone, onlyElse, role } from '../access/rules.js';
import { Role, WithheldReason } from '../access/words.js';
import { DateTimeScalar } from '../calendar/scalars.js';

/** A field of which a reading showed the value. */
@ObjectType({ simpleResolvers: true, description: 'A field of which a reading showed the value. 被查询的数据项' })
export class ReadField {
  @Access(anyone)
  @Field(() => String, { description: 'Key. 字段代码' })
  key!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title. 字段名称' })
  title!: string;
}

/** What a reading showed alike of some records of an item, or of what the registry holds. */
@ObjectType({
  simpleResolvers: true,
  description: 'What a reading showed alike of some records, or of what the registry holds; never the values. 查询内容',
})
export class ReadPart {
  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Code of the catalogue item; null: the registry. 目录代码' })
  item!: string | null;

  @Access(anyone)
  @Field(() => [ID], { description: 'The records; none of the registry. 记录标识' })
  records!: string[];

  @Access(anyone)
  @Field(() => [ReadField], { description: 'Fields that were shown whole. 完整显示的数据项' })
  fields!: ReadField[];

  @Access(anyone)
  @Field(() => [ReadField], { description: 'Fields that were shown in part. 脱敏显示的数据项' })
  masked!: ReadField[];
}

/** That somebody was shown data of an entity that are not public. It holds no values. */
@ObjectType({
  simpleResolvers: true,
  description: 'That somebody was shown data of an entity that are not public: who, when, why and which. 查询留痕',
})
export class Reading {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  id!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When. 查询时间' })
  at!: Date;

  @Access(anyone)
  @Field(() => Role, { description: 'As whom the reader acted. 查询方角色' })
  role!: Role;

  /** Code of the department, or of the third party, for which the reader acted. */
  onBehalfOf!: string | null;

  @Access(anyone)
  @Field(() => Purpose, {
    nullable: true,
    description: 'What for; null: a department read its own records, or an authorised third party. 使用目的',
  })
  purpose!: Purpose | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Number of the case it served. 案号' })
  caseNumber!: string | null;

  @Access(onlyElse(WithheldReason.ROLE_REQUIRED, role(Role.SUPERVISOR)))
  @Field(() => String, { nullable: true, description: 'Account of the officer; for the supervisor. 查询账号' })
  actor!: string | null;

  @Access(anyone)
  @Field(() => [ReadPart], { description: 'What was shown. 查询内容' })
  shown!: ReadPart[];

  /** The entity it was about. */
  entityId!: string;
}
