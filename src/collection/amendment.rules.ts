import type { Day } from '../calendar/day.js';
import { fieldWithRole, type Item } from '../catalogue/catalogue.js';
import { FieldRole } from '../catalogue/catalogue-field.entity.js';
import { Refusal } from '../messages/refusal.js';
import type { CreditRecord } from '../records/credit-record.entity.js';
import { withoutStopped } from '../records/publicity.rules.js';
import { correctedFrom } from '../records/validity.rules.js';
import { type Cells, cellsOf, fault } from './row.js';
import { type CheckedRow, checkRow } from './row-check.rules.js';
import { maskedFault } from './sealing.js';

/** What a field should say; no value: nothing. */
export interface FieldChange {
  readonly key: string;
  readonly value?: string | null;
}

/** The record as a correction finds it. */
type Amended = Pick<CreditRecord, 'state' | 'disputed' | 'determinedOn' | 'validFrom' | 'stoppedOn' | 'number'>;

/** A correction that may be made. */
export interface Amendment {
  /** The content as it would be sent. */
  readonly content: Cells;
  /** Keys of the fields that say something else than before. */
  readonly changed: readonly string[];
  readonly record: Pick<
    CheckedRow,
    'number' | 'severity' | 'naturalPerson' | 'determinedOn' | 'publicFrom' | 'publicUntil'
  >;
  readonly validFrom: Day;
}

const fixed: readonly (FieldRole | null)[] = [FieldRole.IDENTITY, FieldRole.ENTITY_CODE];

/** Of which entity a record is: the code in its content. */
export const subjectOf = (item: Item, content: Cells): string =>
  content[fieldWithRole(item, FieldRole.ENTITY_CODE)!.key]!;

/**
 * What a correction makes of a record, checked as a row that is sent. Refuses what was repaired or withdrawn, what says which
 * record it is, what the item does not take (as a submission would: the first fault is told), what changes nothing.
 *
 * @param sent the content as it was sent
 */
export function amended(
  item: Item,
  before: Amended,
  sent: Cells,
  { fields, effectiveFrom, today }: { fields: readonly FieldChange[]; effectiveFrom: Day | null; today: Day },
): Amendment {
  const { state } = before;
  if (state === 'REPAIRED' || state === 'WITHDRAWN') throw new Refusal('AMENDMENT_STATE', { state });
  const content = merged(item, sent, fields);
  const checked = checkRow(item, content, today);
  if (checked.faults) {
    const { reason, params } = maskedFault(item, checked.faults[0]!);
    throw new Refusal(reason, params);
  }
  const changed = item.fields.map(({ key }) => key).filter((key) => content[key] !== sent[key]);
  if (changed.length === 0) throw new Refusal('AMENDMENT_NOTHING');
  const { record } = checked;
  const publicity = withoutStopped({ from: record.publicFrom, until: record.publicUntil }, before.stoppedOn);
  return {
    content,
    changed,
    record: { ...record, publicFrom: publicity.from, publicUntil: publicity.until },
    validFrom: startOf(effectiveFrom, before, record.determinedOn, today),
  };
}

function merged(item: Item, sent: Cells, fields: readonly FieldChange[]): Cells {
  const content: Record<string, string> = { ...sent };
  const named = new Set<string>();
  for (const { key, value } of fields) {
    const field = item.fields.find((one) => one.key === key);
    if (!field) {
      const { reason, params } = fault('UNKNOWN_COLUMN', key);
      throw new Refusal(reason, params);
    }
    if (named.has(key)) throw new Refusal('AMENDMENT_FIELD_TWICE', { field: key });
    named.add(key);
    // blanks around a value go, and an empty one is none, as in a row
    const text = cellsOf({ value })!['value'];
    if (fixed.includes(field.role) && text !== sent[key]) throw new Refusal('AMENDMENT_IDENTITY', { field: key });
    if (text === undefined) delete content[key];
    else content[key] = text;
  }
  return content;
}

function startOf(effectiveFrom: Day | null, before: Amended, determinedOn: Day, today: Day): Day {
  if (effectiveFrom === null) return correctedFrom(before, determinedOn);
  const from = determinedOn < before.determinedOn ? determinedOn : before.determinedOn;
  if (effectiveFrom < from || effectiveFrom > today) {
    throw new Refusal('AMENDMENT_EFFECTIVE', { value: effectiveFrom, from, until: today });
  }
  return effectiveFrom;
}

/** Refuses to withdraw what was withdrawn already, or on a day that cannot be. */
export function checkWithdrawal(
  { state, determinedOn }: Pick<CreditRecord, 'state' | 'determinedOn'>,
  revokedOn: Day,
  today: Day,
): void {
  if (state === 'WITHDRAWN') throw new Refusal('AMENDMENT_STATE', { state });
  if (revokedOn < determinedOn || revokedOn > today) {
    throw new Refusal('REVOKED_ON', { value: revokedOn, from: determinedOn, until: today });
  }
}
