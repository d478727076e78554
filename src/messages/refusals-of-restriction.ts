import type { RefusalEntry } from './refusal-entry.js';

const opinions = '国办发〔2020〕49号';
const shenzhen = '深圳经济特区社会信用条例 (2023)';
const list = '全国失信惩戒措施基础清单（2024年版）';
const order809 = 'State Council Order 809 (政务数据共享条例), arts 25, 29';

/** What is refused of restrictions and of feedback on their use. */
export const refusalsOfRestriction = {
  RESTRICTION_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such restriction for you.', zh: '没有与您有关的该失信惩戒事项。' },
    remedy: { en: 'restrictionCases lists those that you may know of.', zh: '可通过 restrictionCases 查询。' },
  },
  RESTRICTION_ENTITY_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'No entity with the code {uscc} is registered.', zh: '未登记代码为 {uscc} 的主体。' },
  },
  RESTRICTION_MEASURE_UNKNOWN: {
    code: 'BAD_INPUT',
    text: {
      en: '"measure" is "{measure}", which is not on the national list today.',
      zh: '“measure”为“{measure}”，不在现行全国失信惩戒措施基础清单内。',
    },
    basis: `${list}; ${opinions}: 不得超出清单采取惩戒措施`,
    remedy: { en: 'punishmentMeasures lists those in force.', zh: '现行措施见 punishmentMeasures。' },
  },
  RESTRICTION_MEASURE_OBJECT: {
    code: 'REFUSED',
    text: {
      en: '"{measure}" is not taken against entities. Its object: {object}.',
      zh: '“{measure}”不适用于法人等主体，其惩戒对象为：{object}。',
    },
    basis: `${list}; ${opinions}: not extended to others`,
  },
  RESTRICTION_NOT_EXECUTING_UNIT: {
    code: 'REFUSED',
    text: {
      en: 'Your department does not carry out "{measure}"; these do: {units}.',
      zh: '贵单位不是“{measure}”的实施单位；实施单位为：{units}。',
    },
    basis: list,
  },
  RESTRICTION_RECORD_OTHER: {
    code: 'BAD_INPUT',
    text: {
      en: '"record" is not a record of the entity {uscc}.',
      zh: '“record”不是主体 {uscc} 的信用记录。',
    },
    basis: `${opinions}: not extended to others`,
  },
  RESTRICTION_SELF: {
    code: 'REFUSED',
    text: {
      en: 'A department decides nothing about itself ({uscc}).',
      zh: '单位不得对本单位（{uscc}）采取或决定惩戒措施。',
    },
    basis: 'separation of duties: nobody decides its own case',
  },
  RESTRICTION_NOT_ADVERSE: {
    code: 'REFUSED',
    text: { en: 'The record is not adverse: nothing follows from it.', zh: '该记录不是失信信息，不得据以惩戒。' },
    basis: opinions,
  },
  RESTRICTION_NOT_IN_FORCE: {
    code: 'REFUSED',
    text: {
      en: 'The record is not in force: what was repaired, withdrawn or has expired bears no restriction.',
      zh: '该记录已修复、撤销或者到期，不得据以惩戒。',
    },
    basis: 'NDRC Order 36 (信用修复管理办法), art. 3',
  },
  RESTRICTION_NOT_SERIOUS: {
    code: 'REFUSED',
    text: {
      en: 'The record is not serious ({severity}), and no list of serious dishonesty or unperformed judgment: a restriction would be out of proportion.',
      zh: '该记录不属于严重失信信息（{severity}），也不属于严重失信主体名单或司法裁判信息，采取惩戒措施有违过惩相当。',
    },
    basis: `${shenzhen}, art. 67; ${opinions}: 过惩相当`,
  },
  RESTRICTION_DISPUTED: {
    code: 'REFUSED',
    text: {
      en: 'The record is disputed: nothing new rests on it until the objection is decided.',
      zh: '该记录异议处理中，处理完毕前不得据以采取新的惩戒措施。',
    },
    basis: `${shenzhen}: objection`,
    remedy: { en: 'Wait for the decision on the objection.', zh: '请待异议处理完毕。' },
  },
  RESTRICTION_UNTIL: {
    code: 'BAD_INPUT',
    text: {
      en: '"until" is {until}; it lies between today, {today}, and the end of the publicity of the record, {latest}.',
      zh: '“until”为 {until}，应在今日 {today} 至来源记录公示届满日 {latest} 之间。',
    },
    basis: 'NDRC Order 36 (信用修复管理办法): use ends with publicity; of a record without one, three years',
  },
  RESTRICTION_MATTERS: {
    code: 'BAD_INPUT',
    text: {
      en: '"matters" has what "{measure}" does not limit, or nothing. It counts for: {matters}.',
      zh: '“matters”为空或超出“{measure}”的适用事项。可选：{matters}。',
    },
    basis: list,
  },
  RESTRICTION_MEASURE_GONE: {
    code: 'REFUSED',
    text: {
      en: 'The measure is no longer on the national list.',
      zh: '该措施已不在现行全国失信惩戒措施基础清单内。',
    },
    basis: list,
    remedy: { en: 'dropRestriction ends the case.', zh: '请通过 dropRestriction 终止。' },
  },
  RESTRICTION_OPEN: {
    code: 'CONFLICT',
    text: {
      en: 'The measure was proposed on this record already: {number}.',
      zh: '已就该记录提出同一措施：{number}。',
    },
    remedy: { en: 'Follow that one under restrictionCases.', zh: '可通过 restrictionCases 查询。' },
  },
  RESTRICTION_FOUR_EYES: {
    code: 'REFUSED',
    text: {
      en: 'Whoever proposed it does not decide it.',
      zh: '提出人不得作出决定。',
    },
    basis: 'separation of duties: nobody approves its own request',
    remedy: { en: 'Another officer of your department decides.', zh: '请由本单位其他人员决定。' },
  },
  RESTRICTION_USE_OUTCOME: {
    code: 'BAD_INPUT',
    text: {
      en: '"outcome" is {outcome}: NONE_FOUND goes with no restriction, everything else with one.',
      zh: '“outcome”为 {outcome}：未填写惩戒措施时应为 NONE_FOUND，填写时不得为 NONE_FOUND。',
    },
  },
  RESTRICTION_USE_MATTER: {
    code: 'REFUSED',
    text: {
      en: '"matter" is {matter}, which is no task of your department.',
      zh: '“matter”为 {matter}，不属于贵单位法定职责。',
    },
    basis: order809,
    remedy: { en: 'Department.mandates lists the purposes you may state.', zh: '可用目的见 Department.mandates。' },
  },
  RESTRICTION_USE_UNKNOWN: {
    code: 'BAD_INPUT',
    text: {
      en: '"restriction" is "{restriction}", which is none on {uscc} that counts for {matter}.',
      zh: '“restriction”为“{restriction}”，主体 {uscc} 没有适用于 {matter} 的该项惩戒措施。',
    },
    remedy: { en: 'Name the id that the check showed.', zh: '请填写核查结果中的标识。' },
  },
  RESTRICTION_USE_TWICE: {
    code: 'CONFLICT',
    text: {
      en: 'Your department has reported this use under the same case number already.',
      zh: '贵单位已就同一办件编号和同一措施反馈过应用情况。',
    },
    basis: order809,
    remedy: { en: 'restrictionUses lists what was reported.', zh: '可通过 restrictionUses 查询。' },
  },
} as const satisfies Record<string, RefusalEntry>;
