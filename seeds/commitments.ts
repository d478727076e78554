import type { Viewer } from '../src/access/viewer.js';
import { Role } from '../src/access/words.js';
import { commitmentJob } from '../src/commitments/commitment.jobs.js';
import { registerCommitment } from '../src/commitments/commitment.service.js';
import { BenefitKind, CommitmentSource } from '../src/commitments/commitment.words.js';
import { reportCommitmentProgress } from '../src/commitments/commitment-performance.service.js';
import { confirmCommitmentAuthority, urgeCommitment } from '../src/commitments/commitment-supervision.service.js';
import { PolicyCommitment } from '../src/commitments/policy-commitment.entity.js';
import type { Context } from '../src/context.js';
import { byOwnClock } from '../src/jobs/clockwork.js';
import type { Resources } from '../src/server/request-context.js';

/** In whose name, and on which day. */
type As = (viewer: Omit<Viewer, 'subject'>, day: string) => Context;

const officer = (department: string) => ({ role: Role.DEPARTMENT, department });
const administrator = { role: Role.ARREARS_ADMIN };
const lawful = { basis: '《优化营商环境条例》第三十一条', reason: '承诺事项在法定权限内，程序合法。' };

/** Two promises of the invented city: one that is being kept, one that is overdue and urged. */
export async function loadCommitments(resources: Resources, as: As): Promise<void> {
  // what a start that was cut off has made stays as it is
  const missing = async (sourceNumber: string) =>
    (await resources.orm.em.fork().count(PolicyCommitment, { sourceNumber })) === 0;
  if (await missing('包工信发〔2026〕9号')) await beingKept(as);
  if (await missing('包商投合〔2025〕31号')) await overdue(resources, as);
}

async function beingKept(as: As): Promise<void> {
  const { id } = await registerCommitment(as(officer('MIIT'), '2026-03-10'), {
    ...{ promisor: 'MIIT', ownerPost: '规划与技术改造科', beneficiary: '91150200MA0T3Q2E8N' },
    sourceKind: CommitmentSource.POLICY,
    sourceNumber: '包工信发〔2026〕9号',
    sourceTitle: '支持企业技术改造若干措施（示例）',
    promisedOn: '2026-02-12',
    benefit: '技术改造奖补资金',
    kind: BenefitKind.SUBSIDY,
    amount: '500000.00',
    milestones: [
      { title: '首期拨付', dueOn: '2026-09-30', amount: '250000.00' },
      { title: '验收后拨付', dueOn: '2026-12-31', amount: '250000.00' },
    ],
    dueOn: '2026-12-31',
    budgetLine: '工业高质量发展专项资金',
  });
  await confirmCommitmentAuthority(as(administrator, '2026-03-17'), { id, ...lawful });
  await reportCommitmentProgress(as(officer('MIIT'), '2026-09-25'), {
    ...{ id, note: '首期资金已拨付到账。', fulfilledAmount: '250000.00' },
    done: [{ milestone: 1, doneOn: '2026-09-24' }],
  });
}

async function overdue(resources: Resources, as: As): Promise<void> {
  const { id } = await registerCommitment(as(officer('COMMERCE'), '2026-06-08'), {
    ...{ promisor: 'COMMERCE', ownerPost: '投资促进科', beneficiary: '91150207MA0T3Q1R8H' },
    sourceKind: CommitmentSource.INVESTMENT_CONTRACT,
    sourceNumber: '包商投合〔2025〕31号',
    sourceTitle: '仓储物流项目投资协议（示例）',
    promisedOn: '2025-06-18',
    benefit: '项目场外道路和供水配套',
    kind: BenefitKind.INFRASTRUCTURE,
    amount: '1200000.00',
    dueOn: '2026-10-31',
  });
  await confirmCommitmentAuthority(as(administrator, '2026-06-15'), { id, ...lawful });
  await commitmentJob(resources).run(new Date('2026-11-06T10:00:00+08:00'), byOwnClock);
  await urgeCommitment(as(administrator, '2026-11-12'), {
    ...{ id, document: '包清欠督〔2026〕5号', reason: '期限届满，场外配套尚未开工。' },
  });
}
