import type { Day } from '../calendar/day.js';
import { Severity } from '../catalogue/catalogue-item.entity.js';
import type { Params } from '../messages/refusal.js';
import { Grade } from '../profile/grade.words.js';
import { EntityStatus } from '../registry/legal-entity.entity.js';
import type { StepRefusal } from '../workflow/take.js';
import { FastTrackBenefit, type FastTrackRule } from './fast-track-rule.entity.js';
import type { FastTrackGrant } from './grant.entity.js';
import { GrantState } from './grant.states.js';
import type { ServiceItem } from './service-item.entity.js';

/** The item under which broken commitments are recorded: they bar tolerance until they are repaired. */
const brokenCommitments = 'DRC_BROKEN_COMMITMENT';

/** With a promised limit of no more working days nothing is left in which to supply: it ends two before the limit. */
export const shortestLimit = 2;

/** An adverse record in force that is not minor. */
export interface AdverseRecord {
  readonly id: string;
  readonly itemCode: string;
  readonly severity: Severity;
}

/** A record in force that speaks for its entity. */
export interface FavourableRecord {
  readonly id: string;
  readonly itemCode: string;
}

/** What of a grant decides. */
export type GrantAtHand = Pick<
  FastTrackGrant,
  | 'id'
  | 'number'
  | 'state'
  | 'ruleCode'
  | 'benefits'
  | 'leastGrade'
  | 'departments'
  | 'serviceItems'
  | 'liveLimit'
  | 'validUntil'
  | 'dueOn'
> & {
  /** Tolerant acceptances that are open under it. */
  readonly live: number;
};

/** Everything about an entity that decides on the fast track, as it stands now. */
export interface FastTrackFacts {
  readonly entityId: string;
  readonly uscc: string;
  readonly name: string;
  readonly status: EntityStatus;
  /** Null: no edition of the evaluation is in force. */
  readonly grade: Grade | null;
  readonly adverse: readonly AdverseRecord[];
  readonly favourable: readonly FavourableRecord[];
  /** Restrictions in force of what is preferential. */
  readonly restrictions: readonly { readonly number: string; readonly record: Against['record'] }[];
  /** Tolerant acceptances of which the time is over. */
  readonly overdue: readonly { readonly number: string }[];
  /** Grants that are not over yet, in every state but the final ones. */
  readonly grants: readonly GrantAtHand[];
}

/** Something that stands against it: a rule by its name, and the record that it looks at, if it is one. */
export interface Against extends StepRefusal {
  readonly record: { readonly id: string; readonly itemCode: string } | null;
}

const against = (reason: StepRefusal['reason'], params: Params = {}, record: Against['record'] = null): Against => ({
  reason,
  params,
  record,
});

const outOfOperation: readonly EntityStatus[] = [
  EntityStatus.SUSPENDED,
  EntityStatus.REVOKED,
  EntityStatus.DEREGISTERED,
];

function ofRecord(record: AdverseRecord): Against {
  if (isSerious(record)) return against('FAST_TRACK_SERIOUS_RECORD', {}, record);
  const broken = record.itemCode === brokenCommitments;
  return against(broken ? 'FAST_TRACK_BROKEN_COMMITMENT' : 'FAST_TRACK_ADVERSE_RECORD', {}, record);
}

/**
 * What stands against an entity, whatever the grant: it is not in operation, an adverse record is in force that is not minor,
 * a sanction bars preferential treatment, a tolerant acceptance is overdue. A disputed record still stands: losing a
 * convenience is no sanction, and what is found wrong gives it back at once.
 */
export const standsAgainst = ({ status, adverse, restrictions, overdue }: FastTrackFacts): Against[] => [
  ...(outOfOperation.includes(status) ? [against('FAST_TRACK_NOT_IN_OPERATION', { status })] : []),
  // the gravest first: it is what a clerk is told
  ...adverse.toSorted((one, other) => Number(isSerious(other)) - Number(isSerious(one))).map(ofRecord),
  ...restrictions.map(({ number, record }) => against('FAST_TRACK_RESTRICTED', { restriction: number }, record)),
  ...overdue.map(({ number }) => against('FAST_TRACK_OVERDUE', { number })),
];

/** What a rule asks of an entity beside that: the grade, and one record that speaks for it. */
export function unmet(
  { grade, favourable }: FastTrackFacts,
  { code, leastGrade, items }: Pick<FastTrackRule, 'code' | 'leastGrade' | 'items'>,
): Against[] {
  const grades = Object.values(Grade);
  const tooLow = grade === null || grades.indexOf(grade) > grades.indexOf(leastGrade);
  const grounded = items.length === 0 || favourable.some(({ itemCode }) => items.includes(itemCode));
  return [
    ...(tooLow ? [against('FAST_TRACK_GRADE', { grade: grade ?? '-', least: leastGrade, rule: code })] : []),
    ...(grounded ? [] : [against('FAST_TRACK_NO_GROUND', { rule: code, items: items.join(', ') })]),
  ];
}

/** The terms on which a grant was earned, its rule's items as they are now. */
type Terms = Pick<FastTrackRule, 'code' | 'leastGrade' | 'items'>;

/** The terms of a grant. */
export const termsOf = (
  { ruleCode, leastGrade }: Pick<GrantAtHand, 'ruleCode' | 'leastGrade'>,
  rules: ReadonlyMap<string, FastTrackRule>,
): Terms => ({ code: ruleCode, leastGrade, items: rules.get(ruleCode)!.items });

/** Where a grant stands now, whether or not the clock has looked at it. */
export function stateNow(
  { state, validUntil }: Pick<GrantAtHand, 'state' | 'validUntil'>,
  terms: Terms,
  facts: FastTrackFacts,
  today: Day,
): GrantState {
  if (facts.adverse.some(isSerious) && mayBeLost.includes(state)) return GrantState.REVOKED;
  if (state !== GrantState.ACTIVE && state !== GrantState.SUSPENDED) return state;
  if (validUntil! < today) return GrantState.EXPIRED;
  const burdened = standsAgainst(facts).length > 0 || unmet(facts, terms).length > 0;
  return burdened ? GrantState.SUSPENDED : GrantState.ACTIVE;
}

const mayBeLost: readonly GrantState[] = [GrantState.ACTIVE, GrantState.SUSPENDED, GrantState.DISPUTED];

/** Whether a record is of the gravest kind. */
export const isSerious = ({ severity }: AdverseRecord): boolean => severity === Severity.SERIOUS;

/** Whether a grant covers a service item. */
export const covers = (
  { departments, serviceItems }: Pick<GrantAtHand, 'departments' | 'serviceItems'>,
  { code, departmentCode }: Pick<ServiceItem, 'code' | 'departmentCode'>,
): boolean =>
  (departments.length === 0 || departments.includes(departmentCode)) &&
  (serviceItems.length === 0 || serviceItems.includes(code));

/** What speaks for it. */
export type Ground =
  | { readonly kind: 'GRANT'; readonly grant: GrantAtHand }
  | { readonly kind: 'RECORD'; readonly record: FavourableRecord; readonly ruleCode: string }
  | { readonly kind: 'GRADE'; readonly grade: Grade };

/** The answer to a clerk: each benefit, and every reason for and against. */
export interface Verdict {
  readonly greenChannel: boolean;
  readonly tolerantAcceptance: boolean;
  /** The grant under which a tolerant acceptance would be used; null: none. */
  readonly tolerantGrant: GrantAtHand | null;
  /** Last day of the grants on which a benefit rests; null: there is none. */
  readonly until: Day | null;
  readonly grounds: readonly Ground[];
  readonly against: readonly Against[];
}

/**
 * Whether an entity has the fast track for a service item on a day, and every reason (domain: 国发〔2016〕33号; 优化营商环境条例
 * art. 19; 深圳 容缺办理管理办法 for what may be missing).
 */
export function decideFastTrack(
  facts: FastTrackFacts,
  item: ServiceItem,
  rules: ReadonlyMap<string, FastTrackRule>,
  today: Day,
): Verdict {
  const covering = facts.grants.filter((grant) => covers(grant, item));
  const seen = covering.map((grant) => ({ grant, now: stateNow(grant, termsOf(grant, rules), facts, today) }));
  const good = seen.filter(({ now }) => now === GrantState.ACTIVE).map(({ grant }) => grant);
  const latestFirst = good.toSorted((one, other) => (one.validUntil! < other.validUntil! ? 1 : -1));
  const with_ = (benefit: FastTrackBenefit) => latestFirst.filter(({ benefits }) => benefits.includes(benefit));
  const tolerant = with_(FastTrackBenefit.TOLERANT_ACCEPTANCE);
  const free = tolerant.find(({ live, liveLimit }) => live < liveLimit) ?? null;
  const ofItem = itemAgainst(item);
  const greenChannel = with_(FastTrackBenefit.GREEN_CHANNEL)[0];
  const tolerantGrant = ofItem.length === 0 ? free : null;
  const used = [greenChannel, tolerantGrant].filter((grant) => grant != null);
  return {
    greenChannel: greenChannel !== undefined,
    tolerantAcceptance: tolerantGrant !== null,
    tolerantGrant,
    until:
      used
        .map(({ validUntil }) => validUntil!)
        .sort()
        .at(-1) ?? null,
    grounds: groundsOf(good, facts, rules),
    against: [
      ...standsAgainst(facts),
      ...seen.flatMap(({ grant, now }) => grantAgainst(grant, now, facts, rules)),
      ...(covering.length === 0 ? [against('FAST_TRACK_NO_GRANT', { serviceItem: item.code })] : []),
      ...ofItem,
      ...(tolerant.length > 0 && free === null ? tolerant.slice(0, 1).map(limitReached) : []),
    ],
  };
}

/** What of a service item bars tolerance, whoever applies. */
function itemAgainst({ code, tolerant, excludedAs, limitDays }: ServiceItem): Against[] {
  if (excludedAs !== null) return [against('FAST_TRACK_ITEM_EXCLUDED', { serviceItem: code, excludedAs })];
  if (!tolerant) return [against('FAST_TRACK_ITEM_NOT_TOLERANT', { serviceItem: code })];
  return limitDays > shortestLimit ? [] : [against('FAST_TRACK_LIMIT_SHORT', { serviceItem: code, limit: limitDays })];
}

const limitReached = ({ number, liveLimit }: GrantAtHand): Against =>
  against('FAST_TRACK_LIVE_LIMIT', { grant: number, limit: liveLimit });

function grantAgainst(
  grant: GrantAtHand,
  now: GrantState,
  facts: FastTrackFacts,
  rules: ReadonlyMap<string, FastTrackRule>,
): Against[] {
  const { number } = grant;
  if (now === GrantState.PROPOSED || now === GrantState.OBJECTED) {
    return [against('FAST_TRACK_ANNOUNCED', { grant: number, dueOn: grant.dueOn ?? '-' })];
  }
  if (now === GrantState.DISPUTED) return [against('FAST_TRACK_DISPUTED', { grant: number })];
  return now === GrantState.SUSPENDED ? unmet(facts, termsOf(grant, rules)) : [];
}

const groundsOf = (
  good: readonly GrantAtHand[],
  { favourable, grade }: FastTrackFacts,
  rules: ReadonlyMap<string, FastTrackRule>,
): Ground[] =>
  good.length === 0
    ? []
    : [
        ...good.map((grant): Ground => ({ kind: 'GRANT', grant })),
        ...good.flatMap(({ ruleCode }) => {
          const ground = favourable.find(({ itemCode }) => rules.get(ruleCode)!.items.includes(itemCode));
          return ground ? [{ kind: 'RECORD', record: ground, ruleCode } as const] : [];
        }),
        ...(grade === null ? [] : [{ kind: 'GRADE', grade } as const]),
      ];

/** What of the reasons bars tolerance first: for whoever asks for it all the same. */
export const refusalOf = ({ tolerantAcceptance, against: reasons }: Verdict): StepRefusal | null =>
  tolerantAcceptance ? null : (reasons[0] ?? { reason: 'FAST_TRACK_NO_GRANT', params: {} });
