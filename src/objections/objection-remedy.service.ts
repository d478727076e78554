import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { FieldChange } from '../collection/amendment.rules.js';
import { type CorrectionGrounds, correctedVersion, withdrawnVersion } from '../collection/amendment.service.js';
import type { Acting, Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { propagate } from '../propagation/propagate.js';
import { ChangeKind } from '../propagation/record-change.entity.js';
import { type CreditRecord, RecordState } from '../records/credit-record.entity.js';
import type { UpholdObjectionInput } from './objection.inputs.js';
import { stoppedPublicity } from './objection.rules.js';
import { ObjectionRemedy } from './objection.words.js';
import { type Deciding, unmarked } from './objection-step.service.js';

/**
 * Does with the record what the provider decided, in the unit of work of the decision: the version, without the mark, and the
 * word to the consumers.
 */
export async function remedied(
  context: Context,
  deciding: Deciding,
  input: UpholdObjectionInput,
  grounds: { readonly reason: string; readonly basis: string | null },
): Promise<void> {
  const [kind, version] = await newVersion(context, deciding, input, grounds);
  await tellConsumers(context, deciding, kind, version);
}

async function newVersion(
  context: Context,
  deciding: Deciding,
  { remedy, fields, revokedOn, document }: UpholdObjectionInput,
  { reason, basis }: { readonly reason: string; readonly basis: string | null },
): Promise<[ChangeKind, CreditRecord]> {
  const { em, record, objection } = deciding;
  const { today } = context;
  const said = {
    reason: `objection ${objection.number}: ${reason}`,
    basis: basis ?? 'objection upheld',
    disputed: false,
  };
  switch (remedy) {
    case ObjectionRemedy.WITHDRAW: {
      // its provider may have withdrawn it before answering
      if (record.state === RecordState.WITHDRAWN) {
        return [ChangeKind.WITHDRAWN, await unmarked(context, deciding, 'upheld, withdrawn before', { basis })];
      }
      const withdrawal = { ...said, revokedOn: revokedOn ?? today, document: document ?? objection.number };
      return [ChangeKind.WITHDRAWN, await withdrawnVersion(em, context, record, withdrawal)];
    }
    case ObjectionRemedy.STOP_PUBLICITY: {
      const stopped = stoppedPublicity(record, today);
      return [ChangeKind.PUBLICITY_STOPPED, await unmarked(context, deciding, 'upheld', { ...stopped, basis })];
    }
    default:
      return [ChangeKind.CORRECTED, await corrected(context, deciding, fields ?? [], said)];
  }
}

/** The record corrected; what its provider has put right since the filing, by whatever way, needs no more than the mark to go. */
async function corrected(
  context: Context,
  deciding: Deciding,
  fields: readonly FieldChange[],
  grounds: CorrectionGrounds,
): Promise<CreditRecord> {
  const { em, record, objection } = deciding;
  try {
    return await correctedVersion(em, context, record, fields, grounds);
  } catch (error) {
    const saysSo = error instanceof Refusal && error.reason === 'AMENDMENT_NOTHING';
    if (!saysSo || !(await contentChangedSince(em, record.id, objection.filedAt))) throw error;
    return unmarked(context, deciding, 'upheld, corrected before', { basis: grounds.basis });
  }
}

/** Tells consumers what became of the record. Of one that was over already they were told when that happened. */
async function tellConsumers(
  acting: Acting,
  { em, objection, record }: Deciding,
  kind: ChangeKind,
  version: CreditRecord,
): Promise<void> {
  if (record.state !== RecordState.EFFECTIVE && version.state === record.state) return;
  objection.changeId = await propagate(em, acting, kind, version);
}

/** Publicity stops, the mark goes, consumers are told. */
export async function stopPublicity(acting: Acting, deciding: Deciding, why: string): Promise<void> {
  const stopped = stoppedPublicity(deciding.record, acting.today);
  const version = await unmarked(acting, deciding, why, stopped);
  await tellConsumers(acting, deciding, ChangeKind.PUBLICITY_STOPPED, version);
}

/** Whether a record has said something else since an instant. What is sealed stays the same text while it says the same. */
async function contentChangedSince(em: EntityManager, id: string, since: Date): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    select count(distinct content) > 1 as changed from credit_record where id = ${id} and recorded_at >= ${since}`.execute(
    em.getKysely(),
  );
  return rows[0]!.changed;
}
