import { ladder } from '../../src/arrears/measure.steps.js';
import { type Day, daysAfter } from '../../src/calendar/day.js';
import { fenOf, moneyOf } from '../../src/money/fen.js';
import type { Answer, City, Person } from '../world.js';
import { arrearsMutation, type claim, type Parties } from './arrears.js';

/** A case as it stands in the database: amounts as text, days as text. */
export interface Stored {
  readonly state: string;
  readonly handler: string | null;
  readonly rung: string | null;
  readonly amounts: Readonly<
    Record<'principal' | 'undisputed' | 'paid' | 'pending' | 'remaining' | 'interestPaid', string>
  >;
  readonly payables: readonly { readonly id: string; readonly amount: string; readonly dueOn: Day }[];
  readonly lines: readonly { readonly payable: string; kind: string; readonly on: Day; readonly amount: string }[];
  readonly payments: readonly {
    readonly id: string;
    readonly purpose: string;
    readonly state: string;
    readonly amount: string;
    readonly paidOn: Day;
    readonly shares: readonly { readonly payable: string; readonly amount: string }[];
  }[];
  readonly steps: readonly {
    readonly step: string;
    readonly from: string | null;
    readonly to: string;
    readonly by: string;
    readonly account: string;
    readonly on: Day;
    readonly dueOn: Day | null;
    readonly reason: string | null;
  }[];
  /** Changes with anything of the case that is updated or added. */
  readonly mark: string;
}

const asked = `select a.state, a.handler, a.rung,
  json_build_object('principal', a.principal::text, 'undisputed', a.undisputed::text, 'paid', a.paid::text,
    'pending', a.pending::text, 'remaining', a.remaining::text, 'interestPaid', a.interest_paid::text) as amounts,
  coalesce((select json_agg(json_build_object('id', p.id, 'amount', p.amount::text, 'dueOn', p.due_on) order by p.id)
    from payable p where p.case_id = a.id), '[]') as payables,
  coalesce((select json_agg(json_build_object('payable', l.payable_id, 'kind', l.kind, 'on', l.effective_on, 'amount', l.amount::text) order by l.id)
    from ledger_entry l join payable p on p.id = l.payable_id where p.case_id = a.id), '[]') as lines,
  coalesce((select json_agg(json_build_object('id', y.id, 'purpose', y.purpose, 'state', y.state, 'amount', y.amount::text,
    'paidOn', y.paid_on, 'shares', y.shares) order by y.id) from payment y where y.case_id = a.id), '[]') as payments,
  (select json_agg(json_build_object('step', s.step, 'from', s.from, 'to', s.to, 'by', s.by, 'account', s.account,
    'on', (s.at at time zone 'Asia/Shanghai')::date, 'dueOn', s.due_on, 'reason', s.reason) order by s.id)
    from case_step s where s.case_id = a.id) as steps,
  md5(concat(a::text, (select string_agg(y::text, ',' order by y.id) from payment y where y.case_id = a.id),
    (select string_agg(r::text, ',' order by r.id) from repayment_plan r where r.case_id = a.id),
    (select count(*) from case_document d where d.case_id = a.id),
    (select count(*) from audit_entry t where t.subject_id = a.id::text))) as mark
  from arrears_case a where a.id = $1`;

/** The case as it stands. */
export const storedCase = async (city: City, id: string): Promise<Stored> => (await city.owner(asked, [id]))[0];

/** What fits the states in which most happens; anything may be tried anywhere. */
const fitting: Readonly<Record<string, readonly string[]>> = {
  FILED: ['accept'],
  VERIFYING: ['confirmAll', 'confirmPart', 'confirmPart', 'dispute', 'pay', 'receive', 'refuse', 'confirmOnEvidence'],
  DISPUTED: ['settle', 'settle', 'settleAll', 'pay', 'payAll', 'receive', 'refuse', 'refuse', 'court', 'dismiss'],
  IN_COURT: ['adjudge', 'adjudge', 'receive', 'refuse', 'dismiss'],
  PLAN_AGREED: ['pay', 'receive', 'refuse', 'settle', 'wait', 'clock', 'payUndisputed'],
  FINDING_PROPOSED: ['answer', 'find', 'rejectFinding', 'wait'],
  PAID: ['receive', 'receive', 'receive', 'refuse', 'claimInterest', 'clear', 'waive'],
  INTEREST_DUE: ['payInterest', 'payAllInterest', 'receive', 'refuse', 'clear', 'waive'],
  CLEARED: ['close', 'closeItself', 'refute', 'refuteInterest'],
  CLOSED: ['oweAnew', 'refute', 'refuteInterest'],
  owing: [
    ...[
      'pay',
      'pay',
      'payUndisputed',
      'payAll',
      'payInterest',
      'receive',
      'receive',
      'refuse',
      'plan',
      'agree',
      'agree',
    ],
    ...['urge', 'skip', 'settle', 'settleAll', 'wait', 'clock', 'court'],
  ],
};

/** What may be tried at all. */
export const deeds = [
  ...['accept', 'confirmAll', 'confirmPart', 'confirmOnEvidence', 'dispute', 'settle', 'settleAll', 'adjudge'],
  ...['pay', 'payUndisputed', 'payAll', 'payTooMuch', 'payInterest', 'payAllInterest', 'receive', 'refuse'],
  ...['plan', 'agree', 'decline', 'urge', 'skip', 'urgeAny', 'answer', 'find', 'rejectFinding', 'extend', 'result'],
  ...['claimInterest', 'clear', 'waive', 'close', 'closeItself', 'refute', 'refuteInterest', 'oweAnew'],
  ...['court', 'dismiss', 'withdraw', 'reject', 'wait', 'clock'],
] as const;
export type Deed = (typeof deeds)[number];

/** Something that somebody tries. */
export interface Move {
  /** Null: something that fits the state. */
  readonly deed: Deed | null;
  /** Chooses the amounts, the payments and the days: 0 to 999. */
  readonly pick: number;
  /** Now and then it is somebody who may not: which of them; null: whoever may. */
  readonly stranger: number | null;
}

/** What is tried in a state. */
export function deedIn(state: string, { deed, pick }: Move): Deed {
  const choice = fitting[state] ?? fitting['owing']!;
  return deed ?? (choice[pick % choice.length] as Deed);
}

let vouchers = 0;

/** Tries something on a case in the state it is in; what passes time answers nothing. */
export async function tries(
  people: Parties,
  { id, now, today, input }: { id: string; now: Stored; today: Day; input: ReturnType<typeof claim> },
  move: Move,
): Promise<Answer> {
  const { pick, stranger } = move;
  const { creditor, debtor, admin, second, drc } = people;
  const strangers = [people.other, people.tax, creditor, debtor, admin, people.supervisor, drc];
  const [reason, document] = ['有据可查', '调解书〔2026〕8号'];
  const does = (who: Person, mutation: string, more: object = {}) =>
    arrearsMutation(stranger === null ? who : strangers[stranger]!, mutation, { id, ...more }, 'id');
  const fen = Object.fromEntries(Object.entries(now.amounts).map(([name, amount]) => [name, fenOf(amount)])) as Record<
    keyof Stored['amounts'],
    bigint
  >;
  const part = (of: bigint): string => moneyOf((of * BigInt(pick + 1)) / 1000n || 1n);
  const covered = fen.paid + fen.pending;
  const pays = (amount: string, more: object = {}) =>
    does(pick % 5 === 0 ? admin : debtor, 'recordPayment', {
      ...{ amount, paidOn: daysAfter(today, -(pick % 120)), voucher: `包财支〔2026〕走${++vouchers}号`, ...more },
    });
  const nobody = { id: '00000000-0000-7000-8000-000000000000' };
  const one = (state: string, purpose?: string) => {
    const some = now.payments.filter(
      (payment) => payment.state === state && (purpose ?? payment.purpose) === payment.purpose,
    );
    return (some[pick % (some.length || 1)] ?? nobody).id;
  };
  const at = ladder.findIndex(({ rung }) => rung === now.rung);
  const urges = (i: number, skipReason?: string) =>
    does(admin, 'escalateArrears', { rung: ladder[Math.min(i, 6)]!.rung, ...(skipReason && { skipReason }) });
  const receives = (received: boolean) =>
    does(creditor, 'confirmReceipt', { payment: one('REPORTED'), received, reason });
  const halves = (): object[] => {
    const [first, owed] = [fenOf(part(fen.undisputed - covered)), fen.undisputed - covered];
    const [soon, late] = [pick % 12, (pick % 12) + 9].map((days) => daysAfter(today, days)) as [Day, Day];
    const rest = owed - first;
    return rest > 0n
      ? [
          { dueOn: soon, amount: moneyOf(first) },
          { dueOn: late, amount: moneyOf(rest) },
        ]
      : [{ dueOn: soon, amount: moneyOf(owed) }];
  };
  const anew = () => ({
    ...input,
    payables: [
      { title: `增补${++vouchers}`, kind: 'PAYMENT', amount: `${pick + 1}.37`, deliveredOn: daysAfter(today, -60) },
    ],
  });
  const disputed = fen.principal - fen.undisputed;
  const tried: Readonly<Record<Exclude<Deed, 'wait' | 'clock'>, () => Promise<Answer>>> = {
    accept: () => does(admin, 'acceptArrears'),
    reject: () => does(admin, 'rejectArrears', { reason }),
    withdraw: () => does(creditor, 'withdrawArrears', { reason }),
    confirmAll: () => does(debtor, 'confirmArrears', { undisputed: now.amounts.principal }),
    confirmPart: () => does(debtor, 'confirmArrears', { undisputed: part(fen.principal), reason }),
    confirmOnEvidence: () => does(admin, 'confirmArrears', { undisputed: part(fen.principal), reason }),
    dispute: () => does(debtor, 'disputeArrears', { reason }),
    settle: () => {
      const owed = fenOf(part(disputed));
      const dismissed = moneyOf((disputed - owed) / BigInt((pick % 3) + 1));
      return does(admin, 'settleArrears', { owed: moneyOf(owed), dismissed, document, reason });
    },
    settleAll: () => {
      const dismissed = fen.principal - (covered > fen.undisputed ? covered : fen.undisputed);
      return does(admin, 'settleArrears', { owed: '0.00', dismissed: moneyOf(dismissed), document, reason });
    },
    dismiss: () => does(admin, 'dismissArrears', { document, reason }),
    court: () =>
      does(pick % 2 ? creditor : admin, 'referArrearsToCourt', { courtNumber: '（2026）内02民初8号', reason }),
    adjudge: () => {
      const least = covered > fen.undisputed ? covered : fen.undisputed;
      const owed = pick % 3 === 0 ? moneyOf(least) : part(fen.principal);
      return does(admin, 'adjudgeArrears', { owed, document, reason });
    },
    pay: () => pays(part(fen.principal - covered)),
    payUndisputed: () => pays(moneyOf(fen.undisputed - covered)),
    payAll: () => pays(moneyOf(fen.principal - covered)),
    payTooMuch: () => pays(moneyOf(fen.principal - covered + 1n)),
    payInterest: () => pays(part(50_000n), { purpose: 'INTEREST' }),
    payAllInterest: async () => {
      const owed = await people.creditor.asks('query ($n: String!) { arrearsCase(number: $n) { interest { owed } } }', {
        n: id,
      });
      return pays(owed.data.arrearsCase.interest.owed, { purpose: 'INTEREST' });
    },
    receive: () => receives(true),
    refuse: () => receives(false),
    plan: () => does(debtor, 'proposeRepaymentPlan', { instalments: halves() }),
    agree: () => does(creditor, 'agreeRepaymentPlan', { agrees: true }),
    decline: () => does(creditor, 'agreeRepaymentPlan', { agrees: false, reason }),
    urge: () => urges(at + 1),
    urgeAny: () => urges(pick % 7),
    skip: () => urges(at + 1 + (pick % 3), '多次催告无果，越级办理'),
    answer: () => does(debtor, 'answerFindingNotice', { reason }),
    find: () => does(drc, 'findDishonesty'),
    rejectFinding: () => does(drc, 'rejectFinding', { reason }),
    extend: () => does(admin, 'extendArrears', { reason }),
    result: () => does(admin, 'giveArrearsResult', { reason }),
    claimInterest: () => does(creditor, 'claimInterest'),
    clear: () => does(creditor, 'confirmClearance'),
    waive: () => does(creditor, 'confirmClearance', { waivesInterest: true }),
    close: () => does(second, 'closeArrears'),
    closeItself: () => does(admin, 'closeArrears'),
    refute: () => does(creditor, 'refuteClearance', { payments: [one('CONFIRMED')], reason }),
    refuteInterest: () => does(creditor, 'refuteClearance', { payments: [one('CONFIRMED', 'INTEREST')], reason }),
    oweAnew: () => arrearsMutation(creditor, 'registerArrears', anew(), 'id'),
  };
  return tried[deedIn(now.state, move) as keyof typeof tried]();
}
