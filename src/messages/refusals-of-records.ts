import type { RefusalEntry } from './refusal-entry.js';

/** What is refused of records: their past, and changes of them. */
export const refusalsOfRecords = {
  TIME_AHEAD: {
    code: 'BAD_INPUT',
    text: {
      en: '"{argument}" is {value}, which is still to come: what was so, and what was known, is told of the past only.',
      zh: '“{argument}”为 {value}，尚未到来；仅可查询过去的情况。',
    },
    remedy: { en: 'Leave it out to ask how it stands now.', zh: '查询当前情况请不填该参数。' },
  },
  RECORD_CHANGED: {
    code: 'CONFLICT',
    text: {
      en: 'The record was changed by somebody else meanwhile; nothing was done.',
      zh: '该记录刚被他人更新，本次未作任何变更。',
    },
    remedy: { en: 'Look at it again, then decide.', zh: '请重新查看后再办理。' },
  },
  AMENDMENT_NOT_PROVIDER: {
    code: 'FORBIDDEN',
    text: {
      en: 'Only its provider {provider} may correct or withdraw this record.',
      zh: '该记录仅可由其提供单位 {provider} 更正或撤回。',
    },
    basis: 'State Council Order 809 (政务数据共享条例), arts 13, 26',
    remedy: {
      en: 'Ask the provider to check it: requestCorrection.',
      zh: '可通过 requestCorrection 请提供单位校核。',
    },
  },
  AMENDMENT_STATE: {
    code: 'REFUSED',
    text: {
      en: `The record cannot be changed: {state, select,
        REPAIRED {it was repaired, and what is repaired is neither published, shared nor used}
        other {it was withdrawn}
      }.`,
      zh: `该记录不能变更：{state, select,
        REPAIRED {已修复，不再公示、共享和使用}
        other {已撤回}
      }。`,
    },
    basis: 'NDRC Order 36 (信用修复管理办法), art. 3; Administrative Penalty Law (行政处罚法), art. 48',
  },
  AMENDMENT_NOTHING: {
    code: 'REFUSED',
    text: {
      en: 'The record says all of this already: nothing would change.',
      zh: '记录内容与所填一致，无需更正。',
    },
  },
  AMENDMENT_FIELD_TWICE: {
    code: 'BAD_INPUT',
    text: { en: 'The field {field} is named twice.', zh: '数据项 {field} 重复填写。' },
  },
  AMENDMENT_IDENTITY: {
    code: 'BAD_INPUT',
    text: {
      en: '{field} says which record of which entity this is: it cannot be corrected.',
      zh: '{field} 用于识别记录及其主体，不能更正。',
    },
    remedy: {
      en: 'Withdraw the record and send the right one.',
      zh: '请撤回该记录后重新报送正确的记录。',
    },
  },
  AMENDMENT_EFFECTIVE: {
    code: 'BAD_INPUT',
    text: {
      en: 'The correction would hold from {value}; it may from the determination, {from}, to today, {until}.',
      zh: '更正自 {value} 起生效，生效日应在认定日期（{from}）至今日（{until}）之间。',
    },
  },
  REVOKED_ON: {
    code: 'BAD_INPUT',
    text: {
      en: 'The day of the revocation is {value}; it may be from the determination, {from}, to today, {until}.',
      zh: '撤销日期为 {value}，应在认定日期（{from}）至今日（{until}）之间。',
    },
    basis: 'Administrative Penalty Law (行政处罚法), art. 48',
  },
} as const satisfies Record<string, RefusalEntry>;
