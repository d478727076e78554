import { uncounted } from '../../src/arrears/arrears-case.entity.js';
import { ArrearsDimension } from '../../src/arrears/arrears-statistics.js';
import { ageBucketOf } from '../../src/arrears/arrears-statistics.rules.js';
import { daysBetween } from '../../src/calendar/day.js';
import { fenOf, moneyOf } from '../../src/money/fen.js';
import { interestOf } from '../../src/money/interest.rules.js';

/** A payable as it stands in the database, with its contract, its case and its lines. */
export interface Payable {
  id: string;
  startedOn: string;
  dueOn: string;
  buyer: string;
  region: string | null;
  sector: string | null;
  kind: string;
  numerator: string;
  denominator: string;
  caseId: string | null;
  state: string | null;
  courtSince: string | null;
  courtUntil: string | null;
  owedAnew: boolean | null;
  broken: string[] | null;
  lines: { kind: string; on: string; amount: string }[];
}

/** Reads everything there is to count. */
export const allPayables = `select p.id, p.started_on::text as "startedOn", p.due_on::text as "dueOn", c.buyer_uscc as buyer,
    c.region_code as region, c.sector, c.kind, c.rate_numerator as numerator, c.rate_denominator as denominator,
    a.id as "caseId", a.state, a.court_since::text as "courtSince", a.court_until::text as "courtUntil",
    a.owed_anew as "owedAnew",
    (select json_agg(r.broken_on) from repayment_plan r where r.case_id = a.id and r.broken_on is not null) as broken,
    coalesce((select json_agg(json_build_object('kind', l.kind, 'on', l.effective_on, 'amount', l.amount::text))
      from ledger_entry l where l.payable_id = p.id), '[]') as lines
  from payable p join public_contract c on c.id = p.contract_id left join arrears_case a on a.id = p.case_id
  where p.due_on is not null`;

const sum = (of: readonly bigint[]): bigint => of.reduce((total, one) => total + one, 0n);
const fens = (lines: Payable['lines']): bigint => sum(lines.map(({ amount }) => fenOf(amount)));
const max = (days: readonly string[]): string | undefined => [...days].sort().at(-1);

/** Interest of a payable as of a day, by the arithmetic of the code. */
export function interestOfPayable({ lines, dueOn, numerator, denominator }: Payable, asOf: string): bigint {
  return interestOf({
    principal: fens(lines.filter(({ kind }) => kind === 'DUE')),
    dueOn,
    movements: lines
      .filter(({ kind }) => kind === 'PAID' || kind === 'DISMISSED')
      .map(({ on, amount }) => ({ on, amount: fenOf(amount) })),
    rate: { numerator: BigInt(numerator), denominator: BigInt(denominator) },
    asOf,
  }).interest;
}

/** A case as of a day. */
function caseAsOf(payables: readonly Payable[], asOf: string) {
  const sums = payables
    .filter(({ dueOn }) => dueOn < asOf)
    .map((payable) => {
      const lines = payable.lines.filter(({ on }) => on <= asOf);
      const paid = lines.filter(({ kind }) => kind === 'PAID');
      const undisputed = fens(lines.filter(({ kind }) => kind === 'UNDISPUTED')) + fens(paid);
      return {
        dueOn: payable.dueOn,
        balance: fens(lines.filter(({ kind }) => kind !== 'UNDISPUTED')),
        undisputed: undisputed > 0n ? undisputed : 0n,
        interest: interestOfPayable(payable, asOf),
        lastLate: max(paid.filter(({ on }) => on > payable.dueOn).map(({ on }) => on)),
      };
    });
  const [{ courtSince, courtUntil, owedAnew, broken }] = payables as [Payable];
  const unpaid = sums.filter(({ balance }) => balance > 0n).map(({ dueOn }) => dueOn);
  const first = [...sums.map(({ dueOn }) => dueOn)].sort()[0];
  const last = max(sums.flatMap(({ lastLate }) => lastLate ?? []));
  const oldest = unpaid.sort()[0];
  return {
    exists: sums.length > 0,
    remaining: sum(sums.map(({ balance }) => balance)),
    undisputed: sum(sums.map(({ undisputed }) => undisputed)),
    interest: sum(sums.map(({ interest }) => interest)),
    inCourt: courtSince !== null && courtSince <= asOf && (courtUntil === null || courtUntil > asOf),
    owedAnew,
    last,
    brokenPlans: (broken ?? []).filter((on) => on <= asOf).length,
    age: oldest ? ageBucketOf(daysBetween(oldest, asOf)).key : last ? ageBucketOf(daysBetween(first!, last)).key : '-',
  };
}

/** A quotient with one decimal, half a tenth away from zero. */
function tenths(over: bigint, under: bigint): string | null {
  if (under <= 0n) return null;
  const size = 10n * (over < 0n ? -over : over);
  const rounded = size / under + (2n * (size % under) >= under ? 1n : 0n);
  return `${over < 0n && rounded > 0n ? '-' : ''}${rounded / 10n}.${rounded % 10n}`;
}

/** The statistics of a dimension as of a day, row by row and line by line; by key. */
export function naively(
  all: readonly Payable[],
  by: ArrearsDimension,
  asOf: string,
): Map<string, Record<string, unknown>> {
  const [year, month] = [`${asOf.slice(0, 4)}-01-01`, `${asOf.slice(0, 7)}-01`];
  const isCase = ({ caseId, state }: Payable) => caseId !== null && !(uncounted as readonly string[]).includes(state!);
  const fact = (payable: Payable): string =>
    ({
      DEBTOR: payable.buyer,
      DISTRICT: payable.region ?? '-',
      SECTOR: payable.sector ?? '-',
      KIND: payable.kind,
      AGE: '',
      TOTAL: 'TOTAL',
    })[by];
  const cases = [...Map.groupBy(all.filter(isCase), ({ caseId }) => caseId!).values()].map((payables) => {
    const one = caseAsOf(payables, asOf);
    return { ...one, key: by === ArrearsDimension.AGE ? one.age : fact(payables[0]!) };
  });
  const payments = all.flatMap((payable) =>
    payable.lines
      .filter(({ kind, on }) => kind === 'PAID' && on >= year && on <= asOf)
      .map(({ on, amount }) => {
        const delay = daysBetween(payable.dueOn, on);
        return {
          key: by === ArrearsDimension.AGE ? ageBucketOf(delay).key : fact(payable),
          amount: -fenOf(amount),
          delay,
          took: daysBetween(payable.startedOn, on),
          clears: isCase(payable) && on >= month && delay > 0,
        };
      }),
  );
  const rows = new Map<string, Record<string, unknown>>();
  for (const key of new Set([...cases, ...payments].map((one) => one.key))) {
    const held = cases.filter((one) => one.key === key && one.exists);
    const open = held.filter(({ remaining }) => remaining > 0n);
    const paid = payments.filter((one) => one.key === key);
    const total = sum(paid.map(({ amount }) => amount));
    const share = (of: typeof paid) => tenths(100n * sum(of.map(({ amount }) => amount)), total);
    const weighted = (days: (one: (typeof paid)[number]) => number) =>
      tenths(sum(paid.map((one) => one.amount * BigInt(days(one)))), total);
    const row = {
      count: open.filter(({ inCourt }) => !inCourt).length,
      inCourt: open.filter(({ inCourt }) => inCourt).length,
      principal: moneyOf(sum(open.map(({ remaining }) => remaining))),
      principalInCourt: moneyOf(sum(open.filter(({ inCourt }) => inCourt).map(({ remaining }) => remaining))),
      undisputed: moneyOf(sum(open.map(({ undisputed }) => undisputed))),
      interest: moneyOf(sum(open.map(({ interest }) => interest))),
      brokenPlans: held.reduce((plans, { brokenPlans }) => plans + brokenPlans, 0),
      owedAnew: open.filter(({ owedAnew }) => owedAnew).length,
      clearedThisMonth: moneyOf(sum(paid.filter(({ clears }) => clears).map(({ amount }) => amount))),
      casesClearedThisMonth: held.filter(({ remaining, last }) => remaining === 0n && last && last >= month).length,
      paidThisYear: moneyOf(total),
      averageDaysToPay: weighted(({ took }) => took),
      shareWithin30: share(paid.filter(({ took }) => took <= 30)),
      shareWithin60: share(paid.filter(({ took }) => took > 30 && took <= 60)),
      shareOver60: share(paid.filter(({ took }) => took > 60)),
      weightedDelay: weighted(({ delay }) => delay),
    };
    const { count, inCourt, casesClearedThisMonth, brokenPlans } = row;
    if (count + inCourt + casesClearedThisMonth + brokenPlans > 0 || total !== 0n) rows.set(key, row);
  }
  return rows;
}
