import { monthsAfter } from '../calendar/day.js';
import { itemInForce } from '../catalogue/catalogue.reads.js';
import { type Amending, type WithdrawalGrounds, withdrawnVersion } from '../collection/amendment.service.js';
import { rowOf } from '../collection/file-reader.js';
import type { Receiving } from '../collection/receiving.js';
import { SubmissionFormat } from '../collection/submission.entity.js';
import { receiveSubmission } from '../collection/submission.service.js';
import type { Context } from '../context.js';
import type { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { recordedUnder } from '../dishonesty/recorded.js';
import { Refusal } from '../messages/refusal.js';
import { propagate } from '../propagation/propagate.js';
import { ChangeKind } from '../propagation/record-change.entity.js';
import { lockedRecord } from '../records/record-version.service.js';
import { ListKind } from './list.words.js';
import { remedies } from './listing.documents.js';
import { refuseListed } from './listing-standing.service.js';
import type { Acted } from './listing-step.service.js';

/** Records an entry in the unit of work at hand, through the same door as everybody's records. */
export async function recordEntry(context: Context, acted: Acted): Promise<void> {
  const { em, entry, list, entity } = acted;
  const { viewer, now, today, rehearsed, requestId, secrets, reference } = context;
  await refuseListed(em, entity.id, list.itemCode, today);
  const unit = reference(departments).get(entry.departmentCode)!;
  const proposer = reference(departments).get(entry.proposerCode)!;
  const until = monthsAfter(today, list.termMonths);
  const row =
    list.kind === ListKind.RED ? redRow(acted, unit, proposer, today, until) : seriousRow(acted, unit, today, until);
  const receiving: Receiving = { viewer, now, today, rehearsed, requestId, secrets, reference, em };
  const item = itemInForce(context, list.itemCode);
  const { refused, created, id } = await receiveSubmission(receiving, item, SubmissionFormat.ROWS, [rowOf(1, row)]);
  if (refused > 0) throw new Error(`the listing ${entry.number} was refused: submission ${id}`);
  // a record with the number that was sent before is another one, which an entry must not take for its own
  if (created !== 1) throw new Refusal('LISTING_NUMBER_TAKEN', { number: entry.decisionNumber });
  entry.recordId = await recordedUnder(em, entity.uscc, list.itemCode, entry.decisionNumber);
}

/** As the national template of lists of serious dishonesty has it. */
const seriousRow = ({ entry, list, entity }: Acted, unit: Department, today: string, until: string) => ({
  ZTMC: entity.name,
  TYSHXYDM: entity.uscc,
  LRWH: entry.decisionNumber,
  GZRQ: entry.filedOn,
  LRSY: entry.facts,
  LRYJ: entry.basis,
  LRRQ: today,
  CJCS: list.consequences,
  YCTJ: list.removalConditions,
  JTQK: remedies,
  GSJZQ: until,
  RDJG: unit.name,
  RDJGDM: unit.uscc,
});

const redRow = (
  { entry, list, entity }: Acted,
  unit: Department,
  proposer: Department,
  today: string,
  until: string,
) => ({
  ZTMC: entity.name,
  TYSHXYDM: entity.uscc,
  MDMC: list.title,
  LRWH: entry.decisionNumber,
  LRSY: entry.facts,
  LRYJ: entry.basis,
  GSKSRQ: entry.filedOn,
  LRRQ: today,
  YXQZ: until,
  JLCS: list.consequences,
  TMDW: proposer.name,
  RDJG: unit.name,
  RDJGDM: unit.uscc,
});

/** Withdraws the record of an entry in the unit of work at hand, and tells its consumers: whatever was linked to it ends too. */
export async function withdrawEntry(amending: Amending, { em, entry }: Acted, end: WithdrawalGrounds): Promise<void> {
  const record = (await lockedRecord(em, entry.recordId!))!;
  await propagate(em, amending, ChangeKind.WITHDRAWN, await withdrawnVersion(em, amending, record, end));
}
