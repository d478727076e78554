import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { fieldWithRole, type Item } from '../catalogue/catalogue.js';
import { FieldRole } from '../catalogue/catalogue-field.entity.js';
import { insertRows } from '../database/bulk.js';
import { CreditRecord, RecordState } from '../records/credit-record.entity.js';
import { withoutStopped } from '../records/publicity.rules.js';
import {
  asVersion,
  recordedAfter,
  type StoredVersion,
  supersede,
  versionColumns,
} from '../records/record-version.service.js';
import { correctedFrom } from '../records/validity.rules.js';
import type { Receiving } from './receiving.js';
import { Rejection } from './rejection.entity.js';
import { type Fault, fault, type SentRow } from './row.js';
import { type CheckedRow, checkRow } from './row-check.rules.js';
import { maskedFault, openedContent, sealedAgain, sealedContent } from './sealing.js';

/** Rows that are checked and written by one round of statements. */
const rowsAtOnce = 1000;

/** A record that is known already, as it stands. */
type Known = CreditRecord & { readonly uscc: string };

/** A row whose subject is known. */
interface Placed {
  readonly record: CheckedRow;
  readonly entityId: string;
}

/** Gathers rows, checks them and writes them a thousand at a time. */
export class Batch {
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
    const versions: CreditRecord[] = [];
    let undecided: readonly Placed[] = good.map(({ record }) => ({ record, entityId: entities.get(record.uscc)! }));
    // what another deed changes meanwhile is looked at again: a repair, say, that is granted while a file is read
    while (undecided.length > 0) undecided = await this.#judge(undecided, versions);
    await insertRows(this.em, CreditRecord, versions);
    await insertRows(this.em, Rejection, this.#rejections);
    this.#rejections = [];
  }

  /** Adds the versions that rows make; answers the rows that have to be judged again. */
  async #judge(rows: readonly Placed[], versions: CreditRecord[]): Promise<Placed[]> {
    const known = await this.#known(rows.map(({ record }) => record));
    const changed: { readonly placed: Placed; readonly before: Known }[] = [];
    for (const placed of rows) {
      const before = known.get(keyOf(placed.record));
      if (!before) {
        this.counts.created++;
        versions.push(this.#version(placed));
      } else if (sameContent(this.#opened(before), placed.record.content)) {
        this.counts.unchanged++;
      } else {
        changed.push({ placed, before });
      }
    }
    const superseded = await supersede(
      this.em,
      changed.map(({ before }) => before.versionId),
      this.receiving.now,
    );
    for (const { placed, before } of changed.filter((one) => superseded.has(one.before.versionId))) {
      this.counts.changed++;
      versions.push(this.#nextVersion(placed, before));
    }
    return changed.filter(({ before }) => !superseded.has(before.versionId)).map(({ placed }) => placed);
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
    const { rows } = await sql<StoredVersion & { readonly uscc: string }>`
      select ${versionColumns}, e.uscc
      from unnest(${records.map(({ uscc }) => uscc)}::text[], ${records.map(({ identity }) => identity)}::text[]) sent (uscc, identity)
      join legal_entity e on e.uscc = sent.uscc
      join credit_record r on r.entity_id = e.id and r.item_code = ${this.item.code} and r.identity = sent.identity
      where r.superseded_at is null`.execute(this.em.getKysely());
    return new Map(rows.map((row) => [keyOf(row), { ...asVersion(row), uscc: row.uscc }]));
  }

  #version({ record, entityId }: Placed): CreditRecord {
    const { severity, naturalPerson, determinedOn, publicFrom, publicUntil, identity, number, content } = record;
    const { viewer, now, secrets } = this.receiving;
    return {
      versionId: uuid(),
      id: uuid(),
      version: 1,
      entityId,
      itemId: this.item.id,
      itemCode: this.item.code,
      identity,
      number,
      severity,
      state: RecordState.EFFECTIVE,
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
      reason: 'first submission',
      basis: null,
      stoppedOn: null,
      revokedOn: null,
      revokedBy: null,
    };
  }

  #nextVersion(placed: Placed, before: Known): CreditRecord {
    const { record } = placed;
    const { now, secrets } = this.receiving;
    const publicity = withoutStopped({ from: record.publicFrom, until: record.publicUntil }, before.stoppedOn);
    const former = { stored: before.content, sent: this.#opened(before) };
    return {
      ...this.#version(placed),
      id: before.id,
      version: before.version + 1,
      // what was repaired, withdrawn or stopped does not come back by being sent again, and a doubt does not go
      state: before.state,
      disputed: before.disputed,
      stoppedOn: before.stoppedOn,
      publicFrom: publicity.from,
      publicUntil: publicity.until,
      content: sealedAgain(secrets, this.item, record.content, record.uscc, former),
      validFrom: correctedFrom(before, record.determinedOn),
      recordedAt: recordedAfter(before, now),
      reason: 'sent again with other content',
    };
  }
}

const keyOf = ({ uscc, identity }: { readonly uscc: string; readonly identity: string }): string =>
  `${uscc}\u001f${identity}`;

function sameContent(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
