import type { Day } from '../calendar/day.js';
import type { Money } from '../money/money.js';
import type { PolicyCommitment } from './policy-commitment.entity.js';

/** What the documents of a promise name. */
export interface NoticeFacts {
  readonly commitment: Pick<
    PolicyCommitment,
    'number' | 'sourceNumber' | 'sourceTitle' | 'benefit' | 'promisedOn' | 'promiseDueOn' | 'history' | 'urgedBy'
  >;
  /** Name of the owner. */
  readonly owner: string;
  /** What is still to be paid; null where no money was promised. */
  readonly owed: Money | null;
  readonly reason: string;
  readonly today: Day;
}

/** A document as it is issued. */
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

const sentence = (text: string): string => (/[。！？；.!?;]$/.test(text) ? text : `${text}。`);

/** Number of a document: its word, the year, what follows the year in the number of the case, and which one it is of several. */
function numberOf(word: string, { number, history }: NoticeFacts['commitment'], step: string): string {
  const [, day = '', serial = ''] = number.split('-');
  const before = history.filter((one) => one === step).length;
  return `${word}〔${day.slice(0, 4)}〕${day.slice(4)}${serial}${before === 0 ? '' : `-${before + 1}`}号`;
}

const promised = ({ commitment, owed }: NoticeFacts): string =>
  `你单位应于${inWords(commitment.promiseDueOn)}前兑现《${commitment.sourceTitle}》（${commitment.sourceNumber}）所作承诺：` +
  `${commitment.benefit}${owed === null ? '' : `（尚未兑现${owed}元）`}，期限届满仍未兑现（事项编号：${commitment.number}）。`;

const noExcuse = '行政区划调整、政府换届、机构或者职能调整以及相关责任人更替等，均不得作为违约毁约的理由。';

/** The urging 督办通知书. */
export const urging = (facts: NoticeFacts): NoticeText => ({
  kind: 'COMMITMENT_URGING',
  number: numberOf('包政兑督', facts.commitment, 'urge'),
  title: '政策兑现督办通知书',
  text: [
    `${facts.owner}：`,
    promised(facts),
    sentence(facts.reason),
    `依据《优化营商环境条例》第三十一条，现予督办（${facts.commitment.urgedBy}）。请自本通知书发出之日起15个工作日内兑现，或者认领整改并报明期限。${noExcuse}`,
    '拒不整改的，将依照发改财金〔2023〕1103号文件提请认定违约失信。',
  ].join('\n'),
});

/** The notice before a finding 失信认定告知书. */
export const notice = (facts: NoticeFacts): NoticeText => ({
  kind: 'COMMITMENT_NOTICE',
  number: numberOf('包政失告', facts.commitment, 'proposeFinding'),
  title: '政府机构失信认定告知书',
  text: [
    `${facts.owner}：`,
    promised(facts),
    sentence(facts.reason),
    `经督办（${facts.commitment.urgedBy}）仍未整改，拟依照发改财金〔2023〕1103号文件认定你单位违约失信，记入信用记录并向社会公示，依法采取限制公务消费、办公用房、经费安排和评先评优等措施。`,
    '你单位可自收到本告知书之日起5个工作日内陈述申辩；逾期未陈述申辩的，视为放弃，不视为承认。',
  ].join('\n'),
});

/** The finding 失信认定书. */
export const finding = (facts: NoticeFacts, basis: string): NoticeText => ({
  kind: 'COMMITMENT_FINDING',
  number: numberOf('包政失认', facts.commitment, 'findDefault'),
  title: '政府机构失信认定书',
  text: [
    `${facts.owner}：`,
    promised(facts),
    sentence(facts.reason),
    `依据${sentence(basis)}认定你单位违约失信，自${inWords(facts.today)}起记入信用记录并公示。认定后仍应继续兑现承诺；兑现并经受益人确认、最短公示期届满后，可依法申请信用修复，修复后同步解除限制措施。`,
    '对本认定不服的，可依法提出异议。',
  ].join('\n'),
});

/** What the public record says: what was not kept, and neither to whom nor of what kind it was promised. */
export const dishonestFacts = ({ commitment, owner }: NoticeFacts): string =>
  `${owner}未在${inWords(commitment.promiseDueOn)}前兑现${inWords(commitment.promisedOn)}（${commitment.sourceNumber}）` +
  `对经营主体依法作出的承诺，经督办（${commitment.urgedBy}）仍未整改。`;
