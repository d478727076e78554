import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, type Condition, departmentOf, only, ownEntity, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { appendOnly } from '../database/announce.js';

/** An office is no department and no entity: its steps are those of neither, taken by an account as the party it is. */
const ofTheOffice = (office: Role, says: string, parties: readonly string[]): Condition => ({
  says,
  holds: ({ role }, row) => {
    const { departmentCode, uscc, by } = row as CaseStep;
    return role === office && departmentCode === null && uscc === null && parties.includes(by);
  },
});

/** Who sees an account: whose it is, and the supervisor. */
const itsOwnSide = only(
  departmentOf<CaseStep>('the department of the account', ({ departmentCode }) => departmentCode),
  ownEntity<CaseStep>(({ uscc }) => uscc ?? ''),
  ofTheOffice(Role.CREDIT_CENTRE, 'the credit centre of its own steps', ['REVIEWER', 'AUTHORITY']),
  ofTheOffice(Role.ARREARS_ADMIN, 'the arrears administrators of their own steps', ['ADMIN']),
  role(Role.SUPERVISOR),
);

/** A step of a case: who took it, when, and for what stated reason. The steps of a case are its timeline. */
@ObjectType({ simpleResolvers: true, description: 'A step of a case: who did what, when and why. 办理记录' })
@appendOnly
@Entity()
@Index({ properties: ['caseId', 'id'] })
@Index({ properties: ['transactionId', 'id'] })
export class CaseStep {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Transaction that wrote it, for readers that must not miss late committers; null: from before there were such readers. */
  @Property({ type: 'xid8', nullable: true, defaultRaw: 'pg_current_xact_id()' })
  transactionId?: string;

  /** Kind of the case, such as REPAIR. */
  @Property({ type: 'text' })
  caseKind!: string;

  @Property({ type: 'uuid' })
  caseId!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Name of the step, as in schema/workflows.md. 步骤' })
  @Property({ type: 'text' })
  step!: string;

  // Not stored: what the table says of the step, in the language of the request.

  @Access(anyone)
  @Field(() => String, { description: 'What it means. 说明' })
  says?: string;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The state before; null: it began the case. 原状态' })
  @Property({ type: 'text', nullable: true })
  from!: string | null;

  @Access(anyone)
  @Field(() => String, { description: 'The state after. 新状态' })
  @Property({ type: 'text' })
  to!: string;

  @Access(anyone)
  @Field(() => String, { description: 'As which party of the workflow it was taken; CLOCK: the platform. 办理方' })
  @Property({ type: 'text' })
  by!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was taken. 办理时间' })
  @Property({ type: 'timestamptz' })
  at!: Date;

  /** Department of the account, if it has one. */
  @Property({ type: 'text', nullable: true })
  departmentCode!: string | null;

  /** Code of the entity whose account it is, if it is one's. */
  @Property({ type: 'text', nullable: true })
  uscc!: string | null;

  @Access(itsOwnSide)
  @Field(() => String, { nullable: true, description: 'Account that took it. 办理账号' })
  @Property({ type: 'text' })
  account!: string;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The reason that was stated. 理由' })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The law or document that was named for it. 所述依据' })
  @Property({ type: 'text', nullable: true })
  basis!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'By when the next act was due. 下一步办理期限' })
  @Property({ type: 'date', nullable: true })
  dueOn!: string | null;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether it was taken under a rehearsed clock. 是否为演练时钟下办理' })
  @Property({ type: 'boolean', default: false })
  rehearsed!: boolean;
}
