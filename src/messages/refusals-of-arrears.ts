import type { RefusalEntry } from './refusal-entry.js';

const order802 = (articles: string): string => `State Council Order 802 (保障中小企业款项支付条例), ${articles}`;
const complaints = '工信部企业〔2021〕224号';

/** What is refused of arrears, plans, payments and measures. */
export const refusalsOfArrears = {
  ARREARS_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such case of arrears for you.', zh: '没有与您有关的该拖欠账款事项。' },
    remedy: { en: 'arrearsCases lists yours.', zh: '可通过 arrearsCases 查询。' },
  },
  ARREARS_ENTITY_UNKNOWN: {
    code: 'NOT_FOUND',
    text: {
      en: '"{field}": the registry knows no entity {uscc}.',
      zh: '“{field}”：登记库中没有代码为 {uscc} 的主体。',
    },
    remedy: { en: 'Look the code up by entities(search).', zh: '请通过 entities(search) 核对代码。' },
  },
  ARREARS_NOT_YOURS: {
    code: 'FORBIDDEN',
    text: {
      en: 'Arrears are registered by the creditor, by the debtor of its own, or by the arrears administrators.',
      zh: '拖欠账款由债权企业、债务单位（自查）或者清欠专班登记。',
    },
    basis: order802('arts 24, 25'),
  },
  ARREARS_SOURCE: {
    code: 'BAD_INPUT',
    text: {
      en: '"source": {party} registers as {expected}, not as {source}.',
      zh: '“source”：{party} 登记的线索来源应为 {expected}，不能为 {source}。',
    },
  },
  ARREARS_NOTHING_CLAIMED: {
    code: 'BAD_INPUT',
    text: {
      en: '"payables" has {count} entries; 1 to {most} are needed.',
      zh: '“payables”共 {count} 项，应为 1 至 {most} 项。',
    },
  },
  ARREARS_NOT_DUE: {
    code: 'REFUSED',
    text: {
      en: '"{title}" is due on {dueOn}: until then it is not in arrears.',
      zh: '“{title}”应付日期为 {dueOn}，届满前不构成拖欠。',
    },
    basis: order802('arts 9, 10'),
    remedy: {
      en: 'Register the contract with registerContract: both sides are warned before the day.',
      zh: '可先通过 registerContract 登记合同，到期前将提醒双方。',
    },
  },
  ARREARS_NOT_DELIVERED: {
    code: 'BAD_INPUT',
    text: {
      en: '"{title}" names no fact from which its due day follows: a delivery, an acceptance, a confirmed amount, an agreed day.',
      zh: '“{title}”缺少推算应付日期的事实：交付、验收合格、结算金额确认或者约定日期。',
    },
    basis: order802('arts 9, 10'),
  },
  ARREARS_PAYMENT_WAITS: {
    code: 'REFUSED',
    text: {
      en: 'The payment {voucher} is reported for it and waits for your answer.',
      zh: '付款 {voucher} 已登记，尚待您确认。',
    },
    remedy: { en: 'Answer it with confirmContractPayment first.', zh: '请先通过 confirmContractPayment 答复。' },
  },
  ARREARS_PAID_ALREADY: {
    code: 'REFUSED',
    text: { en: '"{title}" is paid already.', zh: '“{title}”已付清。' },
  },
  ARREARS_IN_COURT: {
    code: 'REFUSED',
    text: {
      en: 'A court, arbitrators or another department have the case already ({court}): it is not taken up here.',
      zh: '该事项已由法院、仲裁机构或者其他部门受理（{court}），不予登记。',
    },
    basis: `${complaints}; ${order802('art. 25')}`,
    remedy: {
      en: 'Follow it there; a judgment in force can be enforced.',
      zh: '请向受理机关查询；生效裁判可申请执行。',
    },
  },
  ARREARS_DUPLICATE: {
    code: 'REFUSED',
    text: {
      en: 'Arrears of this contract are registered already: {number}.',
      zh: '该合同的拖欠账款已登记：{number}。',
    },
    basis: `${complaints}: not again without new facts`,
    remedy: { en: 'Follow arrearsCase.', zh: '可通过 arrearsCase 查询办理进度。' },
  },
  ARREARS_DOCUMENT: {
    code: 'BAD_INPUT',
    text: { en: '"{field}" is missing: this rests on a document.', zh: '缺少“{field}”：该步骤须载明文书。' },
  },
  ARREARS_NOTHING_CONFIRMED: {
    code: 'BAD_INPUT',
    text: {
      en: '"undisputed" is {amount}: a confirmation is of more than the {before} that are agreed on already.',
      zh: '“undisputed”为 {amount}：确认金额须大于此前已确认的 {before}。',
    },
    remedy: {
      en: 'Whoever owes no more of it calls disputeArrears.',
      zh: '如其余全部有分歧，请使用 disputeArrears。',
    },
  },
  ARREARS_CONFIRMED_TOO_MUCH: {
    code: 'BAD_INPUT',
    text: {
      en: '"undisputed" is {amount}, more than the {principal} that are claimed.',
      zh: '“undisputed”为 {amount}，超过诉求金额 {principal}。',
    },
  },
  ARREARS_DISPUTE_REASON: {
    code: 'REFUSED',
    text: {
      en: 'A part is not confirmed: its dispute needs a reason.',
      zh: '部分金额未确认，须说明分歧理由。',
    },
    basis: order802('art. 15'),
    remedy: {
      en: 'State it in "reason"; the undisputed part is paid meanwhile.',
      zh: '请在“reason”中说明；无分歧部分应先行支付。',
    },
  },
  ARREARS_DEBTOR_HAS_TIME: {
    code: 'REFUSED',
    text: {
      en: 'The debtor can confirm until {dueOn}; evidence speaks for it only after that.',
      zh: '债务单位可在 {dueOn} 前确认，逾期未确认的方可凭证据认定。',
    },
    basis: order802('art. 16'),
  },
  ARREARS_SETTLEMENT: {
    code: 'BAD_INPUT',
    text: {
      en: '"owed" {owed} and "dismissed" {dismissed} must together be more than nothing and no more than the {disputed} that are disputed, and what was paid is not dismissed.',
      zh: '“owed”{owed} 与“dismissed”{dismissed} 合计须大于零且不超过分歧金额 {disputed}，已付款项不得核减。',
    },
    basis: order802('art. 15'),
  },
  ARREARS_PARTLY_PAID: {
    code: 'REFUSED',
    text: { en: '{paid} of it were paid: such a claim is not withdrawn.', zh: '已清偿 {paid} 元，不能撤回。' },
    remedy: {
      en: 'The debtor confirms or disputes what is left; a settlement can dismiss it.',
      zh: '由债务单位确认或者提出分歧，余额可通过分歧处理核减。',
    },
  },
  SUCCESSION_CONTRACT_TWICE: {
    code: 'CONFLICT',
    text: {
      en: 'The successor has a contract of the same number with the same supplier: the two cannot be one.',
      zh: '承继单位与同一供应商已有相同编号的合同，不能合并。',
    },
  },
  ARREARS_JUDGMENT: {
    code: 'BAD_INPUT',
    text: {
      en: '"owed" is {owed}; of the {principal} that are claimed at least {least} are agreed on or paid.',
      zh: '“owed”为 {owed}；诉求 {principal} 中至少 {least} 已无分歧或者已付。',
    },
    remedy: {
      en: 'Where a judgment says that nothing is owed, use dismissArrears.',
      zh: '裁判认定无应付款的，请使用 dismissArrears。',
    },
  },
  ARREARS_DISMISS_INSTEAD: {
    code: 'REFUSED',
    text: { en: 'Nothing would be owed at all.', zh: '核减后已无应付款。' },
    remedy: { en: 'Use dismissArrears.', zh: '请使用 dismissArrears。' },
  },
  ARREARS_NOTHING_UNDISPUTED: {
    code: 'REFUSED',
    text: {
      en: 'No undisputed money is owed at the moment: there is nothing to plan or to urge.',
      zh: '目前没有未付的无分歧欠款，无需制定计划或采取措施。',
    },
    basis: order802('art. 15'),
  },
  PLAN_LENGTH: {
    code: 'BAD_INPUT',
    text: {
      en: '"instalments" has {count} entries; 1 to {most} are needed.',
      zh: '“instalments”共 {count} 期，应为 1 至 {most} 期。',
    },
  },
  PLAN_AMOUNT: {
    code: 'BAD_INPUT',
    text: { en: 'Instalment {at}: {amount} is not a positive amount.', zh: '第 {at} 期金额 {amount} 不是正数。' },
  },
  PLAN_ORDER: {
    code: 'BAD_INPUT',
    text: {
      en: 'Instalment {at}, {dueOn}: instalments follow one another, from today ({today}) on.',
      zh: '第 {at} 期（{dueOn}）：各期日期须依次递增，且不早于今日（{today}）。',
    },
  },
  PLAN_SUM: {
    code: 'BAD_INPUT',
    text: {
      en: 'The instalments come to {sum}; what is undisputed and unpaid is {owed}.',
      zh: '分期合计 {sum}，与未付的无分歧金额 {owed} 不符。',
    },
    basis: order802('art. 15'),
  },
  PLAN_NONE: {
    code: 'REFUSED',
    text: { en: 'No plan is proposed.', zh: '没有待同意的还款计划。' },
  },
  PAYMENT_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'The case has no such payment.', zh: '该事项没有这笔付款。' },
  },
  PAYMENT_ANSWERED: {
    code: 'CONFLICT',
    text: { en: 'The payment {voucher} is {state} already.', zh: '付款 {voucher} 已处理：{state}。' },
  },
  PAYMENT_NOT_CONFIRMED: {
    code: 'REFUSED',
    text: {
      en: 'The payment {voucher} is not confirmed: there is nothing to refute.',
      zh: '付款 {voucher} 未经确认，无需否认。',
    },
  },
  PAYMENT_NONE_NAMED: {
    code: 'BAD_INPUT',
    text: { en: '"payments" is empty: name those that did not come.', zh: '“payments”为空：请列明未到账的付款。' },
  },
  RECEIPT_UNANSWERED: {
    code: 'REFUSED',
    text: { en: '{waiting} payments wait for their confirmation.', zh: '尚有 {waiting} 笔付款待确认。' },
    remedy: { en: 'Answer each with confirmReceipt.', zh: '请逐笔通过 confirmReceipt 答复。' },
  },
  STILL_OWED: {
    code: 'REFUSED',
    text: { en: '{remaining} are still owed.', zh: '尚欠 {remaining} 元。' },
  },
  INTEREST_OPEN: {
    code: 'REFUSED',
    text: {
      en: 'Interest of {interest} is owed: it is claimed, or waived in so many words.',
      zh: '尚有逾期利息 {interest} 元：可主张，或者明确放弃。',
    },
    basis: order802('art. 17'),
    remedy: {
      en: 'claimInterest, or "waivesInterest: true".',
      zh: '使用 claimInterest，或者填写“waivesInterest: true”。',
    },
  },
  NO_INTEREST: {
    code: 'REFUSED',
    text: { en: 'No interest is owed.', zh: '没有未付利息。' },
    basis: order802('art. 17'),
  },
  RUNG_TAKEN: {
    code: 'REFUSED',
    text: {
      en: 'The measures have gone as far as {taken}: {rung} is not taken again.',
      zh: '已采取措施 {taken}，不再重复采取 {rung}。',
    },
    basis: order802('arts 21-26'),
  },
  RUNG_SKIPPED: {
    code: 'REFUSED',
    text: {
      en: '{rung} needs the measures before it ({skipped}), or the reason for skipping them.',
      zh: '采取 {rung} 前应先采取 {skipped}，或者说明越级理由。',
    },
    basis: order802('arts 21-26'),
    remedy: { en: 'Take them, or state "skipReason".', zh: '请先采取前述措施，或者填写“skipReason”。' },
  },
  RUNG_TOO_EARLY: {
    code: 'REFUSED',
    text: {
      en: 'The debtor has until {dueOn}; {rung} before that needs a reason.',
      zh: '债务单位的期限至 {dueOn}，提前采取 {rung} 须说明理由。',
    },
    basis: order802('arts 21-26'),
    remedy: { en: 'Wait, or state "skipReason".', zh: '请等待期满，或者填写“skipReason”。' },
  },
  DEBTOR_NOT_HEARD: {
    code: 'REFUSED',
    text: {
      en: 'The debtor can answer the notice until {heardUntil}; before that nothing is found.',
      zh: '债务单位可在 {heardUntil} 前陈述申辩，期满前不作认定。',
    },
    basis: '国办发〔2020〕49号: notice, and the right to be heard',
  },
  NO_TIME_TO_EXTEND: {
    code: 'REFUSED',
    text: {
      en: 'No time of handling runs: the result was given, or the case is not taken up yet.',
      zh: '当前没有办理期限：处理结果已告知，或者事项尚未受理。',
    },
    basis: order802('art. 25'),
  },
  HANDLER_IS_CLOSER: {
    code: 'REFUSED',
    text: {
      en: 'You handled this case: another administrator closes it.',
      zh: '您是本事项经办人，须由其他人员销号。',
    },
    basis: 'separation of duties (经办人与销号人分离)',
  },
  SUCCESSOR_SAME: {
    code: 'BAD_INPUT',
    text: { en: '"to" is the debtor itself.', zh: '“to”与原债务单位相同。' },
  },
  SUCCESSION_NOTHING: {
    code: 'REFUSED',
    text: { en: '{uscc} has no arrears that could pass to another body.', zh: '{uscc} 没有可承继的拖欠账款。' },
  },
} as const satisfies Record<string, RefusalEntry>;
