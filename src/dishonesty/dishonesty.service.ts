import type { EntityManager } from '@mikro-orm/postgresql';
import { itemInForce } from '../catalogue/catalogue.reads.js';
import { rowOf } from '../collection/file-reader.js';
import type { Receiving } from '../collection/receiving.js';
import { SubmissionFormat } from '../collection/submission.entity.js';
import { receiveSubmission } from '../collection/submission.service.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import type { Money } from '../money/money.js';
import { type DishonestyItem, measures } from './measures.js';
import { recordedUnder } from './recorded.js';

/** What was found of a body or an enterprise that did not keep its word. */
export interface Dishonesty {
  readonly item: DishonestyItem;
  readonly kind: '拖欠账款' | '违约失信';
  /** Number of the finding, by which the record is known. */
  readonly number: string;
  /** Who was found dishonest. */
  readonly entity: { readonly name: string; readonly uscc: string };
  readonly facts: string;
  readonly basis: string;
  readonly amount: Money | null;
  /** Number of the case at this platform. */
  readonly caseNumber: string;
}

/** The longest facts that the item takes, in characters. */
const longestFacts = 2000;

/**
 * Records what was found, in the unit of work at hand, through the same door as everybody's records: it is public from today and
 * bears its measures. The department that provides the item stands in it as the finding unit, whichever office decided.
 *
 * @returns the id of the credit record
 */
export async function recordDishonesty(context: Context, em: EntityManager, finding: Dishonesty): Promise<string> {
  const { viewer, now, today, rehearsed, requestId, secrets, reference } = context;
  const { item: code, number, entity, amount } = finding;
  const item = itemInForce(context, code);
  const unit = reference(departments).get(item.providerCode)!;
  const row = {
    SXZTMC: entity.name,
    SXZTDM: entity.uscc,
    SXLX: finding.kind,
    RDWH: number,
    SXSS: finding.facts.slice(0, longestFacts).toWellFormed(),
    RDYJ: finding.basis,
    SXJE: amount,
    XZCS: measures[code].map(({ measure }) => measure).join('、'),
    RDDW: unit.name,
    RDDWDM: unit.uscc,
    RDRQ: today,
    AJBH: finding.caseNumber,
  };
  const receiving: Receiving = { viewer, now, today, rehearsed, requestId, secrets, reference, em };
  const { refused, id } = await receiveSubmission(receiving, item, SubmissionFormat.ROWS, [rowOf(1, row)]);
  if (refused > 0) throw new Error(`the finding ${number} was refused: submission ${id}`);
  return recordedUnder(em, entity.uscc, code, number);
}
