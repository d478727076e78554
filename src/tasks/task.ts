import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';

/** Kinds of cases in which somebody has something to do. */
export enum TaskKind {
  REPAIR = 'REPAIR',
  OBJECTION = 'OBJECTION',
  ARREARS = 'ARREARS',
  COMMITMENT = 'COMMITMENT',
  LISTING = 'LISTING',
  FAST_TRACK_GRANT = 'FAST_TRACK_GRANT',
  TOLERANCE = 'TOLERANCE',
  SHARING = 'SHARING',
  CORRECTION = 'CORRECTION',
  READING_QUESTION = 'READING_QUESTION',
  DELIVERY = 'DELIVERY',
  PAYMENT = 'PAYMENT',
  DISCLOSURE = 'DISCLOSURE',
  RESTRICTION = 'RESTRICTION',
}
registerEnumType(TaskKind, {
  name: 'TaskKind',
  description: 'Kind of the case in which an act is awaited. 待办事项类别',
  valuesConfig: {
    REPAIR: { description: 'An application for repair. 信用修复' },
    OBJECTION: { description: 'An objection. 异议' },
    ARREARS: { description: 'Arrears to a market entity. 拖欠账款' },
    COMMITMENT: { description: 'A policy promise. 政策兑现' },
    LISTING: { description: 'A listing: an answer, a decision, an objection. 名单认定' },
    FAST_TRACK_GRANT: { description: 'An objection to a grant of the fast track. 绿色通道与容缺受理资格异议' },
    TOLERANCE: { description: 'A tolerant acceptance. 容缺受理' },
    SHARING: { description: "A request for another department's data. 共享申请" },
    CORRECTION: { description: 'A check of shared data. 数据校核' },
    READING_QUESTION: { description: 'A question about a reading. 查询留痕质询' },
    DELIVERY: { description: 'A change of a record that a system has not acknowledged. 变更送达' },
    PAYMENT: {
      description:
        'A sum of a contract that is due soon, or a reported payment to be confirmed. 合同付款（待付款、待确认到账）',
    },
    DISCLOSURE: { description: 'A yearly disclosure of arrears. 拖欠账款年度信息公示' },
    RESTRICTION: { description: 'A restriction: a notice to answer, or a decision. 失信惩戒' },
  },
});

/** An act that a case waits for. */
@ObjectType({ simpleResolvers: true, description: 'An act that a case waits for. 待办事项' })
export class Task {
  @Access(anyone)
  @Field(() => TaskKind, { description: 'Kind of the case. 类别' })
  readonly kind!: TaskKind;

  @Access(anyone)
  @Field(() => ID, { description: 'Id of the case. 标识' })
  readonly id!: string;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description:
      'Number of the case for people, where it has one; of a delivery the code of the system, of a payment that of the contract. 编号',
  })
  readonly number!: string | null;

  @Access(anyone)
  @Field(() => String, { description: 'State of the case, as in schema/workflows.md. 状态' })
  readonly state!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What the state means. 状态说明' })
  says!: string;

  @Access(anyone)
  @Field(() => String, {
    description:
      'Whose act it waits for: DEPARTMENT:<code>, ENTERPRISE:<code>, CREDIT_CENTRE, ARREARS_ADMIN or SUPERVISOR. 待办方',
  })
  readonly awaits!: string;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'By when it is due; null: no clock runs. 办理期限' })
  readonly dueOn!: string | null;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether it is late. 是否逾期' })
  readonly overdue!: boolean;

  @Access(anyone)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the supervisor was told that it is late. 超期提级时间',
  })
  readonly escalatedAt!: Date | null;
}

/** How many acts are awaited in a state. */
@ObjectType({ simpleResolvers: true, description: 'How many acts are awaited in a state. 待办统计' })
export class TaskCount {
  @Access(anyone)
  @Field(() => TaskKind, { description: 'Kind of the cases. 类别' })
  readonly kind!: TaskKind;

  @Access(anyone)
  @Field(() => String, { description: 'Their state. 状态' })
  readonly state!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'How many. 数量' })
  readonly count!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'How many of them are late. 逾期数量' })
  readonly overdue!: number;
}
