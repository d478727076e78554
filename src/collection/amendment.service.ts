import type { EntityManager } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { audit } from '../audit/audit.js';
import type { Day } from '../calendar/day.js';
import type { Item } from '../catalogue/catalogue.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Acting, Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { propagate } from '../propagation/propagate.js';
import { ChangeKind } from '../propagation/record-change.entity.js';
import { type CreditRecord, RecordState } from '../records/credit-record.entity.js';
import { changedRecord, type RecordRow, recordById } from '../records/record.reads.js';
import { lockedRecord, type VersionChange, writeVersion } from '../records/record-version.service.js';
import { needed } from '../workflow/written.js';
import type { CorrectRecordInput, WithdrawRecordInput } from './amendment.inputs.js';
import { amended, checkWithdrawal, type FieldChange, subjectOf } from './amendment.rules.js';
import { openedContent, sealedAgain } from './sealing.js';

/** Who changes a record; jobs and other deeds bring their own. */
export type Amending = Pick<Acting, 'viewer' | 'now' | 'today' | 'rehearsed' | 'requestId' | 'reference'> &
  Pick<Context, 'secrets'>;

/** Why a record is changed. */
export interface Grounds {
  readonly reason: string;
  /** The article or document that the change rests on. */
  readonly basis: string;
  /** Whether it is marked as disputed from now on; not named: as before. */
  readonly disputed?: boolean;
}

/** Why and from when a record is corrected. */
export interface CorrectionGrounds extends Grounds {
  /** From which day the correction holds; null: from the beginning. */
  readonly effectiveFrom?: Day | null;
}

/** Why a record is withdrawn. */
export interface WithdrawalGrounds extends Grounds {
  /** The day on which what it records was changed, revoked or held void. */
  readonly revokedOn: Day;
  /** The document that did so. */
  readonly document: string;
  /** From which day the record says nothing any more; not named: it is void from the beginning. */
  readonly validFrom?: Day;
}

/** The provider corrects a record: the fields that it names say something else, all others stay. 更正. */
export async function correctRecord(context: Context, input: CorrectRecordInput): Promise<RecordRow> {
  const grounds = { ...groundsOf(input), effectiveFrom: input.effectiveFrom ?? null };
  return changeOwn(context, input.record, ChangeKind.CORRECTED, (em, before) =>
    correctedVersion(em, context, before, input.fields, grounds),
  );
}

/** The provider withdraws a record: what it records was changed, revoked or held void. 撤回. */
export async function withdrawRecord(context: Context, input: WithdrawRecordInput): Promise<RecordRow> {
  const { revokedOn } = input;
  const grounds = { ...groundsOf(input), revokedOn, document: needed('document', input.document) };
  return changeOwn(context, input.record, ChangeKind.WITHDRAWN, (em, before) =>
    withdrawnVersion(em, context, before, grounds),
  );
}

const groundsOf = (input: { readonly reason: string; readonly basis: string }) => ({
  reason: needed('reason', input.reason),
  basis: needed('basis', input.basis),
});

/**
 * Changes a record of the viewer's own department in one unit of work, and tells its consumers: of others it may not know, or only look at them. Two
 * who change one record at once do so one after the other, the second what the first has made of it.
 */
async function changeOwn(
  context: Context,
  id: string,
  kind: ChangeKind,
  change: (em: EntityManager, before: CreditRecord) => Promise<CreditRecord>,
): Promise<RecordRow> {
  const known = isUuid(id) ? await context.load(recordById, id) : null;
  if (!known) throw new Refusal('RECORD_UNKNOWN');
  const { providerCode: provider } = known.item;
  if (provider !== context.viewer.department) throw new Refusal('AMENDMENT_NOT_PROVIDER', { provider });
  await context.em.transactional(async (em) => {
    const before = await lockedRecord(em, known.id);
    if (!before) throw new Refusal('RECORD_UNKNOWN');
    await propagate(em, context, kind, await change(em, before));
  });
  return (await changedRecord(context, known.id))!;
}

/**
 * Corrects a record in the unit of work at hand, with its audit entry: the named values are merged into what it says and all
 * of it is checked as a row that is sent; severity and publicity follow, save that publicity that was stopped stays so.
 *
 * @param before the current version, locked (`lockedRecord`)
 * @throws Refusal as `amended` says
 */
export async function correctedVersion(
  em: EntityManager,
  amending: Amending,
  before: CreditRecord,
  fields: readonly FieldChange[],
  { reason, basis, disputed = before.disputed, effectiveFrom = null }: CorrectionGrounds,
): Promise<CreditRecord> {
  const { secrets, today } = amending;
  const item = itemOf(amending, before);
  const uscc = subjectOf(item, before.content);
  const former = { stored: before.content, sent: openedContent(secrets, item, before.content, uscc) };
  const situation = { fields, effectiveFrom, today };
  const { content, changed, record, validFrom } = amended(item, { ...before, disputed }, former.sent, situation);
  const { number, severity, naturalPerson, determinedOn, publicFrom, publicUntil } = record;
  return amendedVersion(
    em,
    amending,
    before,
    'record.correct',
    { fields: changed, effectiveFrom: validFrom },
    {
      ...{ number, severity, naturalPerson, determinedOn, publicFrom, publicUntil, validFrom, disputed, reason, basis },
      content: sealedAgain(secrets, item, content, uscc, former),
    },
  );
}

/**
 * Withdraws a record in the unit of work at hand, with its audit entry: it is void from the beginning, unless the grounds name a
 * day from which it is.
 *
 * @param before the current version, locked (`lockedRecord`)
 * @throws Refusal when it was withdrawn already, or was revoked on a day that cannot be
 */
export async function withdrawnVersion(
  em: EntityManager,
  amending: Amending,
  before: CreditRecord,
  {
    reason,
    basis,
    disputed = before.disputed,
    revokedOn,
    document,
    validFrom = before.determinedOn,
  }: WithdrawalGrounds,
): Promise<CreditRecord> {
  checkWithdrawal(before, revokedOn, amending.today);
  const state = RecordState.WITHDRAWN;
  return amendedVersion(
    em,
    amending,
    before,
    'record.withdraw',
    { revokedOn, document },
    {
      ...{ state, validFrom, disputed, revokedOn, revokedBy: document, reason, basis },
    },
  );
}

const itemOf = ({ reference }: Amending, { itemId }: CreditRecord): Item => reference(catalogue).edition(itemId);

/** Writes the version and its audit entry, which names fields and never their values. */
async function amendedVersion(
  em: EntityManager,
  amending: Amending,
  before: CreditRecord,
  deed: string,
  facts: Record<string, unknown>,
  change: VersionChange,
): Promise<CreditRecord> {
  const after = await writeVersion(em, amending, before, change);
  const { code, providerCode: provider } = itemOf(amending, before);
  audit(em, amending, {
    deed,
    subjectType: 'CreditRecord',
    subjectId: before.id,
    facts: { item: code, provider, before: before.version, after: after.version, ...facts },
  });
  return after;
}
