import { type EntityManager, LockMode, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { validate as isUuid, v7 as uuid } from 'uuid';
import { monthsAfter } from '../calendar/day.js';
import type { Acting, Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { entityByCode } from '../registry/legal-entity.reads.js';
import { nextCaseNumber } from '../workflow/case-number.js';
import { enterStep, unbegun } from '../workflow/enter-step.js';
import { takeOrRefuse } from '../workflow/take.js';
import { takeInCase } from '../workflow/take-in-case.js';
import type { StepOf } from '../workflow/workflow.js';
import { needed } from '../workflow/written.js';
import { factsWithin } from './fast-track.reads.js';
import { type FastTrackFacts, termsOf } from './fast-track.rules.js';
import { FastTrackProposer, type FastTrackRule } from './fast-track-rule.entity.js';
import { fastTrackRules } from './fast-track-rule.reads.js';
import { FastTrackGrant } from './grant.entity.js';
import type { GrantFastTrackInput, GrantObjectionInput, RenounceGrantInput } from './grant.inputs.js';
import { grantBy } from './grant.reads.js';
import { guardsOf, ownStep, partyOf } from './grant.rules.js';
import { GrantState, openGrantStates } from './grant.states.js';
import { grantWorkflow } from './grant.workflow.js';
import { grantCase } from './grant-case.js';
import { serviceItem } from './service-item.reads.js';

type GrantStep = StepOf<typeof grantWorkflow>;

/** What a grant covers, and who asks for it. */
interface Proposed {
  readonly rule: FastTrackRule;
  /** The department that proposes it; null: the rule. */
  readonly proposerCode: string | null;
  readonly departments: readonly string[];
  readonly serviceItems: readonly string[];
  readonly reason: string | null;
}

/** A department proposes a grant for matters of its own, under a rule of that kind: 提出资格. */
export async function grantFastTrack(context: Context, input: GrantFastTrackInput): Promise<FastTrackGrant> {
  const { viewer, reference, today } = context;
  const department = viewer.department!;
  const reason = needed('reason', input.reason);
  const rule = reference(fastTrackRules).get(input.rule);
  if (!rule || rule.inForceFrom > today)
    throw new Refusal('FAST_TRACK_RULE_UNKNOWN', { rule: input.rule.slice(0, 100) });
  if (rule.proposer !== FastTrackProposer.DEPARTMENT)
    throw new Refusal('FAST_TRACK_RULE_PROPOSES', { rule: rule.code });
  const serviceItems = [...new Set(input.serviceItems ?? [])];
  for (const code of serviceItems) {
    const { departmentCode } = serviceItem(context, code);
    if (departmentCode !== department) {
      throw new Refusal('SERVICE_ITEM_NOT_YOURS', { serviceItem: code, department: departmentCode });
    }
  }
  const entity = await context.load(entityByCode, input.uscc);
  if (!entity) throw new Refusal('FAST_TRACK_ENTITY_UNKNOWN', { uscc: input.uscc });
  const proposed = { rule, proposerCode: department, departments: [department], serviceItems, reason };
  return context.em.transactional((em) => propose(em, context, entity.id, proposed)).catch(undoubled(rule));
}

/**
 * Proposes a grant in the unit of work at hand: the rule must be met, and nothing may stand against it.
 *
 * @throws Refusal the first thing that stands against it; FAST_TRACK_OPEN
 */
export async function propose(
  em: EntityManager,
  acting: Acting,
  entityId: string,
  { rule, proposerCode, departments, serviceItems, reason }: Proposed,
): Promise<FastTrackGrant> {
  const { viewer, now, today } = acting;
  const by = proposerCode === null ? 'CLOCK' : 'PROPOSER';
  // the number comes first: whoever waited for it sees what was proposed meanwhile
  const number = await nextCaseNumber(em, 'fast_track_grant', 'G', today);
  const open = await em.findOne(FastTrackGrant, {
    ...{ entityId, ruleCode: rule.code, proposerCode },
    state: { $in: [...openGrantStates] },
  });
  if (open) throw new Refusal('FAST_TRACK_OPEN', { rule: rule.code, number: open.number });
  const facts = await factsOf(em, acting, entityId);
  const guards = guardsOf({ grant: null, facts, terms: rule, viewer, reason, today });
  const { row } = takeOrRefuse(grantWorkflow, 'propose', { state: null, party: by, guards, history: [] });
  const grant = em.create(FastTrackGrant, {
    ...{ id: uuid(), number, ...unbegun(now, today), state: GrantState.PROPOSED },
    ...{ entityId, uscc: facts.uscc, ruleCode: rule.code, edition: rule.edition, proposerCode },
    ...{ benefits: rule.benefits, leastGrade: rule.leastGrade, months: rule.months, liveLimit: rule.liveLimit },
    ...{ departments: [...departments], serviceItems: [...serviceItems] },
    ...{ validFrom: null, validUntil: null, objection: null },
  });
  enterStep(em, acting, grantCase, grant, { row, by, reason, basis: rule.basis, facts: { rule: rule.code } });
  return grant;
}

/** A department or, while it is announced, another enterprise objects: 提出异议. */
export function objectToGrant(context: Context, input: GrantObjectionInput): Promise<FastTrackGrant> {
  const reason = needed('reason', input.reason);
  return takeGrantStep(context, input.id, 'object', reason, (grant) => {
    grant.objection = { reason, on: context.today, decision: null };
  });
}

/** The holder does not want it: 放弃资格. */
export const renounceGrant = (context: Context, { id }: RenounceGrantInput): Promise<FastTrackGrant> =>
  takeGrantStep(context, id, 'renounce', null);

/** The credit centre finds that an objection does not hold: 异议不成立. */
export const dismissGrantObjection = (context: Context, input: GrantObjectionInput): Promise<FastTrackGrant> =>
  decide(context, input, 'dismissObjection');

/** The credit centre finds that an objection holds: 异议成立. */
export const upholdGrantObjection = (context: Context, input: GrantObjectionInput): Promise<FastTrackGrant> =>
  decide(context, input, 'upholdObjection');

function decide(context: Context, input: GrantObjectionInput, step: GrantStep): Promise<FastTrackGrant> {
  const decision = needed('reason', input.reason);
  return takeGrantStep(context, input.id, step, decision, (grant) => {
    grant.objection = { ...grant.objection!, decision };
  });
}

async function takeGrantStep(
  context: Context,
  id: string,
  step: GrantStep,
  reason: string | null,
  effect?: (grant: FastTrackGrant) => void,
): Promise<FastTrackGrant> {
  const { viewer, today } = context;
  // whoever may not know of it is told nothing of it
  const known = await grantBy(context, id);
  if (!known) throw new Refusal('GRANT_UNKNOWN');
  return context.em.transactional(async (em) => {
    const grant = (await lockedGrant(em, known.id))!;
    const party = partyOf(viewer, grant);
    const facts = await factsOf(em, context, grant.entityId);
    const terms = termsOf(grant, context.reference(fastTrackRules));
    const guards = guardsOf({ grant, facts, terms, viewer, reason, today });
    const row = await takeInCase(em, grantWorkflow, grant, step, { party, guards });
    effect?.(grant);
    enterStep(em, context, grantCase, grant, { row, by: party!, reason });
    // what a dismissed objection held back comes back in the same deed
    await own(em, context, grant, facts);
    return grant;
  });
}

/**
 * Takes the platform's own step of a grant, if there is one to take when it is locked.
 *
 * @returns whether one was taken
 */
export const tendGrant = (acting: Acting, id: string): Promise<boolean> =>
  acting.em.transactional(async (em) => {
    const grant = await lockedGrant(em, id);
    return grant !== null && own(em, acting, grant, await factsOf(em, acting, grant.entityId));
  });

async function own(em: EntityManager, acting: Acting, grant: FastTrackGrant, facts: FastTrackFacts): Promise<boolean> {
  const { step, guards } = dueStep(acting, grant, facts);
  if (step === null) return false;
  const row = await takeInCase(em, grantWorkflow, grant, step, { party: 'CLOCK', guards });
  const { today } = acting;
  if (step === 'activate') Object.assign(grant, { validFrom: today, validUntil: monthsAfter(today, grant.months) });
  enterStep(em, acting, grantCase, grant, { row, by: 'CLOCK' });
  return true;
}

/** The platform's own step of a grant, if there is one to take, and the conditions under which it is taken. */
export function dueStep({ viewer, today, reference }: Acting, grant: FastTrackGrant, facts: FastTrackFacts) {
  const terms = termsOf(grant, reference(fastTrackRules));
  const guards = guardsOf({ grant, facts, terms, viewer, reason: null, today });
  return { step: ownStep(grant, guards, today), guards };
}

async function factsOf(em: EntityManager, acting: Acting, entityId: string): Promise<FastTrackFacts> {
  return (await factsWithin(em, acting, [entityId])).get(entityId)!;
}

/** The grant, locked until the unit of work ends. */
export const lockedGrant = async (em: EntityManager, id: string): Promise<FastTrackGrant | null> =>
  isUuid(id) ? em.findOne(FastTrackGrant, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;

/** The database keeps a grant from being open twice, whatever was seen. */
const undoubled = (rule: FastTrackRule) => (error: unknown) => {
  const doubled =
    error instanceof UniqueConstraintViolationException && error.message.includes('fast_track_grant_open');
  throw doubled ? new Refusal('FAST_TRACK_OPEN', { rule: rule.code, number: '-' }) : error;
};
