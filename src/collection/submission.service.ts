import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import { audit } from '../audit/audit.js';
import type { Day } from '../calendar/day.js';
import { fieldWithRole, type Item } from '../catalogue/catalogue.js';
import { itemInForce } from '../catalogue/catalogue.reads.js';
import { FieldRole } from '../catalogue/catalogue-field.entity.js';
import { insertRows } from '../database/bulk.js';
import type { Secrets } from '../database/secrets.js';
import type { Snapshot } from '../database/snapshot.js';
import { Refusal } from '../messages/refusal.js';
import { CreditRecord, RecordState } from '../records/credit-record.entity.js';
import { orBackwards } from '../records/recorded-time.js';
import { Rejection } from './rejection.entity.js';
import { type Fault, fault, type SentRow } from './row.js';
import { type CheckedRow, checkRow } from './row-check.rules.js';
import { maskedFault, openedContent, sealedContent } from './sealing.js';
import { Submission, type SubmissionFormat } from './submission.entity.js';

/** What receiving needs to know of the request; commands bring their own. */
export interface Receiving {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly today: Day;
  readonly rehearsed: boolean;
  readonly requestId: string;
  readonly em: EntityManager;
  readonly secrets: Secrets;
  reference<T>(snapshot: Snapshot<T>): T;
}

/** Rows that are checked and written by one round of statements. */
const rowsAtOnce = 1000;

/** The item in force under a code, if the viewer is its provider: nobody else may submit it. */
export function itemToSubmit(
  { viewer, today, reference }: Pick<Receiving, 'viewer' | 'today' | 'reference'>,
  code: string,
): Item {
  const item = itemInForce({ reference, today }, code);
  if (viewer.role !== Role.DEPARTMENT || viewer.department !== item.providerCode) {
    throw new Refusal('NOT_THE_PROVIDER', { item: code, provider: item.providerCode });
  }
  return item;
}

/**
 * Receives rows of an item in one transaction: either the submission is there with every row accounted for, or nothing is.
 * Rows that are known to the letter change nothing; rows that say something else of a known record become its new version.
 */
export async function receiveSubmission(
  receiving: Receiving,
  item: Item,
  format: SubmissionFormat,
  rows: AsyncIterable<SentRow> | Iterable<SentRow>,
): Promise<Submission> {
  return receiving.em.transactional(async (em) => {
    // one submission of an item at a time: two that bring the same record cannot both find it missing
    await sql`select pg_advisory_xact_lock(hashtext('submission'), hashtext(${item.code}))`.execute(em.getKysely());
    const batch = new Batch(em, receiving, item, uuid());
    for await (const sent of rows) await batch.take(sent);
    await batch.write();
    const submission = em.create(Submission, {
      id: batch.submissionId,
      itemCode: item.code,
      itemId: item.id,
      format,
      submittedBy: receiving.viewer.subject,
      receivedAt: receiving.now,
      ...batch.counts,
    });
    em.persist(submission);
    audit(em, receiving, {
      deed: 'submission.receive',
      subjectType: 'Submission',
      subjectId: submission.id,
      facts: { item: item.code, edition: item.edition, format, ...batch.counts },
    });
    return submission;
  });
}

interface Known {
  readonly identity: string;
  readonly uscc: string;
  readonly id: string;
  readonly version: number;
  readonly state: RecordState;
  readonly content: Record<string, string>;
}

/** Gathers rows, checks them and writes them a thousand at a time. */
class Batch {
  readonly counts = { read: 0, created: 0, changed: 0, unchanged: 0, refused: 0 };
  readonly #codeField: string;
  #waiting = new Map<string, { row: number; record: CheckedRow }>();
  #rejections: Rejection[] = [];

  constructor(
    readonly em: EntityManager,
    readonly receiving: Receiving,
    readonly item: Item,
    readonly submissionId: string,
  ) {
    this.#codeField = fieldWithRole(item, FieldRole.ENTITY_CODE)!.key;
  }

  async take(sent: SentRow): Promise<void> {
    this.counts.read++;
    if ('fault' in sent) return this.#refuse(sent.row, [sent.fault]);
    const checked = checkRow(this.item, sent.cells, this.receiving.today);
    if (checked.faults) return this.#refuse(sent.row, checked.faults);
    const key = keyOf(checked.record);
    // a row that repeats one still waiting is compared with what that one has become
    if (this.#waiting.has(key) || this.#waiting.size >= rowsAtOnce) await this.write();
    this.#waiting.set(key, { row: sent.row, record: checked.record });
  }

  async write(): Promise<void> {
    const waiting = [...this.#waiting.values()];
    this.#waiting = new Map();
    const entities = await this.#entitiesOf(waiting.map(({ record }) => record.uscc));
    const good = waiting.filter(({ row, record }) => {
      if (entities.has(record.uscc)) return true;
      this.#refuse(row, [fault('ENTITY_UNKNOWN', this.#codeField, record.uscc)]);
      return false;
    });
    const known = await this.#known(good.map(({ record }) => record));
    const versions: CreditRecord[] = [];
    const superseded: string[] = [];
    for (const { record } of good) {
      const before = known.get(keyOf(record));
      if (before && sameContent(this.#opened(before), record.content)) {
        this.counts.unchanged++;
        continue;
      }
      if (before) superseded.push(before.id);
      this.counts[before ? 'changed' : 'created']++;
      versions.push(this.#version(record, entities.get(record.uscc)!, before));
    }
    const { now } = this.receiving;
    if (superseded.length > 0) {
      await sql`update credit_record set superseded_at = ${now} where superseded_at is null and id = any(${superseded}::uuid[])`
        .execute(this.em.getKysely())
        .catch((error: unknown) => {
          throw orBackwards(error);
        });
    }
    await insertRows(this.em, CreditRecord, versions);
    await insertRows(this.em, Rejection, this.#rejections);
    this.#rejections = [];
  }

  #refuse(row: number, faults: readonly Fault[]): void {
    this.counts.refused++;
    for (const [i, fault] of faults.entries()) {
      const { field, value, reason, params } = maskedFault(this.item, fault);
      this.#rejections.push({ submissionId: this.submissionId, row, fault: i + 1, field, value, reason, params });
    }
  }

  #opened({ content, uscc }: Known): Readonly<Record<string, string>> {
    return openedContent(this.receiving.secrets, this.item, content, uscc);
  }

  async #entitiesOf(codes: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await sql<{ uscc: string; id: string }>`
      select uscc, id from legal_entity where uscc = any(${codes}::text[])`.execute(this.em.getKysely());
    return new Map(rows.map(({ uscc, id }) => [uscc, id]));
  }

  async #known(records: readonly CheckedRow[]): Promise<Map<string, Known>> {
    const { rows } = await sql<Known>`
      select r.identity, e.uscc, r.id, r.version, r.state, r.content
      from unnest(${records.map(({ uscc }) => uscc)}::text[], ${records.map(({ identity }) => identity)}::text[]) sent (uscc, identity)
      join legal_entity e on e.uscc = sent.uscc
      join credit_record r on r.entity_id = e.id and r.item_code = ${this.item.code} and r.identity = sent.identity
      where r.superseded_at is null`.execute(this.em.getKysely());
    return new Map(rows.map((row) => [keyOf(row), row]));
  }

  #version(record: CheckedRow, entityId: string, before: Known | undefined): CreditRecord {
    const { severity, naturalPerson, determinedOn, publicFrom, publicUntil, identity, number, content } = record;
    const { viewer, now, secrets } = this.receiving;
    return {
      versionId: uuid(),
      id: before?.id ?? uuid(),
      version: (before?.version ?? 0) + 1,
      entityId,
      itemId: this.item.id,
      itemCode: this.item.code,
      identity,
      number,
      severity,
      // what was repaired or withdrawn does not come back by being sent again
      state: before?.state ?? RecordState.EFFECTIVE,
      disputed: false,
      naturalPerson,
      determinedOn,
      publicFrom,
      publicUntil,
      content: sealedContent(secrets, this.item, content, record.uscc),
      validFrom: determinedOn,
      validUntil: null,
      recordedAt: now,
      supersededAt: null,
      submissionId: this.submissionId,
      recordedBy: viewer.subject,
      reason: before ? 'sent again with other content' : 'first submission',
    };
  }
}

const keyOf = ({ uscc, identity }: { readonly uscc: string; readonly identity: string }): string =>
  `${uscc}\u001f${identity}`;

function sameContent(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
