import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { entityByCode } from '../registry/legal-entity.reads.js';
import { needed } from '../workflow/written.js';
import type { RegisterBudgetLineInput } from './budget.inputs.js';
import { BudgetLine } from './budget-line.entity.js';
import type { BudgetPosition } from './budget-position.js';
import { spendsByBudget } from './buyer.rules.js';
import { departmentOf, positive } from './public-contract.service.js';

/** Years of which budgets are registered. */
const earliest = 2015;
const latest = 2100;

/** The budget office registers a line of the approved budget of a public body. 登记预算项目. */
export async function registerBudgetLine(context: Context, input: RegisterBudgetLineInput): Promise<BudgetPosition> {
  const { buyer: buyerUscc, year, amount } = input;
  if (!spendsByBudget(buyerUscc)) throw new Refusal('BUDGET_LINE_NOT_PUBLIC', { prefix: buyerUscc.slice(0, 2) });
  if (!(year >= earliest && year <= latest)) {
    throw new Refusal('BUDGET_YEAR', { year: String(year), earliest: String(earliest), latest: String(latest) });
  }
  positive('amount', amount);
  const [code, title] = [needed('code', input.code), needed('title', input.title)];
  const buyer = await context.load(entityByCode, buyerUscc);
  if (!buyer) throw new Refusal('CONTRACT_ENTITY_UNKNOWN', { uscc: buyerUscc });
  const line = await context.em
    .transactional(async (em) => {
      const made = em.create(BudgetLine, {
        ...{ id: uuid(), buyerId: buyer.id, buyerUscc, buyerCode: departmentOf(context, buyerUscc) },
        ...{ year, code, title, amount, registeredAt: context.now, registeredBy: context.viewer.subject },
      });
      em.persist(made);
      audit(em, context, {
        ...{ deed: 'budgetLine.register', subjectType: 'BudgetLine', subjectId: made.id },
        facts: { buyer: buyerUscc, year, code, amount },
      });
      return made;
    })
    .catch((error: unknown) => {
      const doubled = error instanceof UniqueConstraintViolationException && error.message.includes('budget_line_once');
      throw doubled ? new Refusal('BUDGET_LINE_EXISTS', { year: String(year), code }) : error;
    });
  return { line, committed: '0.00', overrun: '0.00' };
}
