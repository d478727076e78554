import type { Day } from '../calendar/day.js';
import { beforeTheLimit, mostSupplyDays } from './tolerance-term.rules.js';
import type { TolerantAcceptance } from './tolerant-acceptance.entity.js';

/** What is promised. */
type Promised = Pick<TolerantAcceptance, 'caseNumber' | 'missing' | 'limitDays' | 'supplyDays'>;

/** What the documents of a tolerant acceptance name. */
export interface ToleranceFacts {
  readonly acceptance: Promised & Pick<TolerantAcceptance, 'number' | 'commitmentCode' | 'commitmentText' | 'pauses'>;
  /** Title of the service item. */
  readonly item: string;
  /** Name of the applicant. */
  readonly applicant: string;
  /** Name of the department. */
  readonly department: string;
}

/** A document as it is issued. */
export interface ToleranceText {
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  /** Name of the body that issues it. */
  readonly issuedBy: string;
}

const inWords = (day: Day): string => {
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

const sentence = (text: string): string => (/[。！？；.!?;]$/.test(text) ? text : `${text}。`);

/** Number of a document: its word, the year, and what follows the year in the number of the case. */
function numberOf(word: string, { number }: ToleranceFacts['acceptance']): string {
  const [, day = '', serial = ''] = number.split('-');
  return `${word}〔${day.slice(0, 4)}〕${day.slice(4)}${serial}号`;
}

const materials = ({ missing }: Promised): string => missing.map(({ title }, i) => `（${i + 1}）${title}`).join('；');

/** What follows from a broken commitment, as the applicant is told before it signs. */
export const liability =
  '逾期未补齐的，撤回容缺受理；材料虚假的，撤销受理或者审批结果（《行政许可法》第六十九条）；违诺信息记入信用记录并公示，在修复前不再适用容缺受理和绿色通道。';

const arithmetic = ({ limitDays, supplyDays }: Promised): string =>
  `自签署承诺书之日的次日起${supplyDays}个工作日内补齐（事项承诺办结时限${limitDays}个工作日减${beforeTheLimit}个工作日，最长${mostSupplyDays}个工作日；法定节假日不计入，核验期间不计入）`;

/** What the applicant promises. */
export const commitmentText = (promised: Promised, item: string): string =>
  `我单位申请办理“${item}”（办件编号：${promised.caseNumber}），主审要件齐全，尚缺下列材料：${materials(promised)}。` +
  `我单位承诺${arithmetic(promised)}，所提交材料真实、合法、有效，自愿接受监督并承担违诺责任。`;

/** The one-time notice 容缺受理告知书: all that is missing, the deadline, the consequences. */
export const notice = (facts: ToleranceFacts): ToleranceText => ({
  kind: 'TOLERANCE_NOTICE',
  number: numberOf('包容缺告', facts.acceptance),
  title: '容缺受理告知书',
  issuedBy: facts.department,
  text: [
    `${facts.applicant}：`,
    `你单位申请办理“${facts.item}”（办件编号：${facts.acceptance.caseNumber}），主审要件齐全，现一次性告知尚缺材料：${materials(facts.acceptance)}。`,
    '依照守信激励规则，你单位可以申请容缺受理。请自本告知书发出之日起5个工作日内签署承诺书；逾期未签署的，视为未申请容缺，不作失信记录。',
    `补正期限：${arithmetic(facts.acceptance)}。因不可抗力不能按期补齐的，可以申请延期一次；办理结果作出前可以撤回申请。`,
    `后果：${liability}`,
  ].join('\n'),
});

/** The signed commitment 容缺受理承诺书. */
export const commitment = (facts: ToleranceFacts, signedOn: Day): ToleranceText => ({
  kind: 'TOLERANCE_COMMITMENT',
  number: numberOf('包容缺承', facts.acceptance),
  title: '容缺受理承诺书',
  issuedBy: facts.applicant,
  text: [
    `${facts.department}：`,
    facts.acceptance.commitmentText,
    `违诺责任：${liability}`,
    `承诺编码：${facts.acceptance.commitmentCode}。承诺人：${facts.applicant}，${inWords(signedOn)}。`,
  ].join('\n'),
});

/** The acceptance 容缺受理通知书, with the promised day. */
export const acceptance = (facts: ToleranceFacts, supplyBy: Day): ToleranceText => ({
  kind: 'TOLERANCE_ACCEPTANCE',
  number: numberOf('包容缺受', facts.acceptance),
  title: '容缺受理通知书',
  issuedBy: facts.department,
  text: [
    `${facts.applicant}：`,
    `你单位申请办理“${facts.item}”（办件编号：${facts.acceptance.caseNumber}），已签署承诺书（承诺编码：${facts.acceptance.commitmentCode}），现予容缺受理。`,
    `请于${inWords(supplyBy)}前补齐：${materials(facts.acceptance)}。${sentence(`补正期限：${arithmetic(facts.acceptance)}`)}`,
    liability,
  ].join('\n'),
});

/** The acceptance is withdrawn 撤回容缺受理决定书. */
export const withdrawal = (facts: ToleranceFacts, missing: string, dueOn: Day): ToleranceText => ({
  kind: 'TOLERANCE_WITHDRAWAL',
  number: numberOf('包容缺撤', facts.acceptance),
  title: '撤回容缺受理决定书',
  issuedBy: facts.department,
  text: [
    `${facts.applicant}：`,
    `你单位未按承诺期限（${inWords(dueOn)}${facts.acceptance.pauses.length > 0 ? '，核验期间顺延' : ''}）补齐“${facts.item}”（办件编号：${facts.acceptance.caseNumber}）所缺材料：${missing}，也未证明存在不可抗力。`,
    `现撤回容缺受理，并将违诺信息（承诺编码：${facts.acceptance.commitmentCode}）记入信用记录。修复前不再适用容缺受理和绿色通道；最短公示期届满后可以依法申请信用修复，修复后自动恢复。`,
    '对本决定不服的，可依法申请行政复议、提起行政诉讼，或者对信用记录提出异议。',
  ].join('\n'),
});

/** What was decided is revoked, since material was false 撤销容缺受理决定书. */
export const voiding = (facts: ToleranceFacts, reason: string): ToleranceText => ({
  kind: 'TOLERANCE_VOIDING',
  number: numberOf('包容缺销', facts.acceptance),
  title: '撤销容缺受理决定书',
  issuedBy: facts.department,
  text: [
    `${facts.applicant}：`,
    `经查，你单位办理“${facts.item}”（办件编号：${facts.acceptance.caseNumber}）所提交的材料虚假：${sentence(reason)}`,
    `依据《行政许可法》第六十九条、第七十八条、第七十九条，撤销容缺受理；已作出审批结果的，一并撤销。违诺信息（承诺编码：${facts.acceptance.commitmentCode}）记入信用记录，修复前不再适用容缺受理和绿色通道。`,
    '对本决定不服的，可依法申请行政复议、提起行政诉讼，或者对信用记录提出异议。',
  ].join('\n'),
});
