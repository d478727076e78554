import { pino } from 'pino';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../src/access/viewer.js';
import { Role } from '../src/access/words.js';
import type { Context } from '../src/context.js';
import { Objection } from '../src/objections/objection.entity.js';
import { fileObjection } from '../src/objections/objection.service.js';
import { ObjectionGround } from '../src/objections/objection.words.js';
import { Consumer, ConsumerKind } from '../src/propagation/consumer.entity.js';
import { registerConsumer } from '../src/propagation/consumer.service.js';
import type { RegisterConsumerInput } from '../src/propagation/propagation.inputs.js';
import { CreditRecord } from '../src/records/credit-record.entity.js';
import { LegalEntity } from '../src/registry/legal-entity.entity.js';
import { applyForRepair } from '../src/repair/repair.service.js';
import { RepairApplication } from '../src/repair/repair-application.entity.js';
import { acceptRepair, refuseRepair, requestRepairSupplement } from '../src/repair/repair-decision.service.js';
import { type Resources, requestContext } from '../src/server/request-context.js';
import { loadArrears } from './arrears.js';
import { loadCommitments } from './commitments.js';
import { loadGrants } from './grants.js';
import { loadLists } from './lists.js';
import { loadProcurement } from './procurement.js';
import { loadRestrictions } from './restrictions.js';

const log = pino({ enabled: false });

/**
 * What is under way in the invented city: two systems that are told of changes and acknowledge them themselves, three applications
 * for repair (to be decided, to be supplemented, refused), an objection that is being verified, two promises, four cases of
 * arrears, a contract that is due soon, two restrictions (one in force, one to be answered), two listings on the red list, and the
 * grants that the rules of the fast track bring. Their days are fixed, so that they lie in years with an official calendar
 * whenever the city is loaded.
 */
export async function loadCases(resources: Resources): Promise<void> {
  // what a start that was cut off has made stays as it is
  const as = (viewer: Omit<Viewer, 'subject'> & Partial<Pick<Viewer, 'subject'>>, day: string): Context =>
    requestContext(resources, {
      viewer: { subject: 'demonstration', ...viewer },
      stated: { purpose: null, caseNumber: null },
      address: 'demonstration',
      language: 'zh',
      requestId: uuid(),
      now: new Date(`${day}T10:00:00+08:00`),
      rehearsal: null,
      log,
    });
  await registered(as);
  // lists go by the order of filing
  await refused(as);
  await toBeSupplemented(as);
  await toBeDecided(as);
  await objected(as);
  await loadCommitments(resources, as);
  await loadArrears(resources, as);
  await loadProcurement(resources, as);
  await loadRestrictions(resources, as);
  await loadLists(resources, as);
  await loadGrants(resources, as);
}

type As = (viewer: Omit<Viewer, 'subject'>, day: string) => Context;

const officer = (department: string) => ({ role: Role.DEPARTMENT, department });

async function registered(as: As): Promise<void> {
  const context = as({ role: Role.CREDIT_CENTRE }, '2026-04-01');
  const systems: readonly RegisterConsumerInput[] = [
    { code: 'TAX_RISK', name: '税收风险管理系统（示例）', kind: ConsumerKind.DEPARTMENT_SYSTEM, department: 'TAX' },
    { code: 'REGION_PLATFORM', name: '自治区信用信息平台（示例）', kind: ConsumerKind.PROVINCIAL_PLATFORM },
  ];
  for (const system of systems) {
    if ((await context.em.count(Consumer, { code: system.code })) === 0) await registerConsumer(context, system);
  }
}

/** A record of the city, by the code of its entity and the number of its document. */
interface Named {
  readonly uscc: string;
  readonly number: string;
}

/** The record with its entity, as far as a case needs them. */
async function found({ em }: Context, { uscc, number }: Named) {
  const entity = await em.findOneOrFail(LegalEntity, { uscc });
  const record = await em.findOneOrFail(CreditRecord, { entityId: entity.id, number, supersededAt: null });
  return { record: record.id, signedBy: entity.legalRepresentative ?? entity.name };
}

/** The id of an application for the repair of the record, filed just now; null when there has been one before. */
async function applied(as: As, named: Named, day: string, proof: string): Promise<string | null> {
  const context = as({ role: Role.ENTERPRISE, uscc: named.uscc }, day);
  const { record, signedBy } = await found(context, named);
  if ((await context.em.count(RepairApplication, { recordId: record })) > 0) return null;
  const { id } = await applyForRepair(context, {
    record,
    proofs: [{ title: '罚款缴纳凭证', heldBy: 'FINANCE', number: proof }],
    commitment: { accepts: true, signedBy },
    statement: '罚款已按期缴清，违法行为已改正。',
  });
  return id;
}

async function toBeDecided(as: As): Promise<void> {
  const named = { uscc: '91150200MA0T3Q2E8N', number: '包交罚决〔2026〕0003号' };
  const id = await applied(as, named, '2026-11-17', '包财票〔2026〕8001号');
  if (id !== null) await acceptRepair(as(officer('TRANSPORT'), '2026-11-19'), { id });
}

async function toBeSupplemented(as: As): Promise<void> {
  const named = { uscc: '91150207MA0T3Q1R8H', number: '包应急罚决〔2026〕0005号' };
  const id = await applied(as, named, '2026-11-16', '包财票〔2026〕8002号');
  if (id === null) return;
  const missing = ['安全警示标志整改验收意见'];
  await requestRepairSupplement(as(officer('EMERGENCY'), '2026-11-18'), { id, missing });
}

async function refused(as: As): Promise<void> {
  const named = { uscc: '91150204MA0T3Q0Y9Q', number: '包文旅罚决〔2026〕0001号' };
  const id = await applied(as, named, '2026-11-02', '包财票〔2026〕8003号');
  if (id === null) return;
  await acceptRepair(as(officer('CULTURE'), '2026-11-04'), { id });
  await refuseRepair(as(officer('CULTURE'), '2026-11-10'), {
    id,
    reason: '现场复查时经营场所仍未公示举报电话，违法行为尚未改正。',
  });
}

async function objected(as: As): Promise<void> {
  const named = { uscc: '91150223MA0T3Q4D2Q', number: '包环罚决〔2026〕0010号' };
  const context = as({ role: Role.ENTERPRISE, uscc: named.uscc }, '2026-11-18');
  const { record } = await found(context, named);
  if ((await context.em.count(Objection, { recordId: record })) > 0) return;
  await fileObjection(context, {
    record,
    ground: ObjectionGround.CONTENT_WRONG,
    field: 'CF_NR_FK',
    statement: '罚款金额与处罚决定书不一致。',
    evidence: '行政处罚决定书原件；缴款书 包财票〔2026〕8004号',
  });
}
