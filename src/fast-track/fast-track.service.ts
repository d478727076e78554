import type { Context } from '../context.js';
import type { Language } from '../messages/language.js';
import { explain, Refusal } from '../messages/refusal.js';
import { factsByCode } from './fast-track.reads.js';
import { type Against, decideFastTrack, type FastTrackFacts, type Ground } from './fast-track.rules.js';
import type { FastTrackDecision, FastTrackReason } from './fast-track-decision.js';
import type { FastTrackRule } from './fast-track-rule.entity.js';
import { fastTrackRules } from './fast-track-rule.reads.js';
import { serviceItem } from './service-item.reads.js';
import { suppliesWithin } from './tolerance-term.rules.js';

/** Answers a clerk: whether the entity with the code has the fast track for the service item. */
export async function fastTrackFor(context: Context, uscc: string, itemCode: string): Promise<FastTrackDecision> {
  const item = serviceItem(context, itemCode);
  const facts = await context.load(factsByCode, uscc);
  if (!facts) throw new Refusal('FAST_TRACK_ENTITY_UNKNOWN', { uscc });
  const { reference, today, now, language } = context;
  const rules = reference(fastTrackRules);
  const verdict = decideFastTrack(facts, item, rules, today);
  const { greenChannel, tolerantAcceptance, until } = verdict;
  return {
    ...{ entityId: facts.entityId, uscc, serviceItem: item, greenChannel, tolerantAcceptance, until, decidedAt: now },
    mayBeMissing: tolerantAcceptance ? item.materials.filter(({ core }) => !core) : [],
    suppliesWithin: tolerantAcceptance ? suppliesWithin(item.limitDays) : null,
    reasons: [
      ...verdict.grounds.map((ground) => inFavour(ground, rules, language)),
      ...verdict.against.map((reason) => opposed(reason, facts, language)),
    ],
  };
}

/** A reason against it, for people. */
export const opposed = ({ reason, params, record }: Against, { grants }: FastTrackFacts, language: Language) => {
  const { message, basis = null, remedy = null } = explain(reason, params, language);
  const grantId = grants.find(({ number }) => number === params['grant'])?.id ?? null;
  return { rule: reason, favours: false, says: message, basis, remedy, ...cited(record), grantId };
};

const cited = (record: Against['record']) => ({ recordId: record?.id ?? null, itemCode: record?.itemCode ?? null });

function inFavour(ground: Ground, rules: ReadonlyMap<string, FastTrackRule>, language: Language): FastTrackReason {
  const none = { favours: true, remedy: null, ...cited(null), grantId: null };
  switch (ground.kind) {
    case 'GRANT': {
      const rule = rules.get(ground.grant.ruleCode)!;
      const { number, id } = ground.grant;
      const says = {
        en: `The grant ${number} is in force: ${rule.englishTitle}.`,
        zh: `资格 ${number} 有效：${rule.title}。`,
      };
      return { ...none, rule: rule.code, says: says[language], basis: rule.basis, grantId: id };
    }
    case 'RECORD': {
      const rule = rules.get(ground.ruleCode)!;
      const says = { en: 'A record in force speaks for it.', zh: '有有效的守信信息支持。' };
      return { ...none, rule: rule.code, says: says[language], basis: rule.basis, ...cited(ground.record) };
    }
    case 'GRADE': {
      const says = { en: `Its grade is ${ground.grade}.`, zh: `信用等级为 ${ground.grade}。` };
      return { ...none, rule: 'GRADE', says: says[language], basis: 'GB/T 45255-2025' };
    }
  }
}
