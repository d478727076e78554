import { type Statement, statement } from '../database/reads.js';
import { uncounted } from './arrears-case.entity.js';
import { ArrearsDimension } from './arrears-statistics.js';
import { ageBuckets, type PaymentSums } from './arrears-statistics.rules.js';

// $1 is the day as of which is asked, in every statement here.

/** What nobody has taken up yet, and what came out to be no arrears, whatever was claimed. */
const uncountedStates = `(${uncounted.map((state) => `'${state}'`).join(', ')})`;

/**
 * What is owed of each overdue sum. Of its lines of the day and before, all but those that say what is undisputed make the
 * balance; interest counts each line's amount from the later of its day and the due day. What is undisputed and still owed is
 * what was confirmed, less what was paid. Lines of a due day that was another one before take each other away.
 */
const owedEach = `select s.payable_id, s.claimed + s.paid as balance, s.product, s.paid_on,
    greatest(s.undisputed + s.paid, 0) as undisputed
  from (
    select l.payable_id,
      coalesce(sum(l.amount) filter (where l.kind in ('DUE', 'DISMISSED')), 0) as claimed,
      coalesce(sum(l.amount) filter (where l.kind = 'PAID'), 0) as paid,
      coalesce(sum(l.amount) filter (where l.kind = 'UNDISPUTED'), 0) as undisputed,
      coalesce(sum(l.amount * ($1::date - greatest(l.effective_on, l.due_on))) filter (where l.kind <> 'UNDISPUTED'), 0) as product,
      max(l.effective_on) filter (where l.kind = 'PAID') as paid_on
    from ledger_entry l where l.effective_on <= $1::date and l.due_on < $1::date group by l.payable_id
  ) s`;

/**
 * Interest in fen, rounded half up once for each sum, in whole numbers as src/money/interest.rules.ts does it: a quotient of
 * numerics would be rounded on the way.
 */
export const interestInFen = 'div(200 * o.product * c.rate_numerator + c.rate_denominator, 2 * c.rate_denominator)';

/**
 * What is payable, with the facts of contract and case; a case that came out to be none is none here. `key` is a fact of the
 * contract.
 */
const claims = (key: string): string => `claim as materialized (
    select p.id, p.started_on, p.due_on, a.id as case_id, a.owed_anew, c.buyer_uscc collate "C" as debtor,
      coalesce(a.court_since <= $1::date and (a.court_until is null or a.court_until > $1::date), false) as in_court,
      coalesce(${key}, '-') as key, c.rate_numerator, c.rate_denominator
    from payable p
    join public_contract c on c.id = p.contract_id
    left join arrears_case a on a.id = p.case_id and a.state not in ${uncountedStates}
  )`;

/**
 * What is owed in each case; `paid_on`: when the last payment that was late came. The sums are fenced: left alone, the planner has every parallel worker add up the whole ledger.
 */
const owedInCases = `owed_each as materialized (${owedEach}),
  owed as (
    select c.case_id, c.key, c.owed_anew, c.in_court, c.debtor,
      sum(o.balance) as remaining, sum(o.undisputed) as undisputed, sum(${interestInFen}) as interest,
      min(c.due_on) filter (where o.balance > 0) as oldest_due_on, min(c.due_on) as due_on,
      max(o.paid_on) filter (where o.paid_on > c.due_on) as paid_on
    from owed_each o join claim c on c.id = o.payable_id
    where c.case_id is not null
    group by c.case_id, c.key, c.owed_anew, c.in_court, c.debtor
  )`;

/** The key of the age bucket of a number of days. */
const bucketOf = (days: string): string =>
  `case ${ageBuckets
    .map(({ key, until }) => (until === null ? `else '${key}'` : `when ${days} <= ${until} then '${key}'`))
    .join(' ')} end`;

/** Where a dimension puts a case and a payment: by a fact of the contract, or by their age. */
interface Keys {
  readonly ofContract: string;
  readonly ofCase: string;
  readonly ofPayment: string;
}

const byContract = (fact: string): Keys => ({ ofContract: fact, ofCase: 'o.key', ofPayment: 'c.key' });

const keys: Readonly<Record<ArrearsDimension, Keys>> = {
  DEBTOR: byContract('c.buyer_uscc'),
  DISTRICT: byContract('c.region_code'),
  SECTOR: byContract('c.sector'),
  KIND: byContract('c.kind'),
  AGE: {
    ofContract: "''",
    ofCase: `case when o.remaining > 0 then ${bucketOf('$1::date - o.oldest_due_on')}
      when o.paid_on is not null then ${bucketOf('o.paid_on - o.due_on')} else '-' end`,
    ofPayment: bucketOf('l.effective_on - l.due_on'),
  },
  TOTAL: byContract("'TOTAL'"),
};

/** A row of statistics as the database makes it. */
export interface StatisticSums extends PaymentSums {
  readonly key: string;
  readonly count: number;
  readonly inCourt: number;
  readonly principal: string;
  readonly principalInCourt: string;
  readonly undisputed: string;
  readonly interest: string;
  readonly brokenPlans: number;
  readonly owedAnew: number;
  readonly clearedThisMonth: string;
  readonly casesClearedThisMonth: number;
  /** Whether some figure of its cases is of one or two debtors. */
  readonly ofFew: boolean;
  /** Name of the debtor, of rows by debtor. */
  readonly name: string | null;
}

const money = (sum: string): string => `coalesce(${sum}, 0)::numeric(30,2)`;

/** Whether the debtors of these cases are so few that one of them, who knows its own, knows another's by subtraction. */
const few = (cases: string): string => `count(distinct o.debtor) filter (where ${cases}) in (1, 2)`;

/** Cases, and payments of the year, by key. */
const sumsBy = ({ ofContract, ofCase, ofPayment }: Keys): string => `with ${claims(ofContract)}, ${owedInCases},
  broken as (select r.case_id, count(*) as plans from repayment_plan r where r.broken_on <= $1::date group by r.case_id),
  cases as (
    select ${ofCase} as key,
      count(*) filter (where o.remaining > 0 and not o.in_court) as count,
      count(*) filter (where o.remaining > 0 and o.in_court) as in_court,
      sum(o.remaining) filter (where o.remaining > 0) as principal,
      sum(o.remaining) filter (where o.remaining > 0 and o.in_court) as principal_in_court,
      sum(o.undisputed) filter (where o.remaining > 0) as undisputed,
      0.01 * sum(o.interest) filter (where o.remaining > 0) as interest,
      count(*) filter (where o.remaining > 0 and o.owed_anew) as owed_anew,
      count(*) filter (where o.remaining = 0 and o.paid_on >= $2::date) as cleared_cases,
      sum(b.plans) as broken_plans,
      ${few('o.remaining > 0')} or ${few('b.plans > 0')} as of_few
    from owed o left join broken b using (case_id) group by 1
  ),
  payments as (
    select ${ofPayment} as key, -sum(l.amount) as paid,
      -sum(l.amount * (l.effective_on - c.started_on)) as paid_days, -sum(l.amount * (l.effective_on - l.due_on)) as delay_days,
      -sum(l.amount) filter (where l.effective_on - c.started_on <= 30) as within_30,
      -sum(l.amount) filter (where l.effective_on - c.started_on between 31 and 60) as within_60,
      -sum(l.amount) filter (where l.effective_on >= $2::date and l.effective_on > l.due_on and c.case_id is not null) as cleared
    from ledger_entry l join claim c on c.id = l.payable_id
    where l.kind = 'PAID' and l.effective_on between $3::date and $1::date
    group by 1
  )`;

const statisticsBy = (dimension: ArrearsDimension): Statement<StatisticSums> => {
  const ofDebtors = dimension === ArrearsDimension.DEBTOR;
  return statement(
    `arrearsStatistics.${dimension}`,
    `${sumsBy(keys[dimension])}
    select key, ${ofDebtors ? 'e.name' : 'null::text'} as name,
      coalesce(s.count, 0)::int as count, coalesce(s.in_court, 0)::int as "inCourt",
      ${money('s.principal')} as principal, ${money('s.principal_in_court')} as "principalInCourt",
      coalesce(s.of_few, false) as "ofFew", ${money('s.undisputed')} as undisputed, ${money('s.interest')} as interest,
      coalesce(s.broken_plans, 0)::int as "brokenPlans", coalesce(s.owed_anew, 0)::int as "owedAnew",
      ${money('p.cleared')} as "clearedThisMonth", coalesce(s.cleared_cases, 0)::int as "casesClearedThisMonth",
      ${money('p.paid')} as paid, ${money('p.paid_days')} as "paidDays", ${money('p.delay_days')} as "delayDays",
      ${money('p.within_30')} as within30, ${money('p.within_60')} as within60
    from cases s full join payments p using (key)
    ${ofDebtors ? 'left join legal_entity e on e.uscc = key' : ''}
    where s.count > 0 or s.in_court > 0 or s.cleared_cases > 0 or s.broken_plans > 0 or p.paid <> 0
    order by principal desc, key`,
  );
};

/** The statement of each dimension: $1 the day, $2 the first of its month, $3 the first of its year. */
export const arrearsStatisticsOf: Readonly<Record<ArrearsDimension, Statement<StatisticSums>>> = Object.fromEntries(
  Object.values(ArrearsDimension).map((dimension) => [dimension, statisticsBy(dimension)]),
) as Record<ArrearsDimension, Statement<StatisticSums>>;

/** What is owed in a case, and the interest on it. */
export interface CaseInterest {
  readonly caseId: string;
  readonly principal: string;
  readonly interest: string;
}

/** Every case in which money is owed, with its interest. */
export const interestOfEachCase = statement<CaseInterest>(
  'arrearsInterestOfEachCase',
  `with ${claims("''")}, ${owedInCases}
   select o.case_id as "caseId", o.remaining::numeric(30,2) as principal, (0.01 * o.interest)::numeric(30,2) as interest
   from owed o where o.remaining > 0`,
);

/** All of them together. */
export const interestOfAllCases = statement<{ cases: number; principal: string; interest: string }>(
  'arrearsInterestOfAllCases',
  `with ${claims("''")}, ${owedInCases}
   select count(*)::int as cases, ${money('sum(o.remaining)')} as principal, ${money('0.01 * sum(o.interest)')} as interest
   from owed o where o.remaining > 0`,
);
