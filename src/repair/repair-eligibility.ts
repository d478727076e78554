import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Day } from '../calendar/day.js';
import { DateScalar } from '../calendar/scalars.js';
import { Polarity, Severity } from '../catalogue/catalogue-item.entity.js';
import type { Context } from '../context.js';
import { explain } from '../messages/refusal.js';
import { shortestPublicity } from '../records/publicity.rules.js';
import type { RecordRow } from '../records/record.reads.js';
import { publicityBasis } from '../records/record-classification.js';
import { commitmentText } from './repair.documents.js';
import { RepairHindranceReason } from './repair.words.js';
import { type Hindrance, hindrancesToRepair, type RepairFacts } from './repair-eligibility.rules.js';

/** One thing that stands in the way of an application for repair. */
@ObjectType({
  simpleResolvers: true,
  description: 'One thing that stands in the way of an application for repair. 不符合信用修复条件的事项',
})
export class RepairHindrance {
  @Access(anyone)
  @Field(() => RepairHindranceReason, { description: 'What it is. 原因' })
  readonly reason!: RepairHindranceReason;

  @Access(anyone)
  @Field(() => String, { description: 'In a sentence. 说明' })
  readonly says!: string;

  @Access(anyone)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day from which it does not stand in the way any more; null: waiting does not help. 解除日期',
  })
  readonly from!: Day | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The article it rests on. 依据' })
  readonly basis!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What can be done. 救济途径' })
  readonly remedy!: string | null;
}

/** Whether a record can be repaired by now, and what is missing. */
@ObjectType({
  simpleResolvers: true,
  description: 'Whether a record can be repaired by now, what is missing, and from which day. 信用修复条件核查',
})
export class RepairEligibility {
  @Access(anyone)
  @Field(() => ID, { description: 'Id of the record. 记录标识' })
  readonly record!: string;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether an application is possible today. 当前是否可申请' })
  readonly eligible!: boolean;

  @Access(anyone)
  @Field(() => [RepairHindrance], { description: 'Everything that stands in the way. 不符合的条件' })
  readonly missing!: readonly RepairHindrance[];

  @Access(anyone)
  @Field(() => Severity, { nullable: true, description: 'Gravity of the record. 失信程度' })
  readonly severity!: Severity | null;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'The day of determination, from which publicity runs. 认定日期' })
  readonly determinedOn!: Day;

  @Access(anyone)
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day on which the shortest publicity is over; null where a record cannot be repaired. 最早可申请日期',
  })
  readonly repairableFrom!: Day | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Last day of publicity without repair. 公示截止日' })
  readonly publicUntil!: Day | null;

  @Access(anyone)
  @Field(() => String, { description: 'How the days follow from the determination, and the articles. 期限推算' })
  readonly arithmetic!: string;

  @Access(anyone)
  @Field(() => [String], { description: 'What an application must bring. 申请材料' })
  readonly materials!: readonly string[];

  @Access(anyone)
  @Field(() => String, { description: 'The commitment to be signed. 信用修复承诺书' })
  readonly commitment!: string;
}

/** What is not adverse has no publicity to wait for. */
const noDays = { en: 'Not adverse: there is nothing to repair.', zh: '非失信信息，无需修复。' };

const materials = {
  en: [
    'Proof that the fine was paid and every other duty performed: a file, or the department that holds the document and its number',
    'The signed commitment',
  ],
  zh: ['已缴清罚款、履行其他法定责任义务的证明：附件，或者持有该文件的部门和文号', '签署的信用修复承诺书'],
};

/** What is told to whoever asks whether a record can be repaired. */
export function eligibilityOf(
  { today, language }: Pick<Context, 'today' | 'language'>,
  record: RecordRow,
  entity: { readonly name: string; readonly uscc: string },
  facts: RepairFacts,
): RepairEligibility {
  const hindrances = hindrancesToRepair(facts, today);
  const months = shortestPublicity(record.severity ?? Severity.GENERAL);
  const period =
    months === 0 ? { en: 'at any time', zh: '随时' } : { en: `after ${months} months`, zh: `满${months}个月后` };
  const days = {
    en: `Determined on ${record.determinedOn}, ${record.severity}: repair ${period.en}, from ${facts.repairableFrom}; the corresponding day, not rolled over holidays (${publicityBasis}).`,
    zh: `${record.determinedOn} 认定：自认定之日起${period.zh}可申请，即 ${facts.repairableFrom}；按对应日计算，遇节假日不顺延（${publicityBasis}）。`,
  };
  const arithmetic = facts.polarity === Polarity.ADVERSE ? days : noDays;
  return {
    record: record.id,
    eligible: hindrances.length === 0,
    missing: hindrances.map((one) => told(one, language)),
    severity: record.severity,
    determinedOn: record.determinedOn,
    repairableFrom: hindrances.some(({ from }) => from === null) ? null : (latest(hindrances) ?? facts.repairableFrom),
    publicUntil: record.publicUntil,
    arithmetic: arithmetic[language],
    materials: materials[language],
    commitment: commitmentText(entity, record.number),
  };
}

const latest = (hindrances: readonly Hindrance[]): Day | null =>
  hindrances
    .flatMap(({ from }) => from ?? [])
    .sort()
    .at(-1) ?? null;

function told({ reason, params, from }: Hindrance, language: Context['language']): RepairHindrance {
  const { message, basis = null, remedy = null } = explain(reason, params, language);
  return { reason: reason as RepairHindranceReason, says: message, from, basis, remedy };
}
