import { expect } from '@jest/globals';
import type { Answer, City, Person } from '../world.js';
import { done, fined } from './repair.js';

/** Whom the stories restrict. */
export const ours = '91150203MA0T3QT218';

/** What the stories look at of a restriction. */
const shown = `id number state inForce liftedOn liftedBecause matters legalBasis facts until answer noticeNumber decisionNumber
  imposedOn reason escalatedAt measure { code edition title } executingUnit { code } entity { uscc } record { id }
  deadline { dueOn length unit } timeline { step from to by reason } availableSteps { step } attachments { id }
  documents { kind number title text url issuedBy }`;

const inputs: Readonly<Record<string, string>> = {
  proposeRestriction: 'ProposeRestrictionInput',
  answerRestrictionNotice: 'AnswerRestrictionInput',
  imposeRestriction: 'ImposeRestrictionInput',
};

/** Takes a step: the name of the mutation, and what it needs. */
export const steps = (who: Person, mutation: string, input: object): Promise<Answer> =>
  who.asks(
    `mutation ($input: ${inputs[mutation] ?? 'RestrictionReasonInput'}!) { it: ${mutation}(input: $input) { ${shown} } }`,
    { input },
  );

/** The restriction as somebody sees it; null: its case does not exist for them. */
export const sees = async (who: Person, id: string) =>
  (await who.asks(`query ($id: ID!) { restriction(id: $id) { ${shown} } }`, { id })).data?.restriction;

/** A fine that closed a business, of 2025-07-20: serious, public until 2028-07-20, repairable since 2026-07-20. Its record. */
export const grave = async (city: City, uscc = ours, more: Record<string, string> = {}): Promise<string> =>
  (await fined(city, uscc, { CF_CFLB: '责令停产停业', CF_JDRQ: '2025-07-20', CF_YXQ: '2028-07-20', ...more })).id;

/** A proposal of the market regulator: no access to the market. */
export const proposal = (record: string, more: object = {}) => ({
  ...{ uscc: ours, measure: 'MARKET_ACCESS', record, until: '2027-07-20' },
  ...{ legalBasis: '《市场监督管理严重违法失信名单管理办法》第二十三条', facts: '当事人被责令停产停业。', ...more },
});

/** What came of the answer. */
export const because = '陈述申辩的事实和理由不成立。';

/** One that was notified, answered and imposed by another officer: its id. */
export async function imposed(city: City, record: string, more: object = {}): Promise<string> {
  const input = proposal(record, more);
  const { id } = done(await steps(await city.officer('MARKET'), 'proposeRestriction', input));
  done(await steps(await city.enterprise(input.uscc), 'answerRestrictionNotice', { id, statement: '正在整改。' }));
  const { inForce } = done(
    await steps(await city.officer('MARKET', 'li'), 'imposeRestriction', { id, reason: because }),
  );
  expect(inForce).toBe(true);
  return id;
}

const restrictionShown = `id number title matters legalBasis object until measure { code title kind } executingUnit { code }`;

/** What a counter is told; `more` of each restriction. */
export const asksCounter = (who: Person, matter: string, uscc = ours, more = ''): Promise<Answer> =>
  who.asks(
    `query ($u: USCC!, $m: Purpose!) { restrictions(uscc: $u, matter: $m) {
      restricted matter checkedAt entity { name } restrictions { ${restrictionShown} ${more} } } }`,
    { u: uscc, m: matter },
  );

/** Numbers of the restrictions of which a counter is told. */
export const counterFinds = async (who: Person, matter: string, uscc = ours): Promise<string[]> => {
  const { restricted, restrictions } = done(await asksCounter(who, matter, uscc)).restrictions;
  expect(restricted).toBe(restrictions.length > 0);
  return restrictions.map(({ number, title }: any) => number ?? title);
};

/** Numbers of the restrictions that stand on an entity. */
export async function onEntity(who: Person, uscc = ours): Promise<string[]> {
  const { data } = await who.asks(`query ($u: USCC!) { entity(uscc: $u) { restrictions { number title } } }`, {
    u: uscc,
  });
  return data.entity.restrictions.map(({ number, title }: any) => number ?? title);
}

/** Reports how an answer was used. */
export const reports = (who: Person, input: object): Promise<Answer> =>
  who.asks(
    `mutation ($input: ReportRestrictionUseInput!) { it: reportRestrictionUse(input: $input) {
      id uscc matter restriction measure caseNumber outcome note account department { code } } }`,
    { input },
  );

/** The uses that somebody finds. */
export async function uses(who: Person, filter: object = {}): Promise<any[]> {
  const { data } = await who.asks(
    `query ($f: RestrictionUseFilter) { restrictionUses(filter: $f, first: 100) {
      totalCount edges { node { caseNumber outcome measure account department { code } } } } }`,
    { f: filter },
  );
  const found = data.restrictionUses.edges.map(({ node }: any) => node);
  expect(data.restrictionUses.totalCount).toBe(found.length);
  return found;
}
