import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { appendOnly } from '../database/announce.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';

/** What happened to a record that its users must follow. */
export enum ChangeKind {
  CORRECTED = 'CORRECTED',
  REPAIRED = 'REPAIRED',
  WITHDRAWN = 'WITHDRAWN',
  RESTORED = 'RESTORED',
  PUBLICITY_STOPPED = 'PUBLICITY_STOPPED',
}
registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'What happened to a record that its users must follow. 变更类型',
  valuesConfig: {
    CORRECTED: { description: 'There is a corrected version. 已更正' },
    REPAIRED: {
      description:
        'Repaired: neither published, shared nor used any more (NDRC Order 36, art. 3). 已修复，停止共享和使用',
    },
    WITHDRAWN: { description: 'Withdrawn by its provider. 已撤销' },
    RESTORED: {
      description: 'A repair was revoked, or a plan not performed: the record stands again. 修复被撤销或屏蔽终止，恢复',
    },
    PUBLICITY_STOPPED: { description: 'No longer published. 终止公示' },
  },
});

/**
 * An event of a record of which every consumer is told (变更通知). The receivers update daily: NDRC Order 36
 * (信用修复管理办法), 国办发〔2025〕22号.
 */
@ObjectType({ simpleResolvers: true, description: 'A change of a record of which its users are told. 变更通知' })
@appendOnly
@Entity()
@Index({ properties: ['recordId', 'id'] })
export class RecordChange {
  @Access(anyone)
  @Field(() => ID, { description: 'Id of the event, the same for every receiver: `webhook-id`. 事件标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Access(anyone)
  @Field(() => ChangeKind, { description: 'What happened. 变更类型' })
  @Enum({ items: () => ChangeKind })
  kind!: ChangeKind;

  @Access(anyone)
  @Field(() => ID, { description: 'Id of the record, the same in every version. 记录标识' })
  @Property({ type: 'uuid' })
  recordId!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'Version of the record: what is older is out of date. 记录版本' })
  @Property({ type: 'integer' })
  version!: number;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Code of the catalogue item. 目录代码' })
  @Property({ type: 'text' })
  itemCode!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it happened. 变更时间' })
  @Property({ type: 'timestamptz' })
  at!: Date;

  @Access(anyone)
  @Field(() => DateScalar, {
    description:
      'By when every receiver has followed: 1 working day, since they update daily (国办发〔2025〕22号). 更新期限',
  })
  @Property({ type: 'date' })
  dueOn!: string;

  // Not stored: put here by the reads.

  @Access(anyone)
  @Field(() => String, { nullable: true, description: "The provider's document number. 文号" })
  number?: string | null;

  @Access(anyone)
  @Field(() => String, { description: 'Unified social credit code of the subject. 统一社会信用代码' })
  uscc?: string;
}
