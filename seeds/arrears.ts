import type { Viewer } from '../src/access/viewer.js';
import { Role } from '../src/access/words.js';
import { ArrearsRung } from '../src/arrears/arrears.words.js';
import type { ArrearsCase } from '../src/arrears/arrears-case.entity.js';
import { confirmClearance } from '../src/arrears/arrears-closing.service.js';
import { escalateArrears } from '../src/arrears/arrears-ladder.service.js';
import { confirmReceipt, recordPayment } from '../src/arrears/arrears-payment.service.js';
import { agreeRepaymentPlan, proposeRepaymentPlan } from '../src/arrears/arrears-plan.service.js';
import { acceptArrears, confirmArrears, giveArrearsResult } from '../src/arrears/arrears-verification.service.js';
import type { RegisterArrearsInput } from '../src/arrears/register-arrears.inputs.js';
import { registerArrears } from '../src/arrears/register-arrears.service.js';
import type { Context } from '../src/context.js';
import { Payment } from '../src/procurement/payment.entity.js';
import { PaymentPurpose } from '../src/procurement/payment.words.js';
import { ContractKind, PayableKind } from '../src/procurement/procurement.words.js';
import { PublicContract } from '../src/procurement/public-contract.entity.js';
import { SizeIndustry } from '../src/procurement/size-class.words.js';
import type { Resources } from '../src/server/request-context.js';
import { inventedCode } from './codes.js';

/** In whose name, and on which day. */
type As = (viewer: Omit<Viewer, 'subject'>, day: string) => Context;

const administrator = { role: Role.ARREARS_ADMIN };
const enterprise = (uscc: string) => ({ role: Role.ENTERPRISE, uscc });
const roadOffice = inventedCode('11', '150200', '01T3QT53');
const resettlementOffice = inventedCode('11', '150200', '01T3QT54');
const healthCentre = inventedCode('12', '150200', '46T3QT15');
const trainingCentre = inventedCode('12', '150200', '46T3QT12');

/** A claim of the invented city. */
interface Told {
  readonly creditor: string;
  /** An invented office or institution of `public-bodies.ts`: no real one is told to owe. */
  readonly debtor: string;
  readonly number: string;
  readonly name: string;
  readonly kind: ContractKind;
  readonly signedOn: string;
  readonly amount: string;
  readonly title: string;
  readonly deliveredOn: string;
  readonly agreedDays?: number;
  readonly agreedRate?: string;
}

/**
 * Arrears of the invented city: one that was just filed, one that is paid by a plan, one under a supervision order, and one that its
 * creditor has confirmed, for a second administrator to close.
 */
export async function loadArrears(resources: Resources, as: As): Promise<void> {
  // what a start that was cut off has made stays as it is
  const missing = async ({ number }: Told) => (await resources.orm.em.fork().count(PublicContract, { number })) === 0;
  for (const [told, story] of stories) if (await missing(told)) await story(as, told);
}

const inputOf = (told: Told): RegisterArrearsInput => ({
  debtor: told.debtor,
  contract: {
    ...{ number: told.number, name: told.name, kind: told.kind, signedOn: told.signedOn, amount: told.amount },
    ...{ agreedRate: told.agreedRate ?? null, dayCount: 360 },
  },
  size: { industry: SizeIndustry.OTHER, employees: 36 },
  payables: [
    {
      ...{ title: told.title, kind: PayableKind.PAYMENT, amount: told.amount, invoices: [], backToBack: false },
      ...{ deliveredOn: told.deliveredOn, agreedDays: told.agreedDays ?? null },
    },
  ],
  cause: '年度预算执行偏慢',
});

async function filed(as: As, told: Told): Promise<void> {
  await registerArrears(as(enterprise(told.creditor), '2026-11-20'), inputOf(told));
}

/** Taken up, confirmed, and the parties told the result. */
async function confirmed(
  as: As,
  told: Told,
  [registered, accepted, agreed]: [string, string, string],
): Promise<ArrearsCase> {
  const { id } = await registerArrears(as(enterprise(told.creditor), registered), inputOf(told));
  await acceptArrears(as(administrator, accepted), { id });
  await confirmArrears(as(enterprise(told.debtor), agreed), { id, undisputed: told.amount });
  return giveArrearsResult(as(administrator, agreed), { id, reason: '债务单位已确认欠款，无分歧，督促其限期清偿。' });
}

async function received(
  as: As,
  told: Told,
  id: string,
  payment: { amount: string; on: string; voucher: string },
): Promise<void> {
  const { amount, on, voucher } = payment;
  const input = { id, purpose: PaymentPurpose.PRINCIPAL, amount, paidOn: on, voucher };
  await recordPayment(as(enterprise(told.debtor), on), input);
  const context = as(enterprise(told.creditor), on);
  const { id: reported } = await context.em.findOneOrFail(Payment, { caseId: id, voucher });
  await confirmReceipt(context, { id, payment: reported, received: true });
}

async function paidByPlan(as: As, told: Told): Promise<void> {
  const { id } = await confirmed(as, told, ['2026-08-03', '2026-08-05', '2026-08-20']);
  await proposeRepaymentPlan(as(enterprise(told.debtor), '2026-08-25'), {
    id,
    instalments: [
      { dueOn: '2026-09-30', amount: '300000.00', funds: '城建专项资金' },
      { dueOn: '2026-12-15', amount: '386000.00', funds: '城建专项资金' },
    ],
  });
  await agreeRepaymentPlan(as(enterprise(told.creditor), '2026-08-27'), { id, agrees: true });
  await received(as, told, id, { amount: '300000.00', on: '2026-09-28', voucher: '示支〔2026〕8101号' });
}

async function underOrder(as: As, told: Told): Promise<void> {
  const { id } = await confirmed(as, told, ['2026-09-01', '2026-09-03', '2026-09-15']);
  const measures: [string, ArrearsRung][] = [
    ['2026-10-19', ArrearsRung.REMINDER],
    ['2026-10-30', ArrearsRung.INQUIRY],
    ['2026-11-16', ArrearsRung.ORDER],
  ];
  for (const [day, rung] of measures) await escalateArrears(as(administrator, day), { id, rung });
}

async function cleared(as: As, told: Told): Promise<void> {
  const { id } = await confirmed(as, told, ['2026-10-12', '2026-10-14', '2026-10-20']);
  await received(as, told, id, { amount: told.amount, on: '2026-11-09', voucher: '示支〔2026〕8102号' });
  await confirmClearance(as(enterprise(told.creditor), '2026-11-20'), { id, waivesInterest: true });
}

const stories: readonly (readonly [Told, (as: As, told: Told) => Promise<void>])[] = [
  [
    {
      ...{
        creditor: '91150204MA0T3Q0Y9Q',
        debtor: resettlementOffice,
        number: '示征采〔2025〕86号',
        name: '老旧小区改造工程（示例）',
      },
      ...{ kind: ContractKind.WORKS, signedOn: '2025-07-14', amount: '686000.00', title: '工程进度款' },
      ...{ deliveredOn: '2026-03-20', agreedDays: 60, agreedRate: '4.35' },
    },
    paidByPlan,
  ],
  [
    {
      ...{
        creditor: '91150207MA0T3Q1R8H',
        debtor: roadOffice,
        number: '拟路采〔2025〕41号',
        name: '道路标志标线维护（示例）',
      },
      ...{
        kind: ContractKind.SERVICES,
        signedOn: '2025-09-02',
        amount: '238500.00',
        title: '养护服务费',
        deliveredOn: '2026-01-15',
      },
    },
    underOrder,
  ],
  [
    {
      ...{
        creditor: '91150200MA0T3Q2E8N',
        debtor: healthCentre,
        number: '样卫采〔2026〕7号',
        name: '应急物资采购（示例）',
      },
      ...{
        kind: ContractKind.GOODS,
        signedOn: '2026-05-06',
        amount: '46800.00',
        title: '货款',
        deliveredOn: '2026-06-18',
      },
    },
    cleared,
  ],
  [
    {
      ...{
        creditor: '91150203MA0T3QT218',
        debtor: trainingCentre,
        number: '样训采〔2026〕19号',
        name: '学员餐饮服务（示例）',
      },
      ...{
        kind: ContractKind.SERVICES,
        signedOn: '2026-08-03',
        amount: '32600.00',
        title: '服务费',
        deliveredOn: '2026-09-10',
      },
    },
    filed,
  ],
];
