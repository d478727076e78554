import {
  Check,
  Entity,
  Enum,
  Index,
  ManyToOne,
  PrimaryKey,
  Property,
  Trigger,
  Unique,
} from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { CatalogueItem, Polarity, Severity } from '../catalogue/catalogue-item.entity.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';

/** Where a record stands in its life. */
export enum RecordState {
  EFFECTIVE = 'EFFECTIVE',
  REPAIRED = 'REPAIRED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
}
registerEnumType(RecordState, {
  name: 'RecordState',
  description: 'Where a record stands in its life. 记录状态',
  valuesConfig: {
    EFFECTIVE: { description: 'In force. 有效' },
    REPAIRED: {
      description:
        'Repaired, or screened while a plan is performed in bankruptcy: neither published, shared nor used (NDRC Order 36, art. 3; 国办发〔2025〕22号). 已修复（含暂时屏蔽）',
    },
    WITHDRAWN: { description: 'Withdrawn by its provider. 已撤销' },
    EXPIRED: { description: 'Past its publicity or its validity. 已到期' },
  },
});

const current = 'where superseded_at is null';

/**
 * A credit record, one row a version. The table is append-only: a change is a new version, and the only thing that ever
 * happens to an old one is that `supersededAt` is set, once. The database enforces it.
 *
 * A version says "from `validFrom` (until `validUntil`) it is so", and one that was recorded later overrides earlier ones for
 * the days that it covers. So as of a day, known at an instant, a record is its highest version that was recorded by the
 * instant and covers the day, if there is one and the determination had been made by then.
 */
@ObjectType({ simpleResolvers: true, description: 'What a department has recorded about an entity. 信用记录' })
@programMay({ update: ['supersededAt'] })
@Entity()
@Unique({ properties: ['id', 'version'] })
@Index({
  name: 'credit_record_current',
  expression: `create unique index credit_record_current on credit_record (item_code, entity_id, identity) ${current}`,
})
@Index({
  name: 'credit_record_by_id',
  expression: `create unique index credit_record_by_id on credit_record (id) ${current}`,
})
@Index({
  name: 'credit_record_of_entity',
  expression: `create index credit_record_of_entity on credit_record (entity_id, determined_on desc, id desc) ${current}`,
})
@Index({
  name: 'credit_record_of_item',
  expression: `create index credit_record_of_item on credit_record (item_id, determined_on desc, id desc) ${current}`,
})
@Index({
  name: 'credit_record_by_date',
  expression: `create index credit_record_by_date on credit_record (determined_on desc, id desc) ${current}`,
})
@Index({
  name: 'credit_record_history',
  expression:
    'create index credit_record_history on credit_record (determined_on desc, id desc, item_id, recorded_at, valid_from)',
})
@Index({
  name: 'credit_record_history_of_entity',
  expression:
    'create index credit_record_history_of_entity on credit_record (entity_id, determined_on desc, id desc, recorded_at)',
})
@Index({ properties: ['transactionId', 'versionId'] })
@Check({ name: 'credit_record_valid_period', expression: 'valid_until is null or valid_until >= valid_from' })
@Check({ name: 'credit_record_recorded_period', expression: 'superseded_at is null or superseded_at >= recorded_at' })
@Trigger({
  name: 'append_only',
  timing: 'before',
  events: ['update', 'delete'],
  forEach: 'row',
  body: `if tg_op = 'UPDATE' and old.superseded_at is null and new.superseded_at is not null
    and to_jsonb(new) - 'superseded_at' = to_jsonb(old) - 'superseded_at' then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';`,
})
export class CreditRecord {
  @PrimaryKey({ type: 'uuid' })
  versionId!: string;

  /** Transaction that wrote it, for readers that must not miss late committers; null: from before there were such readers. */
  @Property({ type: 'xid8', nullable: true, defaultRaw: 'pg_current_xact_id()' })
  transactionId?: string;

  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier, the same in every version. 标识' })
  @Property({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  version!: number;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  /** Edition of the item under which it came. */
  @ManyToOne(() => CatalogueItem, { fieldName: 'item_id', mapToPk: true })
  itemId!: string;

  /** Code of the item, the same in every edition. */
  @Property({ type: 'text' })
  itemCode!: string;

  // Not stored: what the catalogue says of the item, put here by the reads.

  @Access(anyone)
  @Field(() => String, { description: 'Title: the item and the document number. 标题' })
  title?: string;

  @Access(anyone)
  @Field(() => CatalogueItem, { description: 'The edition of the item under which it came. 目录项' })
  item?: CatalogueItem;

  @Access(anyone)
  @Field(() => Department, { description: 'The department that provided it. 提供单位' })
  provider?: Department;

  @Access(anyone)
  @Field(() => Polarity, { description: 'For or against the subject. 信息性质' })
  polarity?: Polarity;

  /** What identifies the record at its provider: the values of the item's IDENTITY fields. */
  @Property({ type: 'text' })
  identity!: string;

  @Access(anyone)
  @Field(() => String, { description: "The provider's document number. 文号" })
  @Property({ type: 'text' })
  number!: string;

  @Access(anyone)
  @Field(() => Severity, { nullable: true, description: 'Gravity, of adverse records. 失信程度' })
  @Enum({ items: () => Severity, nullable: true })
  severity!: Severity | null;

  @Access(anyone)
  @Field(() => RecordState, { description: 'Where it stands in its life. 记录状态' })
  @Enum({ items: () => RecordState })
  state!: RecordState;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether an objection to it is open. 异议处理中' })
  @Property({ type: 'boolean', default: false })
  disputed!: boolean;

  /** Whether it is about a natural person: such records are never public. */
  @Property({ type: 'boolean' })
  naturalPerson!: boolean;

  @Access(anyone)
  @Field(() => DateScalar, {
    description: 'Date of the determination: publicity runs from it, not from the day of receipt. 认定日期',
  })
  @Property({ type: 'date' })
  determinedOn!: string;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'First day of publicity; null: never published. 公示起始日' })
  @Property({ type: 'date', nullable: true })
  publicFrom!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Last day of publicity; null: no end. 公示截止日' })
  @Property({ type: 'date', nullable: true })
  publicUntil!: string | null;

  /** Values by field key, as text; ID numbers and telephone numbers are sealed for the code of the entity. */
  @Property({ type: 'jsonb' })
  content!: Record<string, string>;

  /** First day on which what the version says holds. */
  @Property({ type: 'date' })
  validFrom!: string;

  /** Last day on which it holds; null: until further notice. */
  @Property({ type: 'date', nullable: true })
  validUntil!: string | null;

  @Property({ type: 'timestamptz' })
  recordedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  supersededAt!: Date | null;

  /** The submission that brought this version. */
  @Property({ type: 'uuid', nullable: true })
  @Index()
  submissionId!: string | null;

  /** Account that recorded the version. */
  @Property({ type: 'text' })
  recordedBy!: string;

  /** Why there is this version. */
  @Property({ type: 'text' })
  reason!: string;

  /** The article or the document that the change rests on. */
  @Property({ type: 'text', nullable: true })
  basis!: string | null;

  /**
   * The day on which a decision stopped its publicity, such as on an objection that could not be verified: `publicUntil` is the
   * day before, and sending the record again does not bring publicity back.
   */
  @Property({ type: 'date', nullable: true })
  stoppedOn!: string | null;

  /** Of the version that withdrew it: the day on which what it records was changed, revoked or held void. */
  @Property({ type: 'date', nullable: true })
  revokedOn!: string | null;

  /** Of the version that withdrew it: the document that changed, revoked or voided it. */
  @Property({ type: 'text', nullable: true })
  revokedBy!: string | null;
}
