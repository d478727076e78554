import type { Day } from '../calendar/day.js';
import type { Screening } from './screening.entity.js';

/** What the notices of a screening name. */
export interface NoticeFacts {
  readonly screening: Pick<Screening, 'number' | 'ruling' | 'ruledOn' | 'court'>;
  readonly entity: { readonly name: string; readonly uscc: string };
  /** How many records it is about. */
  readonly records: number;
  /** The document on which a screening ends. */
  readonly document: string;
  readonly reason: string;
}

/** A notice as it is issued. */
export interface NoticeText {
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

const inWords = (day: Day): string => {
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

const numberOf = (word: string, number: string): string => {
  const [, day = '', serial = ''] = number.split('-');
  return `${word}〔${day.slice(0, 4)}〕${day.slice(4)}${serial}号`;
};

const toAll = '各信用信息提供单位、使用单位：';

const named = ({ name, uscc }: NoticeFacts['entity']): string => `${name}（统一社会信用代码：${uscc}）`;

/** The notice that records are screened 信用信息暂时屏蔽通知书. */
export const screeningNotice = ({
  screening,
  entity,
  records,
}: Omit<NoticeFacts, 'document' | 'reason'>): NoticeText => ({
  kind: 'SCREENING_NOTICE',
  number: numberOf('包信屏', screening.number),
  title: '信用信息暂时屏蔽通知书',
  text: [
    toAll,
    `${screening.court}于${inWords(screening.ruledOn)}作出${screening.ruling}裁定，批准${named(entity)}的重整计划（认可和解协议）。`,
    `依据《中华人民共和国企业破产法》和国办发〔2025〕22号文件，自本通知书作出之日起，对该企业裁定之日及以前认定的失信信息（共${records}条）暂时屏蔽，计划执行期间不予公示、共享和使用。法律、法规规定不适用信用修复的信息，按其规定处理。`,
    '裁定之日以后认定的失信信息不受影响。计划未能执行的，恢复相关信息。',
  ].join('\n'),
});

/** The notice that the plan was performed 暂时屏蔽终结通知书. */
export const completionNotice = ({ screening, entity, document, reason }: NoticeFacts): NoticeText => ({
  kind: 'SCREENING_COMPLETED',
  number: numberOf('包信屏终', screening.number),
  title: '重整计划（和解协议）执行完毕信用信息处理通知书',
  text: [
    toAll,
    `${named(entity)}的重整计划（和解协议）已执行完毕（${document}）。${reason}`,
    `依据《中华人民共和国企业破产法》和国办发〔2025〕22号文件，原暂时屏蔽的失信信息（屏蔽编号：${screening.number}）不再恢复公示、共享和使用，并对该企业重新进行信用评价。`,
  ].join('\n'),
});

/** The notice that the records stand again 恢复信用信息通知书. */
export const restorationNotice = ({ screening, entity, records, document, reason }: NoticeFacts): NoticeText => ({
  kind: 'SCREENING_RESTORED',
  number: numberOf('包信屏复', screening.number),
  title: '恢复信用信息通知书',
  text: [
    toAll,
    `${named(entity)}未能执行重整计划（和解协议）（${document}）。${reason}`,
    `自本通知书作出之日起，恢复原暂时屏蔽的失信信息（屏蔽编号：${screening.number}，共${records}条）；已撤销的信息不予恢复，公示期限届满的信息不再公示。`,
  ].join('\n'),
});
