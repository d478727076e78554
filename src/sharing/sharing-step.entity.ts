import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, departmentOf, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { appendOnly } from '../database/announce.js';
import { Department } from '../departments/department.entity.js';
import { SharingActor } from './sharing.words.js';
import { SharingState } from './sharing.workflow.js';
import { SharingRequest } from './sharing-request.entity.js';

/** Who sees an account: the department whose it is, and the supervisor. */
export const ownDepartment = only(
  departmentOf<{ departmentCode: string | null }>(
    'the department of the account',
    ({ departmentCode }) => departmentCode,
  ),
  role(Role.SUPERVISOR),
);

/** A step of a sharing request: who took it, when, and for what stated reason. */
@ObjectType({ simpleResolvers: true, description: 'A step of a sharing request. 共享申请办理记录' })
@appendOnly
@Entity()
@Index({ properties: ['requestId', 'id'] })
export class SharingStep {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => SharingRequest, { fieldName: 'request_id', mapToPk: true })
  requestId!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Name of the step, as in schema/workflows.md. 步骤' })
  @Property({ type: 'text' })
  step!: string;

  @Access(anyone)
  @Field(() => SharingState, { nullable: true, description: 'The state before; null: it began the request. 原状态' })
  @Enum({ items: () => SharingState, nullable: true })
  from!: SharingState | null;

  @Access(anyone)
  @Field(() => SharingState, { description: 'The state after. 新状态' })
  @Enum({ items: () => SharingState })
  to!: SharingState;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was taken. 办理时间' })
  @Property({ type: 'timestamptz' })
  at!: Date;

  @Access(anyone)
  @Field(() => SharingActor, { description: 'As whom it was taken. 办理方' })
  @Enum({ items: () => SharingActor })
  by!: SharingActor;

  /** Department of the account; null: the credit centre or the platform itself. */
  @ManyToOne(() => Department, { fieldName: 'department_code', mapToPk: true, nullable: true, deleteRule: 'no action' })
  departmentCode!: string | null;

  @Access(ownDepartment)
  @Field(() => String, { nullable: true, description: 'Account that took it. 办理账号' })
  @Property({ type: 'text' })
  account!: string;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The reason that was stated. 理由' })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The law or rule that was named for it. 所述依据' })
  @Property({ type: 'text', nullable: true })
  basis!: string | null;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'The document that proves it: approval, consent, decision, evidence of disposal. 文号或凭证',
  })
  @Property({ type: 'text', nullable: true })
  document!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'By when the next act was due. 下一步办理期限' })
  @Property({ type: 'date', nullable: true })
  dueOn!: string | null;
}
