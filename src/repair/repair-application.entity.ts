import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateTimeScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { RecordCase } from '../records/record-case.entity.js';
import { described } from '../workflow/described.js';
import { RepairRevocationGround } from './repair.words.js';
import { RepairState, repairWorkflow } from './repair.workflow.js';

registerEnumType(RepairState, {
  name: 'RepairState',
  description: 'Where an application for repair stands: NDRC Order 36; 国办发〔2025〕22号. 信用修复申请状态',
  valuesConfig: described(repairWorkflow.states),
});

/** Proof that a duty was performed: a file, or a document that government holds and fetches itself. */
export interface StoredProof {
  readonly title: string;
  /** Id of the attachment. */
  readonly attachment: string | null;
  /** Code of the department that holds the document, and its number there. */
  readonly heldBy: string | null;
  readonly number: string | null;
}

const open = Object.keys(repairWorkflow.awaits)
  .map((state) => `'${state}'`)
  .join(', ');

/** What the unit wants where another body must agree. */
export enum RepairProposal {
  APPROVE = 'APPROVE',
  REFUSE = 'REFUSE',
}
registerEnumType(RepairProposal, {
  name: 'RepairProposal',
  description: 'What the determining unit wants in a contested case. 拟办意见',
  valuesConfig: {
    APPROVE: { description: 'To approve. 拟准予修复' },
    REFUSE: { description: 'To refuse. 拟不予修复' },
  },
});

/**
 * An entity's application for the repair of one adverse record. The entity, the determining unit, the credit centre and the
 * supervisor know of it, nobody else.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'An application for credit repair (NDRC Order 36; 国办发〔2025〕22号). 信用修复申请',
})
@programMay({ update: true })
@Entity()
@Index({
  name: 'repair_application_open',
  expression: `create unique index repair_application_open on repair_application (record_id) where state in (${open})`,
})
@Index({ properties: ['entityId', 'id'] })
@Index({ properties: ['providerCode', 'id'] })
@Index({ properties: ['recordId'] })
@Index({ properties: ['awaits', 'dueOn'] })
@Check({
  name: 'repair_application_decided',
  expression: "decided_at is not null or awaits is not null or state = 'WITHDRAWN'",
})
@Check({
  name: 'repair_application_refused',
  expression: "reason is not null or (state <> 'REFUSED' and state <> 'NOT_ACCEPTED' and state <> 'REVOKED')",
})
export class RepairApplication extends RecordCase {
  @Access(anyone)
  @Field(() => RepairState, { description: 'Where it stands. 状态' })
  @Enum({ items: () => RepairState })
  state!: RepairState;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What the applicant says of it. 申请说明' })
  @Property({ type: 'text', nullable: true })
  statement!: string | null;

  @Property({ type: 'jsonb' })
  proofs!: StoredProof[];

  @Access(anyone)
  @Field(() => String, {
    description: 'Code of the commitment: region, day and serial, 20 digits (national template). 信用承诺编码',
  })
  @Property({ type: 'text', unique: true })
  commitmentCode!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The commitment that was signed. 信用修复承诺书' })
  @Property({ type: 'text' })
  commitment!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Who signed it for the entity. 承诺书签署人' })
  @Property({ type: 'text' })
  signedBy!: string;

  @Access(anyone)
  @Field(() => [String], { description: 'What the unit said is missing. 需补正事项' })
  @Property({ type: 'text[]' })
  missing!: string[];

  @Access(anyone)
  @Field(() => RepairProposal, { nullable: true, description: 'What the unit wants in a contested case. 拟办意见' })
  @Enum({ items: () => RepairProposal, nullable: true })
  proposal!: RepairProposal | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The reason of the decision. 决定理由' })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided. 决定时间' })
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  /** The change by which consumers are told of the approval, or of its revocation. */
  @Property({ type: 'uuid', nullable: true })
  changeId!: string | null;

  @Access(anyone)
  @Field(() => RepairRevocationGround, { nullable: true, description: 'Why it was revoked. 撤销事由' })
  @Enum({ items: () => RepairRevocationGround, nullable: true })
  revokedFor!: RepairRevocationGround | null;
}
