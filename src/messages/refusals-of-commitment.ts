import type { RefusalEntry } from './refusal-entry.js';

const art31 = 'Order 722 (优化营商环境条例), art. 31';
const flow = '发改财金〔2023〕1103号';
const platform = 'this platform: a promise is written down so that it can be kept and checked';

/** What is refused of policy promises. */
export const refusalsOfCommitment = {
  COMMITMENT_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such promise for you.', zh: '没有与您有关的该政策兑现事项。' },
    remedy: { en: 'commitments lists those that you may know of.', zh: '可通过 commitments 查询。' },
  },
  COMMITMENT_ENTITY_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'No entity with the code {uscc} is registered.', zh: '未登记代码为 {uscc} 的主体。' },
  },
  COMMITMENT_OWNER_UNREGISTERED: {
    code: 'REFUSED',
    text: {
      en: 'The owner {department} is not registered as an entity: no record can be kept of it.',
      zh: '责任部门 {department} 未登记为信用主体，无法记入信用记录。',
    },
    basis: flow,
    remedy: { en: 'Have it registered under its code first.', zh: '请先按其统一社会信用代码登记。' },
  },
  COMMITMENT_SELF: {
    code: 'BAD_INPUT',
    text: {
      en: 'The promisor, the owner and the beneficiary {uscc} are not different bodies.',
      zh: '承诺部门或责任部门与受益人 {uscc} 为同一单位。',
    },
    basis: platform,
  },
  COMMITMENT_NOT_YOURS: {
    code: 'FORBIDDEN',
    text: {
      en: 'A department registers its own promises, not those of {promisor}.',
      zh: '部门仅可登记本部门作出的承诺，不能登记 {promisor} 的承诺。',
    },
    basis: platform,
    remedy: { en: 'The administrators of promises can register it.', zh: '可由政策兑现专班登记。' },
  },
  COMMITMENT_DUPLICATE: {
    code: 'CONFLICT',
    text: {
      en: 'The benefit was registered for the beneficiary from the same document, and is open: {number}.',
      zh: '同一来源文件、同一受益人、同一事项已登记且尚未办结：{number}。',
    },
    remedy: { en: 'Follow that one under commitments.', zh: '可通过 commitments 查询该事项。' },
  },
  COMMITMENT_PROMISED_LATER: {
    code: 'BAD_INPUT',
    text: {
      en: '"promisedOn" is {day}; nothing was promised later than today, {today}.',
      zh: '“promisedOn”为 {day}，承诺日期不得晚于今日 {today}。',
    },
    basis: platform,
  },
  COMMITMENT_DUE_BEFORE: {
    code: 'BAD_INPUT',
    text: {
      en: '"dueOn" is {dueOn}, before the promise of {promisedOn}.',
      zh: '“dueOn”为 {dueOn}，早于承诺日期 {promisedOn}。',
    },
    basis: platform,
  },
  COMMITMENT_AMOUNT: {
    code: 'BAD_INPUT',
    text: {
      en: '"{field}": an amount is more than nothing; {amount} is not.',
      zh: '“{field}”：金额须大于零，{amount} 无效。',
    },
    basis: platform,
    remedy: { en: 'Leave it out where no money was promised.', zh: '非金额类事项请不填金额。' },
  },
  COMMITMENT_MILESTONES_TOO_MANY: {
    code: 'BAD_INPUT',
    text: { en: '{count} milestones were given; at most {most}.', zh: '阶段目标共 {count} 个，最多 {most} 个。' },
  },
  COMMITMENT_MILESTONE_DAY: {
    code: 'BAD_INPUT',
    text: {
      en: 'The milestone "{title}" is due on {dueOn}; it may be from {from} to {until}.',
      zh: '阶段目标“{title}”的期限为 {dueOn}，应在 {from} 至 {until} 之间。',
    },
    basis: platform,
  },
  COMMITMENT_MILESTONE_AMOUNTS: {
    code: 'BAD_INPUT',
    text: {
      en: 'The milestones bring more than the amount promised, {amount}.',
      zh: '阶段目标金额之和超过承诺金额（{amount}）。',
    },
    basis: platform,
  },
  COMMITMENT_MILESTONE_UNKNOWN: {
    code: 'BAD_INPUT',
    text: {
      en: 'There is no milestone {milestone}: the promise has {count}, counted from 1.',
      zh: '没有第 {milestone} 个阶段目标：该事项共 {count} 个，自 1 起编号。',
    },
  },
  COMMITMENT_DAY: {
    code: 'BAD_INPUT',
    text: {
      en: '"{field}": {day} is no day on which it can have been done: from {from} to {until}.',
      zh: '“{field}”：办结日期 {day} 无效，应在 {from} 至 {until} 之间。',
    },
    basis: platform,
  },
  COMMITMENT_NOT_MONEY: {
    code: 'BAD_INPUT',
    text: { en: 'No amount was promised: none can have been paid.', zh: '该事项未承诺金额，不能填报兑现金额。' },
    basis: platform,
  },
  COMMITMENT_FULFILLED_AMOUNT: {
    code: 'BAD_INPUT',
    text: {
      en: '"fulfilledAmount" is {amount}; what was paid in all lies between {least}, reported before, and {most}, promised.',
      zh: '“fulfilledAmount”为 {amount}，累计兑现金额应在已报 {least} 与承诺 {most} 之间。',
    },
    basis: platform,
  },
  COMMITMENT_EVIDENCE: {
    code: 'REFUSED',
    text: { en: 'Without evidence nothing is claimed or reported as done.', zh: '申报或报告办结须附凭证。' },
    basis: '{basis}',
    remedy: {
      en: 'Send the file to POST /attachments and name its id in "evidence".',
      zh: '请先上传至 POST /attachments，并在“evidence”中填写其标识。',
    },
  },
  COMMITMENT_OWN_ENTRY: {
    code: 'FORBIDDEN',
    text: {
      en: 'Who registered a promise does not check it: another account of the office does.',
      zh: '登记人不得核查本人登记的事项，须由本办公室其他账号办理。',
    },
    basis: 'separation of duties (不相容岗位分离)',
  },
  COMMITMENT_NOTHING_KEPT: {
    code: 'REFUSED',
    text: { en: 'Nothing is kept so far.', zh: '尚未有兑现内容。' },
    basis: '{basis}',
  },
  COMMITMENT_STANDS_ELSEWHERE: {
    code: 'REFUSED',
    text: { en: 'The step leads elsewhere as the promise stands.', zh: '按该事项当前情形，本步骤流向其他状态。' },
    basis: '{basis}',
  },
  COMMITMENT_RECTIFY_BY: {
    code: 'REFUSED',
    text: {
      en: '"rectifyBy" is {day}; it may be from {today} to {most} days later.',
      zh: '“rectifyBy”为 {day}，应自 {today} 起不超过 {most} 日。',
    },
    basis: '{basis}',
  },
  COMMITMENT_NOT_URGED: {
    code: 'REFUSED',
    text: { en: 'Nobody is found in default who was not urged.', zh: '未经督办，不得认定失信。' },
    basis: flow,
    remedy: { en: 'Urge the owner first: urgeCommitment.', zh: '请先通过 urgeCommitment 督办。' },
  },
  COMMITMENT_TIME_LEFT: {
    code: 'REFUSED',
    text: {
      en: 'The owner has time to mend it until {dueOn}.',
      zh: '整改期限为 {dueOn}，尚未届满，不得拟认定失信。',
    },
    basis: flow,
  },
  COMMITMENT_CHANGE_AUTHORITY: {
    code: 'REFUSED',
    text: {
      en: 'A promise is changed only by authority of law; none is named.',
      zh: '变更承诺须有法定权限，未载明法定权限依据。',
    },
    basis: art31,
    remedy: { en: 'Name it in "authority".', zh: '请在“authority”中载明。' },
  },
  COMMITMENT_CHANGE_PROCEDURE: {
    code: 'REFUSED',
    text: {
      en: 'A promise is changed only by legal procedure; no document of it is named.',
      zh: '变更承诺须依照法定程序，未载明程序文书。',
    },
    basis: art31,
    remedy: { en: 'Name it in "procedure".', zh: '请在“procedure”中载明。' },
  },
  COMMITMENT_CHANGE_COMPENSATION: {
    code: 'REFUSED',
    text: {
      en: 'Whoever changes a promise compensates the loss; no compensation is stated.',
      zh: '变更承诺造成损失的应予补偿，未载明补偿方案。',
    },
    basis: art31,
    remedy: { en: 'State it in "compensation".', zh: '请在“compensation”中载明。' },
  },
  COMMITMENT_CHANGE_DAY: {
    code: 'REFUSED',
    text: {
      en: 'The compensation has no day, or one before today, {today}.',
      zh: '未载明补偿期限，或补偿期限早于今日 {today}。',
    },
    basis: art31,
    remedy: { en: 'State it in "compensateBy".', zh: '请在“compensateBy”中载明。' },
  },
  COMMITMENT_BEING_FOUND: {
    code: 'REFUSED',
    text: {
      en: 'A finding is open: whoever was told and heard is found or not. Until then only the post changes.',
      zh: '失信认定期间，责任部门以被告知并陈述申辩的部门为准，仅可变更责任岗位。',
    },
    basis: '{basis}',
    remedy: { en: 'Hand it over once the finding is decided.', zh: '请待认定作出后再移交。' },
  },
  COMMITMENT_SAME_OWNER: {
    code: 'REFUSED',
    text: {
      en: 'Neither another department nor another post is named: nothing is handed over.',
      zh: '未载明新的责任部门或责任岗位，无需移交。',
    },
    basis: art31,
  },
} as const satisfies Record<string, RefusalEntry>;
