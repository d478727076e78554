import { Purpose } from '../src/access/purpose.js';
import { Role } from '../src/access/words.js';
import type { Acting } from '../src/context.js';
import { actingAt, type Means } from '../src/jobs/acting.js';
import {
  decideSharing,
  deliverSharing,
  disposeShared,
  endSharing,
  reportSharingUse,
  requestSharing,
} from '../src/sharing/sharing.service.js';
import { SharingDecision, SharingEnding, SharingMethod } from '../src/sharing/sharing.words.js';
import { SharingRequest } from '../src/sharing/sharing-request.entity.js';

/**
 * Three requests of the invented city's departments for each other's data: a grant in use, one to be answered, one that has
 * ended. Their days are fixed, so that they lie in years with an official calendar whenever the city is loaded.
 */
export async function loadSharing(means: Means): Promise<void> {
  // what a start that was cut off has made stays as it is
  const on = (department: string, day: string): Acting =>
    actingAt(means, new Date(`${day}T10:00:00+08:00`), { role: Role.DEPARTMENT, subject: 'demonstration', department });
  const made = await means.orm.em.fork().find(SharingRequest, {}, { fields: ['requesterCode', 'itemCode'] });
  const wants = (department: string, item: string): boolean =>
    !made.some(({ requesterCode, itemCode }) => requesterCode === department && itemCode === item);
  if (wants('HOUSING', 'TAX_GRADE')) await grantInUse(on);
  if (wants('FINANCE', 'HRSS_SOCIAL_INSURANCE_ARREARS')) await waitingForAnAnswer(on);
  if (wants('MIIT', 'TAX_GRADE')) await endedAndDisposed(on);
}

type On = (department: string, day: string) => Acting;

async function grantInUse(on: On): Promise<void> {
  const { id } = await requestSharing(on('HOUSING', '2026-09-21'), {
    item: 'TAX_GRADE',
    purpose: Purpose.PROCUREMENT,
    basis: '《中华人民共和国招标投标法》第十八条',
    scene: '工程建设项目招标投标资格审查时核查投标人纳税信用',
    method: SharingMethod.INTERFACE,
    days: 365,
    approval: '包住建数〔2026〕12号',
  });
  const reason = '用途明确，范围适当';
  await decideSharing(on('TAX', '2026-09-28'), { id, decision: SharingDecision.AGREE, reason });
  await deliverSharing(on('TAX', '2026-10-12'), { id, delivery: '服务接口 TAX-GRADE-01' });
  await reportSharingUse(on('HOUSING', '2026-11-02'), {
    id,
    scene: '2026年10月房建市政项目资格审查',
    result: '核查投标人37家次，减少证明材料37份',
    storage: '仅保存核查结论，不留存评价明细',
  });
}

async function waitingForAnAnswer(on: On): Promise<void> {
  await requestSharing(on('FINANCE', '2026-11-20'), {
    item: 'HRSS_SOCIAL_INSURANCE_ARREARS',
    purpose: Purpose.FUNDING,
    basis: '《中华人民共和国预算法实施条例》',
    scene: '财政奖补资金安排前核查申报单位社会保险费缴纳情况',
    method: SharingMethod.BATCH,
    until: '2027-12-31',
    approval: '包财数〔2026〕8号',
  });
}

async function endedAndDisposed(on: On): Promise<void> {
  const { id } = await requestSharing(on('MIIT', '2026-05-11'), {
    item: 'TAX_GRADE',
    purpose: Purpose.APPRAISAL,
    basis: '《优质中小企业梯度培育管理暂行办法》',
    scene: '专精特新中小企业认定审核',
    method: SharingMethod.FILE,
    until: '2026-12-31',
    approval: '包工信数〔2026〕5号',
  });
  await decideSharing(on('TAX', '2026-05-18'), { id, decision: SharingDecision.AGREE });
  await deliverSharing(on('TAX', '2026-05-20'), { id, delivery: '文件下载 20260520' });
  const reason = '本年度认定工作已结束';
  await endSharing(on('MIIT', '2026-08-03'), { id, how: SharingEnding.COMPLETE, reason });
  await disposeShared(on('MIIT', '2026-08-05'), { id, evidence: '数据销毁记录〔2026〕3号' });
}
