import type { Day } from '../calendar/day.js';
import type { Restriction } from './restriction.entity.js';

/** What the documents of a restriction name. */
export interface DocumentFacts {
  readonly restriction: Pick<Restriction, 'number' | 'legalBasis' | 'facts' | 'until' | 'answer' | 'noticeNumber'>;
  /** Name of the entity. */
  readonly entity: string;
  /** Title of the measure, as the list calls it. */
  readonly measure: string;
  /** The record it rests on: the title of its item and its document number. */
  readonly record: string;
  readonly today: Day;
}

/** A document as it is issued. */
export interface DocumentText {
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

const inWords = (day: Day): string => {
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

const sentence = (text: string): string => (/[。！？；.!?;]$/.test(text) ? text : `${text}。`);

/** Number of a document: its word, the year, and what follows the year in the number of the case. */
export function numberOf(word: string, number: string): string {
  const [, day = '', serial = ''] = number.split('-');
  return `${word}〔${day.slice(0, 4)}〕${day.slice(4)}${serial}号`;
}

const list = '《全国失信惩戒措施基础清单（2024年版）》';

/** The written notice 失信惩戒告知书: basis, facts, remedies (深圳经济特区社会信用条例, art. 69). */
export const notice = ({ restriction, entity, measure, record }: DocumentFacts): DocumentText => ({
  kind: 'RESTRICTION_NOTICE',
  number: restriction.noticeNumber,
  title: '失信惩戒措施告知书',
  text: [
    `${entity}：`,
    `事实：${sentence(restriction.facts)}来源记录：${record}。`,
    `依据：${sentence(restriction.legalBasis)}`,
    `拟采取的措施：${list}“${measure}”，期限至${inWords(restriction.until)}（事项编号：${restriction.number}）。`,
    '救济途径：你单位可自收到本告知书之日起5个工作日内陈述申辩；逾期未提出的，视为放弃，不视为同意。对来源记录有异议的，可依法提出异议申诉；符合条件的，可依法申请信用修复，修复后措施同步解除。',
  ].join('\n'),
});

/** The decision 失信惩戒决定书. */
export const decision = (
  { restriction, entity, measure, record, today }: DocumentFacts,
  reason: string,
): DocumentText => ({
  kind: 'RESTRICTION_DECISION',
  number: numberOf('包惩决', restriction.number),
  title: '失信惩戒措施决定书',
  text: [
    `${entity}：`,
    `本单位以《失信惩戒措施告知书》（${restriction.noticeNumber}）告知你单位拟采取的措施。${restriction.answer === null ? '你单位逾期未陈述申辩。' : '你单位已陈述申辩。'}${sentence(reason)}`,
    `事实：${sentence(restriction.facts)}来源记录：${record}。`,
    `依据${sentence(restriction.legalBasis)}决定自${inWords(today)}起至${inWords(restriction.until)}止，对你单位采取${list}“${measure}”措施。来源记录被修复、撤销或者到期的，本措施同时解除。`,
    '对本决定不服的，可依法申请行政复议或者提起行政诉讼；符合条件的，可依法申请信用修复。',
  ].join('\n'),
});

/** The decision not to impose 不予实施决定书. */
export const dropping = ({ restriction, entity, measure }: DocumentFacts, reason: string): DocumentText => ({
  kind: 'RESTRICTION_DROPPED',
  number: numberOf('包惩终', restriction.number),
  title: '不予实施失信惩戒措施决定书',
  text: [
    `${entity}：`,
    `《失信惩戒措施告知书》（${restriction.noticeNumber}）拟采取的“${measure}”措施不予实施。理由：${sentence(reason)}`,
  ].join('\n'),
});

/** The decision to lift it early 解除决定书. */
export const lifting = ({ restriction, entity, measure, today }: DocumentFacts, reason: string): DocumentText => ({
  kind: 'RESTRICTION_LIFTED',
  number: numberOf('包惩解', restriction.number),
  title: '解除失信惩戒措施决定书',
  text: [
    `${entity}：`,
    `对你单位采取的“${measure}”措施（事项编号：${restriction.number}）自${inWords(today)}起解除。理由：${sentence(reason)}`,
  ].join('\n'),
});
