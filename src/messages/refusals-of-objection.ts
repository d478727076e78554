import type { RefusalEntry } from './refusal-entry.js';

/** What is refused of objections. */
export const refusalsOfObjection = {
  OBJECTION_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such objection for you.', zh: '没有与您有关的该异议。' },
    remedy: { en: 'objections lists yours.', zh: '可通过 objections 查询。' },
  },
  OBJECTION_NOT_YOURS: {
    code: 'FORBIDDEN',
    text: { en: 'Only the entity that a record is about objects to it.', zh: '仅该记录的信用主体可以提出异议。' },
    remedy: {
      en: 'A department that doubts shared data asks for a check with requestCorrection.',
      zh: '政务部门对共享数据有疑义的，可通过 requestCorrection 提出校核。',
    },
  },
  OBJECTION_RECORD_OVER: {
    code: 'REFUSED',
    text: {
      en: `{state, select,
        REPAIRED {The record was repaired}
        other {The record was withdrawn}
      }: it is not in use any more, there is nothing to object to.`,
      zh: `{state, select,
        REPAIRED {该记录已修复}
        other {该记录已撤回}
      }，不再使用，无需提出异议。`,
    },
  },
  OBJECTION_OPEN: {
    code: 'REFUSED',
    text: { en: 'The objection {number} to this record is open already.', zh: '该记录已有在办异议 {number}。' },
    remedy: { en: 'Follow it under objections, or withdraw it.', zh: '可通过 objections 查询进度或撤回。' },
  },
  OBJECTION_NOTHING_NEW: {
    code: 'REFUSED',
    text: {
      en: 'An earlier objection to this record was dismissed for good; a new one needs new evidence as a file.',
      zh: '该记录此前的异议已办结且不成立，再次提出须附新的证据材料。',
    },
    remedy: {
      en: 'Send the evidence to /attachments and name its id.',
      zh: '请将证据上传至 /attachments 并填写附件标识。',
    },
  },
  OBJECTION_FIELD: {
    code: 'BAD_INPUT',
    text: { en: '"field" is {field}; the record has no such field.', zh: '“field”为 {field}，该记录没有此数据项。' },
  },
  OBJECTION_EXAMINE_TOO_LATE: {
    code: 'REFUSED',
    text: {
      en: 'The period for verifying ends on {dueOn}; of the clock that would stand still no day is left.',
      zh: '核实期限于 {dueOn} 届满，已无剩余期限可以中止。',
    },
    basis: '河南省社会信用条例, arts 41-43',
    remedy: { en: 'Decide, or extend the period once while it runs.', zh: '请作出处理，或在期限内延长一次。' },
  },
  OBJECTION_EVIDENCE: {
    code: 'REFUSED',
    text: { en: 'A dismissal needs evidence; none is stated.', zh: '异议不成立的，须说明证据。' },
    remedy: { en: 'State it in "evidence".', zh: '请在“evidence”中说明。' },
  },
  OBJECTION_VALUES_MISSING: {
    code: 'BAD_INPUT',
    text: {
      en: '"fields" is empty; {remedy} needs the right values.',
      zh: '“fields”为空；处理方式 {remedy} 须填写更正后的内容。',
    },
  },
  OBJECTION_REVIEW_TOO_LATE: {
    code: 'REFUSED',
    text: { en: 'A review could be asked for until {dueOn}.', zh: '复核申请期限已于 {dueOn} 届满。' },
  },
} as const satisfies Record<string, RefusalEntry>;
