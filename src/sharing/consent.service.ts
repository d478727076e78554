import { LockMode } from '@mikro-orm/postgresql';
import { validate as isUuid, v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import { itemInForce } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { Refusal } from '../messages/refusal.js';
import { EntityStatus, type LegalEntity } from '../registry/legal-entity.entity.js';
import { entityByCode } from '../registry/legal-entity.reads.js';
import { usccFault } from '../registry/uscc.js';
import { Consent } from './consent.entity.js';
import type { GrantConsentInput, WithdrawConsentInput } from './consent.inputs.js';
import { grantees } from './consent.reads.js';
import { checkTerm, mustBeOpenToAuthorisation } from './consent.rules.js';

/** How many items one authorisation may open. */
const mostItems = 50;

/** How long the text may be that says what it is for. */
const useLength = { least: 2, most: 500 };

/** An entity authorises a department or a third party to read items about itself, for a use and a term. */
export async function grantConsent(context: Context, input: GrantConsentInput): Promise<Consent> {
  const { viewer, now, today } = context;
  const entity = await ownEntity(context);
  const use = useOf(input.use);
  const items = itemsOf(context, input.items);
  const grantee = await granteeOf(context, input.to);
  const term = { validFrom: input.validFrom ?? today, validUntil: input.validUntil };
  checkTerm(term, today);
  const consent = await context.em.transactional(async (em) => {
    const given = em.create(Consent, {
      id: uuid(),
      entityId: entity.id,
      grantee,
      items,
      use,
      ...term,
      grantedAt: now,
      grantedBy: viewer.subject,
      withdrawnAt: null,
    });
    em.persist(given);
    // what it is for is the entity's own text: it stays out of the audit
    audit(em, context, {
      deed: 'consent.grant',
      subjectType: 'Consent',
      subjectId: given.id,
      facts: { grantee, items, ...term },
    });
    return given;
  });
  await context.refreshed(grantees);
  return consent;
}

/** An entity withdraws an authorisation that it has given: it opens nothing from the next request on. */
export async function withdrawConsent(context: Context, { id }: WithdrawConsentInput): Promise<Consent> {
  const entity = await ownEntity(context);
  if (!isUuid(id)) throw new Refusal('UNKNOWN_CONSENT', { id: id.slice(0, 100) });
  const consent = await context.em.transactional(async (em) => {
    // two that withdraw at once take turns, and the second is told that it is done
    const given = await em.findOne(Consent, { id, entityId: entity.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!given) throw new Refusal('UNKNOWN_CONSENT', { id });
    if (given.withdrawnAt) throw new Refusal('CONSENT_WITHDRAWN', { id, at: given.withdrawnAt.toISOString() });
    given.withdrawnAt = context.now;
    audit(em, context, {
      deed: 'consent.withdraw',
      subjectType: 'Consent',
      subjectId: id,
      facts: { grantee: given.grantee, items: given.items },
    });
    return given;
  });
  await context.refreshed(grantees);
  return consent;
}

/** Anybody can have a token for a code; only what the registry knows has records to open. */
async function ownEntity({ viewer, load }: Context): Promise<LegalEntity> {
  const entity = await load(entityByCode, viewer.uscc!);
  if (!entity) throw new Refusal('UNKNOWN_ENTITY', { uscc: viewer.uscc! });
  return entity;
}

function useOf(text: string): string {
  const use = text.trim();
  if (!use.isWellFormed()) throw new Refusal('BROKEN_CHARACTER', { field: 'use' });
  const count = [...use].length;
  if (count < useLength.least || count > useLength.most) throw new Refusal('CONSENT_USE', { ...useLength, count });
  return use;
}

function itemsOf(context: Context, codes: readonly string[]): string[] {
  const count = codes.length;
  if (count < 1 || count > mostItems || new Set(codes).size < count) {
    throw new Refusal('CONSENT_ITEMS', { most: mostItems, count });
  }
  for (const code of codes) mustBeOpenToAuthorisation(itemInForce(context, code));
  return [...codes];
}

/** As whom the authorised will ask: the code of a department, also where its own unified code is given, or of an entity. */
async function granteeOf({ viewer, reference, load }: Context, to: string): Promise<string> {
  const department = [...reference(departments).values()].find(({ code, uscc }) => code === to || uscc === to);
  if (department) return department.code;
  const entity = usccFault(to) ? null : await load(entityByCode, to);
  if (!entity || entity.status === EntityStatus.DEREGISTERED) {
    throw new Refusal('CONSENT_GRANTEE', { to: to.slice(0, 100) });
  }
  if (entity.uscc === viewer.uscc) throw new Refusal('CONSENT_TO_ITSELF');
  return entity.uscc;
}
