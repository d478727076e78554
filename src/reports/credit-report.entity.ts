import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import type { Shown } from '../access/reading-list.js';
import { anyone } from '../access/rules.js';
import { Role } from '../access/words.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { CatalogueClass } from '../catalogue/catalogue-item.entity.js';
import { appendOnly } from '../database/announce.js';
import { Department } from '../departments/department.entity.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { type Extent, ReportUse } from './report.words.js';
import { ReportKey } from './report-key.entity.js';

/** A record that a report tells, in the version that it tells. */
export interface ToldRecord {
  readonly id: string;
  readonly version: number;
}

/** An item of which a report says that there is no record, or none but those it lists. */
export interface WatchedItem {
  readonly item: string;
  readonly extent: Extent;
}

/**
 * A credit report as it was issued. It takes the place of certificates that nothing was broken (专项信用报告代替无违法违规证明).
 * The signed document is kept whole, so that it is given again byte for byte; whether it still holds follows from the
 * records and is never stored.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'A credit report: numbered, signed, for one purpose and recipient. 专项信用报告',
})
@appendOnly
@Entity()
@Index({ properties: ['entityId', 'number'] })
@Index({ properties: ['departmentCode', 'number'] })
@Check({ name: 'credit_report_number', expression: `number ~ '^[0-9]{20}$'` })
export class CreditReport {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Number: city (6), day (8), serial (6). 报告编号' })
  @Property({ type: 'text', collation: 'C' })
  @Unique()
  number!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  @Access(anyone)
  @Field(() => ReportUse, { description: 'What it is for. 用途' })
  @Enum({ items: () => ReportUse })
  use!: ReportUse;

  @Access(anyone)
  @Field(() => String, { description: 'For whom it is. 接收方' })
  @Property({ type: 'text' })
  recipient!: string;

  @Access(anyone)
  @Field(() => [CatalogueClass], { description: 'Classes of the catalogue that it covers. 涵盖信息类别' })
  @Property({ type: 'text[]' })
  classes!: CatalogueClass[];

  @Access(anyone)
  @Field(() => DateScalar, { description: 'The day of which it speaks. 截至日期' })
  @Property({ type: 'date' })
  asOf!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'The instant until which records were known to it. 截至时刻' })
  @Property({ type: 'timestamptz' })
  knownAt!: Date;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was issued. 出具时间' })
  @Property({ type: 'timestamptz' })
  issuedAt!: Date;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'Last day on which it may be relied upon. 有效期至' })
  @Property({ type: 'date' })
  validUntil!: string;

  @Access(anyone)
  @Field(() => Role, { description: 'Who had it issued: the entity, a department or the credit centre. 申请出具方' })
  @Enum({ items: () => Role })
  issuerRole!: Role;

  @ManyToOne(() => Department, {
    fieldName: 'department_code',
    mapToPk: true,
    nullable: true,
    deleteRule: 'no action',
  })
  departmentCode!: string | null;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: "Number of the entity's request at the counter, where the credit centre acted for it. 申请书编号",
  })
  @Property({ type: 'text', nullable: true })
  requestNumber!: string | null;

  /** Account that had it issued. */
  @Property({ type: 'text' })
  issuedBy!: string;

  /** Whether it was issued under a rehearsed clock: it says so itself. */
  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether it was issued to rehearse with; it is of no use then. 是否演练' })
  @Property({ type: 'boolean' })
  rehearsed!: boolean;

  /** The records that it tells. */
  @Property({ type: 'jsonb' })
  records!: readonly ToldRecord[];

  /** The items of which no other record may come in while it holds. */
  @Property({ type: 'jsonb' })
  watched!: readonly WatchedItem[];

  /** What of it not everybody may see: entered into the readings each time that it is given out. */
  @Property({ type: 'jsonb' })
  notPublic!: readonly Shown[];

  @Access(anyone)
  @Field(() => String, { description: 'SHA-256 of its canonical JSON, in hex. 内容摘要' })
  @Property({ type: 'text' })
  digest!: string;

  @Access(anyone)
  @Field(() => String, { description: 'RFC 7638 thumbprint of the key that signed it. 签名密钥标识' })
  @ManyToOne(() => ReportKey, { fieldName: 'key_id', mapToPk: true })
  keyId!: string;

  /** The document: JWS in compact form (RFC 7515) over its canonical JSON (RFC 8785). */
  @Property({ type: 'text' })
  jws!: string;
}
