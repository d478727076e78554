import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../calendar/day.js';
import type { Acting } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { issueDocument } from '../documents/case-document.service.js';
import { inChinese } from '../documents/pdf.rules.js';
import { moneyOf } from '../money/fen.js';
import type { Money } from '../money/money.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import type { ArrearsRung } from './arrears.words.js';
import { leftOf } from './arrears-amounts.js';
import type { ArrearsCase } from './arrears-case.entity.js';
import { arrearsKind } from './arrears-kind.js';
import type { Deciding } from './arrears-step.service.js';

/** As whom the arrears administrators issue documents. */
const administrators = '包头市清理拖欠账款工作专班';

/** What the documents of a case name. */
interface DocumentFacts {
  readonly number: string;
  readonly debtor: string;
  readonly creditor: string;
  readonly contract: { readonly number: string; readonly name: string };
  readonly principal: Money;
  readonly undisputed: Money;
  readonly remaining: Money;
  /** What is agreed on and neither paid nor reported as paid: for this alone the debtor is urged. */
  readonly due: Money;
  /** Interest until today. */
  readonly interest: Money;
  readonly today: Day;
}

/** A document as it is issued. */
interface DocumentText {
  readonly kind: string;
  /** Word of its number. */
  readonly word: string;
  readonly title: string;
  readonly text: string;
  /** Who issues it, where it is not the administrators. */
  readonly issuedBy?: string;
}

/** Issues a document of a case in the unit of work of the step. Its number is that of the case, and how many steps were taken before. */
export async function issueInCase(
  acting: Acting,
  deciding: Deciding,
  write: (facts: DocumentFacts) => DocumentText,
  interest: Money = '0.00',
): Promise<string> {
  const { em, one } = deciding;
  const { word, issuedBy = administrators, ...document } = write(await factsOf(acting, deciding, interest));
  const [, day = '', serial = ''] = one.number.split('-');
  const before = one.history.length;
  const number = `${word}〔${day.slice(0, 4)}〕${day.slice(4)}${serial}-${before}号`;
  issueDocument(em, acting, { ...document, caseKind: arrearsKind.code, caseId: one.id, number, issuedBy });
  return number;
}

async function factsOf({ today }: Acting, { em, one, contract }: Deciding, interest: Money): Promise<DocumentFacts> {
  const { principal, undisputed, remaining, number } = one;
  const due = moneyOf(leftOf(one).undisputed);
  const names = await namesOf(em, one);
  return { ...{ number, principal, undisputed, remaining, due, interest, today }, ...names, contract };
}

/** Names of the two sides with their codes. */
async function namesOf(em: EntityManager, { debtorId, creditorId }: ArrearsCase) {
  const entities = await em.find(LegalEntity, { id: { $in: [debtorId, creditorId] } });
  const named = (wanted: string): string => {
    const { name, uscc } = entities.find(({ id }) => id === wanted)!;
    return `${name}（统一社会信用代码：${uscc}）`;
  };
  return { debtor: named(debtorId), creditor: named(creditorId) };
}

const order = '《保障中小企业款项支付条例》（国务院令第802号）';

const about = ({ creditor, contract, number }: DocumentFacts): string =>
  `${creditor}反映，你单位在合同“${contract.name}”（${contract.number}）项下拖欠其账款（事项编号：${number}）。`;

/** The case is forwarded to the debtor 拖欠账款事项转办通知书. */
export const forwardingNotice = (facts: DocumentFacts): DocumentText => ({
  kind: 'ARREARS_FORWARDING',
  word: '包清欠转',
  title: '拖欠账款事项转办通知书',
  text: [
    `${facts.debtor}：`,
    about(facts),
    `诉求金额：${facts.remaining}元。依据${order}第十五条、第十六条、第二十五条，请自收到之日起三十日内确认欠款；部分有分歧的，无分歧部分应当及时支付。`,
    '不得以负责人变更、内部付款流程、未收到第三方付款等为由拒绝或者迟延付款，不得恐吓、打击报复债权企业。',
  ].join('\n'),
});

/** The case is not taken up 不予受理告知书. */
export const rejectionNotice = (facts: DocumentFacts, reason: string): DocumentText => ({
  kind: 'ARREARS_REJECTION',
  word: '包清欠不受',
  title: '拖欠账款事项不予受理告知书',
  text: [
    `${facts.creditor}：`,
    `你单位提交的拖欠账款事项（${facts.number}）不予受理。理由：${reason}`,
    '上述情形消除后，可以重新提交。',
  ].join('\n'),
});

/** The result of the handling 处理结果告知书. */
export const resultNotice = (facts: DocumentFacts, reason: string): DocumentText => ({
  kind: 'ARREARS_RESULT',
  word: '包清欠结',
  title: '拖欠账款事项处理结果告知书',
  text: [
    `${facts.creditor}、${facts.debtor}：`,
    `拖欠账款事项（${facts.number}）的处理结果：${reason}`,
    `截至${inChinese(facts.today)}，本金${facts.principal}元，其中无分歧${facts.undisputed}元，尚欠${facts.remaining}元。`,
    `依据：${order}第二十五条。`,
  ].join('\n'),
});

const measureTitles: Readonly<
  Record<ArrearsRung, { readonly title: string; readonly word: string; readonly articles: string }>
> = {
  REMINDER: { title: '拖欠账款清偿提醒函', word: '包清欠提', articles: '第二十一条' },
  INQUIRY: { title: '拖欠账款函询通知书', word: '包清欠询', articles: '第二十二条' },
  ORDER: { title: '拖欠账款督办书', word: '包清欠督', articles: '第二十五条' },
  INTERVIEW: { title: '拖欠账款约谈通知书', word: '包清欠约', articles: '第二十二条、第二十五条' },
  CIRCULAR: { title: '关于拖欠账款情况的通报', word: '包清欠通', articles: '第二十三条、第二十五条' },
  RECTIFICATION: { title: '责令整改通知书', word: '包清欠改', articles: '第二十五条、第三十一条' },
  FINDING: { title: '拟作失信认定告知书', word: '包清欠告', articles: '第二十六条' },
};

/** A measure against the debtor, with what is owed and what it costs. */
export const measureNotice =
  (
    rung: ArrearsRung,
    said: { readonly reason: string | null; readonly skipReason: string | null; readonly until: Day | null },
  ) =>
  (facts: DocumentFacts): DocumentText => ({
    kind: `ARREARS_${rung}`,
    word: measureTitles[rung].word,
    title: measureTitles[rung].title,
    text: [
      `${facts.debtor}：`,
      about(facts),
      `截至${inChinese(facts.today)}，无分歧欠款尚欠${facts.due}元，逾期利息${facts.interest}元，利息逐日计算。`,
      ...(said.reason === null ? [] : [said.reason]),
      ...(said.until === null ? [] : [`请于${inChinese(said.until)}前清偿，或者与债权企业达成还款计划。`]),
      ...(rung === 'FINDING'
        ? [
            '拟将上述拖欠账款认定为失信并记入信用记录，向社会公示，并采取限制措施。你单位可自收到本告知书之日起五个工作日内陈述、申辩。',
          ]
        : []),
      ...(said.skipReason === null ? [] : [`（提前或者越级采取本措施的理由：${said.skipReason}）`]),
      `依据：${order}${measureTitles[rung].articles}。`,
    ].join('\n'),
  });

/** Dishonesty is found 失信认定书. */
export const findingNotice =
  (reason: string | null, issuedBy: string) =>
  (facts: DocumentFacts): DocumentText => ({
    kind: 'ARREARS_FINDING_MADE',
    word: '包信认',
    title: '失信认定书',
    text: [
      `${facts.debtor}：`,
      about(facts),
      `截至${inChinese(facts.today)}，无分歧欠款尚欠${facts.due}元，经提醒、督办等仍未清偿。`,
      ...(reason === null ? [] : [reason]),
      `依据${order}第二十六条、发改财金〔2023〕1103号，现认定为拖欠账款失信，记入信用记录，向社会公示。`,
      '清偿后可依《信用修复管理办法》（国家发展改革委令第36号）申请信用修复。如不服本认定，可以自收到之日起六十日内申请行政复议，或者六个月内提起行政诉讼。',
    ].join('\n'),
    issuedBy,
  });

/** The case is closed 销号通知书. */
export const closingNotice = (facts: DocumentFacts): DocumentText => ({
  kind: 'ARREARS_CLOSING',
  word: '包清欠销',
  title: '拖欠账款事项销号通知书',
  text: [
    `${facts.creditor}、${facts.debtor}：`,
    `经债权企业确认，拖欠账款事项（${facts.number}）本金${facts.principal}元已全部清偿，予以销号。`,
    '债权企业发现款项未实际到账的，可以否认清偿，事项重新打开。',
  ].join('\n'),
});

/** Name of a department. */
export const nameOf = ({ reference }: Acting, code: string): string => reference(departments).get(code)!.name;
