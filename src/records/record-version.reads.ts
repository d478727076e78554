import { type RecordAtHand, reachOf } from '../access/policy.js';
import { asSubject } from '../access/standing.js';
import { isItself } from '../access/viewer.js';
import { WithheldReason } from '../access/words.js';
import { legalDay } from '../calendar/day.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { CreditRecord } from './credit-record.entity.js';
import { publicationOfPast } from './publication.rules.js';
import type { RecordRow } from './record.reads.js';
import type { RecordVersion, Withdrawal } from './record-version.js';

const ofRecords = statement<CreditRecord>(
  'versionsOfRecords',
  `select ${columns<CreditRecord>('r', [
    ...(['id', 'version', 'entityId', 'itemId', 'number', 'state', 'disputed', 'severity', 'determinedOn'] as const),
    ...(['validFrom', 'validUntil', 'recordedAt', 'supersededAt', 'submissionId', 'recordedBy', 'reason'] as const),
    ...(['basis', 'publicFrom', 'publicUntil', 'content', 'revokedOn', 'revokedBy'] as const),
  ])} from credit_record r where r.id = any(${asGiven('$1::uuid[]')}) order by r.id, r.version desc`,
);

/** Every version of records that were found already, by their ids. */
const storedVersions = batch<Context, string, readonly CreditRecord[]>(async ({ reads }, ids) => {
  const byRecord = Map.groupBy(await reads.rows(ofRecords, [ids]), ({ id }) => id);
  return ids.map((id) => byRecord.get(id) ?? []);
});

type Path = Parameters<Context['withheld']['addRows']>[0];

/** The versions of a record that the viewer may know of, newest first; none of one that is shown as repaired and no more. */
export async function versionsOfRecord(context: Context, path: Path, record: RecordRow): Promise<RecordVersion[]> {
  if (record.standsNow?.gated) {
    context.withheld.addRows(path, WithheldReason.REPAIRED);
    return [];
  }
  const versions = await context.load(storedVersions, record.id);
  const wholly = knowsWholly(context, record);
  const [now] = versions;
  return versions.map((stored) => ({
    ...stored,
    submission: stored.submissionId,
    uscc: record.uscc,
    item: context.reference(catalogue).edition(stored.itemId),
    atHand: atHandOfVersion(context, record, saysOf(stored) === saysOf(now!), wholly),
    wholly,
    withdrawal: withdrawalOf(stored),
  }));
}

/** Whether the viewer knows of the record whether or not it is published. */
function knowsWholly({ viewer, standing }: Context, { uscc, item }: RecordRow): boolean {
  const reach = reachOf(isItself(viewer, uscc) ? asSubject : standing.towards(item), item);
  return reach === 'ALL' || reach === 'IN_FORCE';
}

/** A version's values are seen as the record is today; whoever knows of it only so far sees none that say something else. */
const atHandOfVersion = ({ today }: Context, record: RecordRow, same: boolean, wholly: boolean): RecordAtHand => ({
  publication: publicationOfPast(record.standsNow ?? record, same, today),
  consented: record.consented && (same || wholly),
});

const saysOf = ({ itemId, number, content }: CreditRecord): string => JSON.stringify([itemId, number, content]);

const withdrawalOf = ({ revokedOn, revokedBy, recordedAt }: CreditRecord): Withdrawal | null =>
  revokedOn === null ? null : { revokedOn, document: revokedBy ?? '', withdrawnOn: legalDay(recordedAt) };
