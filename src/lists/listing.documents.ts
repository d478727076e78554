import type { Day } from '../calendar/day.js';
import { Severity } from '../catalogue/catalogue-item.entity.js';
import { inChinese } from '../documents/pdf.rules.js';
import { repairableFrom } from '../records/publicity.rules.js';
import type { LegalEntity } from '../registry/legal-entity.entity.js';
import type { CreditList } from './credit-list.entity.js';
import { ListKind, listingGrounds } from './list.words.js';
import type { ListEntry } from './list-entry.entity.js';

/** What the documents of a listing name. */
export interface ListingFacts {
  readonly entry: Pick<ListEntry, 'number' | 'facts' | 'basis' | 'ground' | 'decisionNumber' | 'statement'>;
  readonly list: Pick<CreditList, 'title' | 'kind' | 'consequences' | 'removalConditions' | 'termMonths'>;
  readonly entity: Pick<LegalEntity, 'name' | 'uscc'>;
  /** Name of the deciding department. */
  readonly unit: string;
  /** Name of the department that proposed it. */
  readonly proposer: string;
  readonly today: Day;
}

/** A document as it is issued. */
export interface ListingDocument {
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

/** How a listing is fought: told in the notice, the decision and the record. */
export const remedies =
  '对列入决定不服的，可以自收到决定书之日起六十日内申请行政复议，或者六个月内提起行政诉讼；认为记录有误的，可以提出异议。';

const sentence = (text: string): string => (/[。！？；.!?;]$/.test(text) ? text : `${text}。`);

/** Number of a document: its word, the year, what follows the year in the number of the case. */
function numberOf(word: string, { number }: ListingFacts['entry']): string {
  const [, day = '', serial = ''] = number.split('-');
  return `${word}〔${day.slice(0, 4)}〕${day.slice(4)}${serial}号`;
}

const addressed = ({ entity }: ListingFacts): string => `${entity.name}（统一社会信用代码：${entity.uscc}）：`;

const grounds = ({ entry, list }: ListingFacts): string =>
  `事由：${sentence(entry.facts)}` +
  (entry.ground === null ? '' : `属于“${listingGrounds[entry.ground].zh}”的情形。`) +
  `依据：${sentence(entry.basis)}名单：${list.title}。`;

/** The written notice before a listing 列入告知书: basis, facts, what may follow, how to come off, remedies. */
export const notice = (facts: ListingFacts): ListingDocument => ({
  kind: 'LISTING_NOTICE',
  number: numberOf('包信列告', facts.entry),
  title: '拟列入严重失信主体名单告知书',
  text: [
    addressed(facts),
    `${facts.unit}拟将你单位列入${facts.list.title}（事项编号：${facts.entry.number}）。`,
    grounds(facts),
    `列入后可能采取的惩戒措施：${sentence(facts.list.consequences)}在列期限${facts.list.termMonths}个月。`,
    `移出条件：${sentence(facts.list.removalConditions)}`,
    '你单位可自收到本告知书之日起5个工作日内陈述申辩；逾期未陈述申辩的，视为放弃，不视为承认。',
    remedies,
  ].join('\n'),
});

/** The announcement of a red listing 红名单公示. */
export const announcement = (facts: ListingFacts): ListingDocument => ({
  kind: 'LISTING_ANNOUNCEMENT',
  number: numberOf('包信红公', facts.entry),
  title: `${facts.list.title}拟列入主体公示`,
  text: [
    `经${facts.proposer}提名，拟将${facts.entity.name}（统一社会信用代码：${facts.entity.uscc}）列入${facts.list.title}（事项编号：${facts.entry.number}）。`,
    grounds(facts),
    `拟适用的激励措施：${sentence(facts.list.consequences)}在列期限${facts.list.termMonths}个月。`,
    '自本公示发布之日起公示7个工作日。公示期内有异议的，可以向名单认定部门提出并说明理由；异议核查期间公示期中止。',
  ].join('\n'),
});

/** The decision 列入决定书; of a serious list it is served together with the notice of repair (两书同达). */
export const decision = (facts: ListingFacts, reason: string): ListingDocument => ({
  kind: 'LISTING_DECISION',
  number: facts.entry.decisionNumber,
  title: facts.list.kind === ListKind.RED ? '列入守信激励红名单决定书' : '列入严重失信主体名单决定书',
  text: [
    addressed(facts),
    grounds(facts),
    ...(facts.list.kind === ListKind.RED
      ? ['公示期内无异议，或者异议经核查不成立。']
      : [facts.entry.statement === null ? '告知期内你单位未陈述申辩。' : '你单位的陈述申辩已经听取。']),
    `决定理由：${sentence(reason)}`,
    `自${inChinese(facts.today)}起将你单位列入${facts.list.title}，在列期限${facts.list.termMonths}个月。${sentence(facts.list.consequences)}`,
    `移出条件：${sentence(facts.list.removalConditions)}`,
    ...(facts.list.kind === ListKind.RED ? [] : [remedies]),
  ].join('\n'),
});

/** The notice of how to be repaired 信用修复告知书 (国办发〔2025〕22号: 两书同达). */
export const repairNotice = (facts: ListingFacts): ListingDocument => ({
  kind: 'LISTING_REPAIR_NOTICE',
  number: numberOf('包信列修告', facts.entry),
  title: '信用修复告知书',
  text: [
    addressed(facts),
    `你单位因${facts.entry.decisionNumber}被列入${facts.list.title}，列入信息自${inChinese(facts.today)}起公示。`,
    `自${inChinese(repairableFrom(facts.today, Severity.SERIOUS))}起，纠正失信行为、履行义务并作出信用承诺的，可以依照《信用修复管理办法》（国家发展改革委令第36号）通过“信用中国”或者本平台向${facts.unit}申请信用修复，不收取任何费用。`,
    '准予修复的，终止公示、停止共享和使用，同步移出名单并解除惩戒措施。',
  ].join('\n'),
});

/** The decision not to enter 不予列入决定书. */
export const rejection = (facts: ListingFacts, reason: string): ListingDocument => ({
  kind: 'LISTING_REJECTION',
  number: numberOf('包信列不', facts.entry),
  title: '不予列入名单决定书',
  text: [
    addressed(facts),
    `关于将你单位列入${facts.list.title}的建议（事项编号：${facts.entry.number}），经审查决定不予列入。`,
    `理由：${sentence(reason)}`,
  ].join('\n'),
});

/** The decision of removal 移出决定书: everything that was linked to the entry ends with it. */
export const removal = (facts: ListingFacts, document: string, reason: string): ListingDocument => ({
  kind: 'LISTING_REMOVAL',
  number: numberOf('包信列移', facts.entry),
  title: '移出名单决定书',
  text: [
    addressed(facts),
    `你单位因${facts.entry.decisionNumber}被列入${facts.list.title}。依据${sentence(document)}`,
    `理由：${sentence(reason)}`,
    `自${inChinese(facts.today)}起移出名单，列入记录同时撤销，相关措施同步解除。`,
  ].join('\n'),
});
