import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import type { RecordAtHand } from '../access/policy.js';
import { anyone, type Condition, departmentOf, only, onlyElse, role } from '../access/rules.js';
import { Role, WithheldReason } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import type { Item } from '../catalogue/catalogue.js';
import { Severity } from '../catalogue/catalogue-item.entity.js';
import { type CreditRecord, RecordState } from './credit-record.entity.js';

/** That what a record recorded was changed, revoked or held void. */
@ObjectType({
  simpleResolvers: true,
  description:
    'What a record recorded was changed, revoked or held void, so that it was withdrawn (Administrative Penalty Law, art. 48). 撤回',
})
export class Withdrawal {
  @Access(anyone)
  @Field(() => DateScalar, {
    description: 'The day on which it was changed, revoked or held void. 变更、撤销或确认违法日期',
  })
  readonly revokedOn!: Day;

  @Access(anyone)
  @Field(() => String, { description: 'The document that did so. 文书' })
  readonly document!: string;

  /** The day on which the record was withdrawn. */
  readonly withdrawnOn!: Day;
}

/** Conditions on who asks for a version. */
const wholly: Condition = {
  says: 'whoever may know of the record whether or not it is published',
  holds: (_viewer, row) => (row as RecordVersion).wholly,
};
const present: Condition = {
  says: 'of the current version, whoever may know of the record',
  holds: (_viewer, row) => (row as RecordVersion).supersededAt === null,
};
const accounts = only(
  departmentOf<RecordVersion>('its provider', ({ item }) => item.providerCode),
  role(Role.CREDIT_CENTRE, Role.SUPERVISOR),
);

/** A version of a record, as it was recorded: who changed what, when, why, and from which day it holds. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A version of a record, as it was recorded: what holds from which day, since when it is known, and why. 记录版本',
})
export class RecordVersion {
  @Access(anyone)
  @Field(() => Int, { description: 'Number of the version, from 1. 版本号' })
  readonly version!: number;

  @Access(anyone)
  @Field(() => RecordState, { description: 'State that it recorded; EXPIRED follows from the days. 记录状态' })
  readonly state!: RecordState;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether an objection was open. 异议处理中' })
  readonly disputed!: boolean;

  @Access(onlyElse(WithheldReason.GOVERNMENT_ONLY, wholly, present))
  @Field(() => Severity, { nullable: true, description: 'Gravity, of adverse records. 失信程度' })
  readonly severity!: Severity | null;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'Date of the determination. 认定日期' })
  readonly determinedOn!: Day;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'First day on which it holds. 生效日期' })
  readonly validFrom!: Day;

  @Access(anyone)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it holds; null: until further notice. 失效日期',
  })
  readonly validUntil!: Day | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was recorded: known since then. 记录时间' })
  readonly recordedAt!: Date;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the next version was recorded. 被取代时间' })
  readonly supersededAt!: Date | null;

  @Access(anyone)
  @Field(() => ID, { nullable: true, description: 'The submission that brought it, if one did. 报送批次标识' })
  readonly submission!: string | null;

  @Access(accounts)
  @Field(() => String, { nullable: true, description: 'Account that recorded it. 记录账号' })
  readonly recordedBy!: string;

  @Access(onlyElse(WithheldReason.GOVERNMENT_ONLY, wholly))
  @Field(() => String, { nullable: true, description: 'Why there is this version. 变更原因' })
  readonly reason!: string;

  @Access(onlyElse(WithheldReason.GOVERNMENT_ONLY, wholly))
  @Field(() => String, { nullable: true, description: 'The article or document that it rests on. 依据' })
  readonly basis!: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'First day of publicity that it set. 公示起始日' })
  readonly publicFrom!: Day | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Last day of publicity that it set. 公示截止日' })
  readonly publicUntil!: Day | null;

  @Access(anyone)
  @Field(() => Withdrawal, { nullable: true, description: 'Of the version that withdrew the record: why. 撤回情况' })
  readonly withdrawal!: Withdrawal | null;

  // Beside what is shown: what decisions about it know.

  readonly id!: string;
  readonly entityId!: string;
  /** Code of the entity that it is about. */
  readonly uscc!: string;
  /** The edition of the item under which it came. */
  readonly item!: Item;
  readonly content!: CreditRecord['content'];
  /** What decisions about its values know of it. */
  readonly atHand!: RecordAtHand;
  /** Whether the viewer may know of the record whether or not it is published. */
  readonly wholly!: boolean;
}
