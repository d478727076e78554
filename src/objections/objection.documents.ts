import type { Objection } from './objection.entity.js';

/** What the result of an objection names. */
export interface ResultFacts {
  readonly objection: Pick<Objection, 'number'>;
  readonly entity: { readonly name: string; readonly uscc: string };
  readonly item: string;
  /** Number of the record's own document. */
  readonly document: string;
  /** The result in one sentence. */
  readonly result: string;
  readonly reason: string;
  /** What the objector can do now; empty: there is nothing left to ask for. */
  readonly remedy: string;
}

/** The result of an objection 异议处理结果告知书; of a review it is the second one. */
export function resultOf({ objection, entity, item, document, result, reason, remedy }: ResultFacts, review: boolean) {
  const [, day = '', serial = ''] = objection.number.split('-');
  return {
    kind: review ? 'OBJECTION_REVIEW' : 'OBJECTION_RESULT',
    number: `${review ? '包信异复' : '包信异告'}〔${day.slice(0, 4)}〕${day.slice(4)}${serial}号`,
    title: review ? '信用信息异议复核决定书' : '信用信息异议处理结果告知书',
    text: [
      `${entity.name}（统一社会信用代码：${entity.uscc}）：`,
      `你单位对${item}（${document}）提出的异议（编号：${objection.number}）已处理完毕。`,
      `处理结果：${result}`,
      `理由：${reason}`,
      ...(remedy === '' ? [] : [remedy]),
    ].join('\n'),
  };
}
