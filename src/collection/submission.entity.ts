import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateTimeScalar } from '../calendar/scalars.js';
import { appendOnly } from '../database/announce.js';

/** How rows came in. */
export enum SubmissionFormat {
  CSV = 'CSV',
  NDJSON = 'NDJSON',
  ROWS = 'ROWS',
}
registerEnumType(SubmissionFormat, {
  name: 'SubmissionFormat',
  description: 'How rows came in. 报送方式',
  valuesConfig: {
    CSV: { description: 'A CSV file. CSV 文件' },
    NDJSON: { description: 'A file of one JSON object a line. NDJSON 文件' },
    ROWS: { description: 'Row-wise, by submitRecords. 接口逐条报送' },
  },
});

/**
 * One delivery of rows by a department, wholly accounted for:
 * read = created + changed + unchanged + refused.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'One delivery of rows by a department, wholly accounted for: read = created + changed + unchanged + refused. 报送批次',
})
@appendOnly
@Entity()
@Index({ name: 'submission_of_item', properties: ['itemCode', 'id'] })
export class Submission {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 批次标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Code of the item that the rows are records of. */
  @Property({ type: 'text' })
  itemCode!: string;

  /** Edition of the item under which the rows were checked. */
  @Property({ type: 'uuid' })
  itemId!: string;

  @Access(anyone)
  @Field(() => SubmissionFormat, { description: 'How the rows came in. 报送方式' })
  @Enum({ items: () => SubmissionFormat })
  format!: SubmissionFormat;

  @Access(anyone)
  @Field(() => String, { description: 'Account that sent it. 报送账号' })
  @Property({ type: 'text' })
  submittedBy!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was received. 接收时间' })
  @Property({ type: 'timestamptz' })
  receivedAt!: Date;

  @Access(anyone)
  @Field(() => Int, { description: 'Rows read. 读取行数' })
  @Property({ type: 'integer' })
  read!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Rows that became records. 新增' })
  @Property({ type: 'integer' })
  created!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Rows that became a new version of a record. 变更' })
  @Property({ type: 'integer' })
  changed!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Rows that were known already, to the letter. 未变' })
  @Property({ type: 'integer' })
  unchanged!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Rows that were refused; see rejections. 拒收' })
  @Property({ type: 'integer' })
  refused!: number;
}
