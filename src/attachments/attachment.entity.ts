import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { Role } from '../access/words.js';
import { DateTimeScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';

/**
 * A file that a party files with a case: evidence. Its bytes are in the file store, under its id. It is found through the
 * case it belongs to, so whoever may know of the case knows of it.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'A file that a party filed with a case. 附件',
})
@programMay({ update: ['kept', 'caseKind', 'caseId', 'attachedAt'], delete: true })
@Entity()
@Index({ properties: ['caseKind', 'caseId', 'id'] })
@Index({
  name: 'attachment_unused',
  expression: 'create index attachment_unused on attachment (id) where case_id is null',
})
@Check({ name: 'attachment_size', expression: 'size > 0' })
@Check({
  name: 'attachment_used',
  expression:
    '(case_kind is null) = (case_id is null) and (case_id is null) = (attached_at is null) and (kept or case_id is null)',
})
export class Attachment {
  /** Version 7: it tells when the upload came by the clock of the machine, also where another one is rehearsed with. */
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Name that its sender gave it. 文件名' })
  @Property({ type: 'text' })
  name!: string;

  @Access(anyone)
  @Field(() => String, {
    description: 'Media type, found in the content: application/pdf, image/png or image/jpeg. 媒体类型',
  })
  @Property({ type: 'text' })
  mediaType!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'Size in bytes. 大小（字节）' })
  @Property({ type: 'integer' })
  size!: number;

  @Access(anyone)
  @Field(() => String, { description: 'SHA-256 of the content in hexadecimal digits. 内容的 SHA-256 摘要' })
  @Property({ type: 'text' })
  sha256!: string;

  @Access(anyone)
  @Field(() => Role, { description: 'As whom it was sent. 上传方角色' })
  @Enum({ items: () => Role })
  role!: Role;

  /** Account that sent it. */
  @Property({ type: 'text' })
  account!: string;

  @ManyToOne(() => Department, { fieldName: 'department_code', mapToPk: true, nullable: true, deleteRule: 'no action' })
  departmentCode!: string | null;

  /** Code of the entity that sent it. */
  @Property({ type: 'text', nullable: true })
  uscc!: string | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was sent. 上传时间' })
  @Property({ type: 'timestamptz' })
  uploadedAt!: Date;

  /** False while its bytes arrive or are being removed: then it exists for nobody. */
  @Property({ type: 'boolean' })
  kept!: boolean;

  /** What it was filed with, such as REPAIR; null until then. */
  @Property({ type: 'text', nullable: true })
  caseKind!: string | null;

  @Property({ type: 'uuid', nullable: true })
  caseId!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  attachedAt!: Date | null;
}
