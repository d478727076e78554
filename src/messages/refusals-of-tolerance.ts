import type { RefusalEntry } from './refusal-entry.js';

const rule = "深圳市容缺办理管理办法 (2019-10-01), applied as this platform's rule";
const licensing = 'Administrative Licensing Law (行政许可法)';
const platform = 'this platform: what is tolerated is written down so that it can be kept and checked';

/** What is refused of tolerant acceptance. */
export const refusalsOfTolerance = {
  TOLERANCE_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such tolerant acceptance for you.', zh: '没有与您有关的该容缺受理事项。' },
    remedy: { en: 'tolerantAcceptances lists those that you may know of.', zh: '可通过 tolerantAcceptances 查询。' },
  },
  TOLERANCE_PURPOSE: {
    code: 'FORBIDDEN',
    text: {
      en: 'Tolerance rests on the credit of the applicant: it is used with the purpose FAST_TRACK and a case.',
      zh: '容缺受理须以 FAST_TRACK 目的并载明案号查询申请人信用后办理。',
    },
    basis: 'State Council Order 809 (政务数据共享条例), arts 20, 25',
    remedy: {
      en: 'State Credit-Purpose: FAST_TRACK and Credit-Case, within the mandate of the department.',
      zh: '请在部门职权范围内填写 Credit-Purpose: FAST_TRACK 及 Credit-Case。',
    },
  },
  TOLERANCE_CASE_TWICE: {
    code: 'CONFLICT',
    text: {
      en: 'Tolerance was used in the case {caseNumber} before: {number}.',
      zh: '办件 {caseNumber} 已办理过容缺受理：{number}。',
    },
    basis: '国办发〔2020〕42号: the applicant is told once of all that is missing (一次性告知)',
    remedy: { en: 'Follow that one under tolerantAcceptances.', zh: '可通过 tolerantAcceptances 查询该事项。' },
  },
  TOLERANCE_NOTHING_MISSING: {
    code: 'BAD_INPUT',
    text: {
      en: '"missing" names nothing: an application for {item} that is complete is accepted as it is.',
      zh: '“missing”为空：材料齐全的 {item} 申请应当直接受理，无需容缺。',
    },
    basis: `${licensing}, art. 32`,
  },
  TOLERANCE_MATERIAL_UNKNOWN: {
    code: 'BAD_INPUT',
    text: {
      en: '"missing": the service item {item} does not ask for {material}. What may be missing: {known}.',
      zh: '“missing”：事项 {item} 不要求材料 {material}。可容缺材料：{known}。',
    },
    basis: `${licensing}, art. 31: nothing is asked for that has no bearing on the application`,
  },
  TOLERANCE_CORE_MISSING: {
    code: 'REFUSED',
    text: {
      en: '"missing": {material} ({title}) is a core material of {item}; without it nothing is accepted.',
      zh: '“missing”：{material}（{title}）是事项 {item} 的主审要件，缺少主审要件不予容缺受理。',
    },
    basis: rule,
    remedy: { en: 'Hand it in first; others may follow.', zh: '请先提交该主审要件，其他材料可后补。' },
  },
  TOLERANCE_SIGNED: {
    code: 'CONFLICT',
    text: {
      en: 'The commitment of {number} was signed; it is signed once, and its day stands.',
      zh: '{number} 的承诺书已经签署，仅可签署一次，补正期限不变。',
    },
    basis: platform,
  },
  TOLERANCE_NOTHING_SUPPLIED: {
    code: 'BAD_INPUT',
    text: { en: '"materials" names nothing.', zh: '“materials”为空。' },
  },
  TOLERANCE_NOT_MISSING: {
    code: 'BAD_INPUT',
    text: {
      en: '"materials": {material} is none of what was missing: {missing}.',
      zh: '“materials”：{material} 不在容缺材料之列（{missing}）。',
    },
    basis: platform,
  },
  TOLERANCE_SUPPLIED_ALREADY: {
    code: 'CONFLICT',
    text: { en: '"materials": {material} was supplied already.', zh: '“materials”：{material} 已经补正。' },
    basis: platform,
  },
  TOLERANCE_SUPPLY_EMPTY: {
    code: 'BAD_INPUT',
    text: {
      en: '"materials": {material} comes neither as a file nor at the counter.',
      zh: '“materials”：{material} 既未上传附件，也未在窗口递交。',
    },
    basis: platform,
    remedy: {
      en: 'Send the file to POST /attachments and name its id in "attachment".',
      zh: '请先上传至 POST /attachments，并在“attachment”中填写其标识。',
    },
  },
  TOLERANCE_COUNTER_CLERK: {
    code: 'FORBIDDEN',
    text: {
      en: '"materials": that {material} was handed over at the counter is for its clerk to say.',
      zh: '“materials”：{material} 是否已在窗口递交，由窗口人员登记。',
    },
    basis: platform,
    remedy: { en: 'Send it as a file, or hand it over at the counter.', zh: '请上传附件，或者到窗口递交。' },
  },
  TOLERANCE_NOTHING_REJECTED: {
    code: 'BAD_INPUT',
    text: {
      en: '"materials" names nothing: what is not valid must be said.',
      zh: '“materials”为空：应当载明不符要求的材料。',
    },
    basis: platform,
  },
  TOLERANCE_EVIDENCE: {
    code: 'REFUSED',
    text: { en: '"evidence" is empty: it must be shown.', zh: '“evidence”为空：应当提供证明。' },
    basis: '{basis}',
    remedy: {
      en: 'Send the file to POST /attachments and name its id in "evidence".',
      zh: '请先上传至 POST /attachments，并在“evidence”中填写其标识。',
    },
  },
  TOLERANCE_EXTENSION_DAYS: {
    code: 'BAD_INPUT',
    text: {
      en: '"workingDays" is {days}; an extension is of 1 to {most} working days.',
      zh: '“workingDays”为 {days}，延期应为 1 至 {most} 个工作日。',
    },
    basis: '{basis}',
  },
  TOLERANCE_LAPSED: {
    code: 'REFUSED',
    text: {
      en: 'It could be signed until {dueOn}: what was not signed was not applied for.',
      zh: '承诺书应在 {dueOn} 前签署，逾期未签署视为未申请容缺。',
    },
    basis: '{basis}',
    remedy: { en: 'Apply anew, with a new number of the case.', zh: '请以新的办件编号重新申请。' },
  },
  TOLERANCE_OVERDUE: {
    code: 'REFUSED',
    text: {
      en: 'The day for supplying has passed: only force majeure can be shown.',
      zh: '补正期限已过，仅可举证不可抗力。',
    },
    basis: '{basis}',
  },
  TOLERANCE_STANDS_ELSEWHERE: {
    code: 'REFUSED',
    text: { en: 'The step leads elsewhere as the case stands.', zh: '按该事项当前情形，本步骤流向其他状态。' },
    basis: '{basis}',
  },
} as const satisfies Record<string, RefusalEntry>;
