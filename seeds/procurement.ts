import type { Viewer } from '../src/access/viewer.js';
import { Role } from '../src/access/words.js';
import type { Context } from '../src/context.js';
import { registerBudgetLine } from '../src/procurement/budget.service.js';
import { BudgetLine } from '../src/procurement/budget-line.entity.js';
import { registerContract } from '../src/procurement/contract-registration.service.js';
import { ContractKind, PayableKind } from '../src/procurement/procurement.words.js';
import { PublicContract } from '../src/procurement/public-contract.entity.js';
import { SizeIndustry } from '../src/procurement/size-class.words.js';
import type { Resources } from '../src/server/request-context.js';
import { agency } from './agencies.js';

/** In whose name, and on which day. */
type As = (viewer: Omit<Viewer, 'subject'>, day: string) => Context;

const buyer = agency('SERVICES');
const number = '包政数采〔2026〕33号';
const line = { year: 2026, code: '2010399' };

/**
 * A contract of the invented city that was registered when it was made: one part was delivered and is due within days, and
 * with another contract on its line the budget is overrun.
 */
export async function loadProcurement(resources: Resources, as: As): Promise<void> {
  // what a start that was cut off has made stays as it is
  const em = resources.orm.em.fork();
  if ((await em.count(BudgetLine, { buyerUscc: buyer.uscc, ...line })) === 0) {
    const approved = { ...line, buyer: buyer.uscc, title: '政务服务大厅运行维护（示例）', amount: '300000.00' };
    await registerBudgetLine(as({ role: Role.DEPARTMENT, department: 'FINANCE' }, '2026-02-02'), approved);
  }
  if ((await em.count(PublicContract, { number })) > 0) return;
  await registerContract(as({ role: Role.DEPARTMENT, department: 'SERVICES' }, '2026-11-05'), {
    ...{ buyer: buyer.uscc, supplier: '91150203MA0T3QT218', budgetLine: line },
    contract: {
      ...{ number, name: '政务服务大厅餐饮保障（示例）', kind: ContractKind.SERVICES },
      ...{ signedOn: '2026-09-16', amount: '348000.00', dayCount: 360 },
    },
    size: { industry: SizeIndustry.CATERING, employees: 28, revenue: '640' },
    payables: [
      { title: '十月服务费', kind: PayableKind.PAYMENT, amount: '116000.00', deliveredOn: '2026-11-02' },
      { title: '十一月服务费', kind: PayableKind.PAYMENT, amount: '116000.00' },
    ],
  });
}
