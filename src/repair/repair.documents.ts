import type { Day } from '../calendar/day.js';
import type { RepairApplication } from './repair-application.entity.js';

/** What the documents of an application name. */
export interface DocumentFacts {
  readonly application: Pick<RepairApplication, 'number' | 'filedOn' | 'commitmentCode'>;
  readonly entity: { readonly name: string; readonly uscc: string };
  readonly unit: string;
  readonly item: string;
  /** Number of the record's own document. */
  readonly document: string;
  readonly determinedOn: Day;
  readonly today: Day;
  readonly reason: string | null;
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

/** A reason as a sentence: whoever states it may or may not have ended it. */
const sentence = (text: string | null): string =>
  text === null || /[。！？；.!?;]$/.test(text) ? (text ?? '') : `${text}。`;

/** Number of a document of an application: kind, year, and what follows the year in the application's number. */
const numberOf = (word: string, number: string): string => {
  const [, day = '', serial = ''] = number.split('-');
  return `${word}〔${day.slice(0, 4)}〕${day.slice(4)}${serial}号`;
};

/** The commitment that an applicant signs: NDRC Order 36 (信用修复管理办法), a public commitment. */
export const commitmentText = (entity: { readonly name: string; readonly uscc: string }, document: string): string =>
  [
    `${entity.name}（统一社会信用代码：${entity.uscc}）就申请修复失信信息（${document}）郑重承诺：`,
    '一、已纠正失信行为，已全部履行相关法定责任和义务；',
    '二、所提交的材料真实、合法、有效，并对其真实性负责；',
    '三、今后依法诚信经营，自觉接受政府、行业组织、社会公众监督；',
    '四、同意将本承诺向社会公开；如承诺严重不实、提供虚假材料或者故意不履行承诺，愿意承担相应法律责任，' +
      '同意撤销修复、恢复原失信信息、将违诺信息记入信用记录，并在三年内不再申请信用修复。',
  ].join('\n');

const about = ({ entity, application, document, item, determinedOn }: DocumentFacts): string =>
  `${entity.name}（统一社会信用代码：${entity.uscc}）：\n` +
  `你单位于${inWords(application.filedOn)}就${inWords(determinedOn)}认定的${item}（${document}）提出信用修复申请（申请编号：${application.number}）。`;

/** The decision to repair 准予信用修复决定书. */
export const approval = (facts: DocumentFacts): DocumentText => ({
  kind: 'REPAIR_APPROVAL',
  number: numberOf('包信修准', facts.application.number),
  title: '准予信用修复决定书',
  text: [
    about(facts),
    '经审查，你单位已满足最短公示期要求，已纠正失信行为并全部履行相关法定责任和义务，已作出信用承诺，符合《信用修复管理办法》（国家发展改革委令第36号）规定的信用修复条件。',
    ...(facts.reason === null ? [] : [`审查意见：${sentence(facts.reason)}`]),
    `现决定准予信用修复：自本决定作出之日起，终止公示该失信信息，停止共享和使用，同步解除相关失信惩戒措施。`,
    '如发现申请材料虚假、信用承诺严重不实或者故意不履行承诺的，将撤销信用修复并恢复该失信信息。',
  ].join('\n'),
});

/** The notice that publicity has ended 终止公示通知书, for whoever still shows the record. */
export const notice = (facts: DocumentFacts): DocumentText => ({
  kind: 'PUBLICITY_END_NOTICE',
  number: numberOf('包信终公', facts.application.number),
  title: '终止公示通知书',
  text: [
    '各信用信息使用单位、第三方信用服务机构：',
    `${facts.entity.name}（统一社会信用代码：${facts.entity.uscc}）的${facts.item}（${facts.document}）已于${inWords(facts.today)}准予信用修复。`,
    '依据《信用修复管理办法》（国家发展改革委令第36号）和国办发〔2025〕22号文件，请立即终止公示该信息，停止共享和使用，并于次一工作日内完成更新。公示结果不一致的，以“信用中国”网站为准。',
  ].join('\n'),
});

const remedies =
  '如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议，或者自收到本决定书之日起六个月内依法向人民法院提起行政诉讼。';

/** The decision not to accept 不予受理信用修复通知书. */
export const rejection = (facts: DocumentFacts): DocumentText => ({
  kind: 'REPAIR_REJECTION',
  number: numberOf('包信修不受', facts.application.number),
  title: '不予受理信用修复申请通知书',
  text: [
    about(facts),
    `经审查，不予受理。理由：${sentence(facts.reason)}`,
    '上述情形消除后，可以重新申请。',
    remedies,
  ].join('\n'),
});

/** The refusal 不予信用修复决定书, with reason and remedies. */
export const refusal = (facts: DocumentFacts): DocumentText => ({
  kind: 'REPAIR_REFUSAL',
  number: numberOf('包信修不准', facts.application.number),
  title: '不予信用修复决定书',
  text: [
    about(facts),
    `经审查，决定不予信用修复。理由：${sentence(facts.reason)}`,
    '不符合条件的情形消除后，可以重新申请。',
    remedies,
  ].join('\n'),
});

/** The revocation 撤销信用修复决定书. */
export const revocation = (facts: DocumentFacts, bannedUntil: Day): DocumentText => ({
  kind: 'REPAIR_REVOCATION',
  number: numberOf('包信修撤', facts.application.number),
  title: '撤销信用修复决定书',
  text: [
    about(facts),
    `该申请原已准予信用修复。经查：${sentence(facts.reason)}`,
    `依据《信用修复管理办法》（国家发展改革委令第36号），决定撤销信用修复，恢复该失信信息，将违诺信息（承诺编码：${facts.application.commitmentCode}）记入信用记录；至${inWords(bannedUntil)}不受理你单位的信用修复申请。`,
    remedies,
  ].join('\n'),
});
