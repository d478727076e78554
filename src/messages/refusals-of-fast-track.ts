import type { RefusalEntry } from './refusal-entry.js';

const incentives = '国发〔2016〕33号 (joint incentives for trust and joint punishment)';
const tolerance = "深圳市容缺办理管理办法 (2019-10-01), applied as this platform's rule; 国办发〔2020〕42号";
const platform = 'this platform: the fast track is earned and lost by published rules';
const repair = {
  en: 'It comes back by itself when the record is repaired or expires.',
  zh: '该信息修复或到期后自动恢复。',
};

/** What stands against the fast track, and what is refused of it. */
export const refusalsOfFastTrack = {
  SERVICE_ITEM_UNKNOWN: {
    code: 'BAD_INPUT',
    text: { en: 'There is no service item {serviceItem}.', zh: '没有代码为 {serviceItem} 的政务服务事项。' },
    remedy: { en: 'serviceItems lists them.', zh: '可通过 serviceItems 查询。' },
  },
  SERVICE_ITEM_FAULT: {
    code: 'BAD_INPUT',
    text: {
      en: `"{field}": {rule, select,
        CODE {a code is 2 to 64 capitals, digits and underscores, a letter first}
        LIMIT {the promised limit is 1 to 365 working days}
        STATUTORY {the limit of the law is no shorter than the promised one, and 365 working days at most}
        EXCLUDED {what is excluded from tolerance cannot be tolerant}
        MATERIALS {there are 1 to 50 materials}
        TWICE {a material stands there twice}
        NO_CORE {nothing is a core material}
        other {everything is a core material: nothing could be missing}
      }.`,
      zh: `“{field}”：{rule, select,
        CODE {代码应为2至64位大写字母、数字和下划线，以字母开头}
        LIMIT {承诺时限应为1至365个工作日}
        STATUTORY {法定时限不得短于承诺时限，且不超过365个工作日}
        EXCLUDED {不适用容缺的事项不能设为可容缺}
        MATERIALS {材料应为1至50项}
        TWICE {材料重复}
        NO_CORE {未指定主审要件}
        other {全部为主审要件，无可容缺材料}
      }。`,
    },
    basis: platform,
  },
  SERVICE_ITEM_NOT_YOURS: {
    code: 'FORBIDDEN',
    text: {
      en: 'The service item {serviceItem} is handled by {department}.',
      zh: '政务服务事项 {serviceItem} 由 {department} 办理。',
    },
    basis: platform,
  },
  FAST_TRACK_ENTITY_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'No entity with the code {uscc} is registered.', zh: '未登记代码为 {uscc} 的主体。' },
  },
  FAST_TRACK_NOT_IN_OPERATION: {
    code: 'REFUSED',
    text: { en: 'The entity is not in operation: {status}.', zh: '该主体不在正常经营状态：{status}。' },
    basis: incentives,
    remedy: { en: 'The registry must say that it is in operation.', zh: '登记状态恢复正常后自动适用。' },
  },
  FAST_TRACK_SERIOUS_RECORD: {
    code: 'REFUSED',
    text: { en: 'A record of serious dishonesty is in force.', zh: '存在有效的严重失信信息。' },
    basis: `${incentives}; 国办发〔2020〕49号`,
    remedy: {
      en: 'Once the record is repaired or has expired it can be earned anew.',
      zh: '该信息修复或到期后可重新取得。',
    },
  },
  FAST_TRACK_BROKEN_COMMITMENT: {
    code: 'REFUSED',
    text: { en: 'A commitment was broken, and that is not repaired.', zh: '存在未修复的违诺信息。' },
    basis: '国办发〔2020〕42号: whoever broke a commitment is not offered another until it is repaired',
    remedy: repair,
  },
  FAST_TRACK_ADVERSE_RECORD: {
    code: 'REFUSED',
    text: { en: 'An adverse record is in force that is not minor.', zh: '存在有效的一般失信信息。' },
    basis: incentives,
    remedy: repair,
  },
  FAST_TRACK_RESTRICTED: {
    code: 'REFUSED',
    text: {
      en: 'The restriction {restriction} bars preferential treatment.',
      zh: '失信惩戒措施 {restriction} 限制享受便利措施。',
    },
    basis: '全国失信惩戒措施基础清单（2024年版）: 限制享受优惠政策和便利措施',
    remedy: { en: 'It is lifted with the record on which it rests.', zh: '所依据的失信信息修复或撤销后同步解除。' },
  },
  FAST_TRACK_OVERDUE: {
    code: 'REFUSED',
    text: {
      en: 'The materials of the tolerant acceptance {number} are overdue.',
      zh: '容缺受理事项 {number} 的材料逾期未补正。',
    },
    basis: tolerance,
    remedy: { en: 'Supply them, or show force majeure.', zh: '请尽快补正，或者说明不可抗力。' },
  },
  FAST_TRACK_GRADE: {
    code: 'REFUSED',
    text: {
      en: 'The grade is {grade}; the rule {rule} asks for {least} at least.',
      zh: '信用等级为 {grade}，规则 {rule} 要求不低于 {least}。',
    },
    basis: 'GB/T 45255-2025; this platform: the least grade stands in the rule',
    remedy: { en: 'The profile shows which rules made the grade.', zh: '信用画像载明形成等级的规则。' },
  },
  FAST_TRACK_NO_GROUND: {
    code: 'REFUSED',
    text: {
      en: 'No record in force of {items} speaks for it, as the rule {rule} asks.',
      zh: '没有规则 {rule} 所要求的有效守信信息（{items}）。',
    },
    basis: incentives,
  },
  FAST_TRACK_NO_GRANT: {
    code: 'REFUSED',
    text: {
      en: 'No grant covers the service item {serviceItem}.',
      zh: '没有适用于事项 {serviceItem} 的绿色通道或者容缺受理资格。',
    },
    basis: platform,
    remedy: { en: 'fastTrackRules says by what one is earned.', zh: '取得条件见 fastTrackRules。' },
  },
  FAST_TRACK_ANNOUNCED: {
    code: 'REFUSED',
    text: {
      en: 'The grant {grant} is still announced, until {dueOn}.',
      zh: '资格 {grant} 正在公示，公示至 {dueOn}。',
    },
    basis: incentives,
  },
  FAST_TRACK_DISPUTED: {
    code: 'REFUSED',
    text: { en: 'An objection to the grant {grant} is being decided.', zh: '资格 {grant} 存在异议，正在处理。' },
    basis: incentives,
    remedy: { en: 'The credit centre decides on it.', zh: '由信用中心处理。' },
  },
  FAST_TRACK_LIVE_LIMIT: {
    code: 'REFUSED',
    text: {
      en: 'As many tolerant acceptances are open under the grant {grant} as may be: {limit}.',
      zh: '资格 {grant} 项下未办结的容缺受理已达上限 {limit} 件。',
    },
    basis: platform,
    remedy: { en: 'Complete one of them.', zh: '请先补正已有的容缺事项。' },
  },
  FAST_TRACK_ITEM_EXCLUDED: {
    code: 'REFUSED',
    text: {
      en: 'Nothing may be missing for the service item {serviceItem}: {excludedAs}.',
      zh: '事项 {serviceItem} 属于不适用容缺受理的领域：{excludedAs}。',
    },
    basis: '国办发〔2020〕42号; 深圳经济特区社会信用条例, arts 57-64',
    remedy: { en: 'Hand in every material.', zh: '请提交全部材料。' },
  },
  FAST_TRACK_ITEM_NOT_TOLERANT: {
    code: 'REFUSED',
    text: {
      en: 'Its department does not offer tolerance for the service item {serviceItem}.',
      zh: '事项 {serviceItem} 未列入容缺受理范围。',
    },
    basis: platform,
    remedy: { en: 'Hand in every material.', zh: '请提交全部材料。' },
  },
  FAST_TRACK_LIMIT_SHORT: {
    code: 'REFUSED',
    text: {
      en: 'The promised limit of {serviceItem} is {limit} working days: no time is left to supply anything, which ends two working days before it.',
      zh: '事项 {serviceItem} 承诺时限为 {limit} 个工作日，补正须提前2个工作日完成，不适用容缺受理。',
    },
    basis: tolerance,
  },
  FAST_TRACK_RULE_UNKNOWN: {
    code: 'BAD_INPUT',
    text: { en: 'There is no rule {rule} of the fast track in force.', zh: '没有有效的规则 {rule}。' },
    remedy: { en: 'fastTrackRules lists them.', zh: '可通过 fastTrackRules 查询。' },
  },
  FAST_TRACK_RULE_PROPOSES: {
    code: 'REFUSED',
    text: {
      en: 'Grants under the rule {rule} are proposed by the platform for whoever meets it, not by hand.',
      zh: '规则 {rule} 由平台对符合条件者自动提出，不由人工提出。',
    },
    basis: platform,
  },
  FAST_TRACK_OPEN: {
    code: 'CONFLICT',
    text: {
      en: 'The entity has a grant under the rule {rule} that is open: {number}.',
      zh: '该主体在规则 {rule} 项下已有未结束的资格：{number}。',
    },
  },
  GRANT_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such grant for you.', zh: '没有与您有关的该资格。' },
    remedy: { en: 'fastTrackGrants lists those that you may know of.', zh: '可通过 fastTrackGrants 查询。' },
  },
  GRANT_REASON: {
    code: 'BAD_INPUT',
    text: { en: '"reason" says nothing: the reason must be stated.', zh: '“reason”为空，应当载明理由。' },
    basis: incentives,
  },
  GRANT_DISPUTE_BY_DEPARTMENT: {
    code: 'REFUSED',
    text: {
      en: 'A grant in force is disputed by a department: an objection suspends it at once.',
      zh: '已生效的资格仅可由部门提出异议，异议提出即中止资格。',
    },
    basis: platform,
    remedy: {
      en: 'Object while it is announced, or tell the department concerned what is wrong.',
      zh: '请在公示期间提出，或者向有关部门反映。',
    },
  },
  GRANT_STANDS: {
    code: 'REFUSED',
    text: { en: 'The grant {number} stands as the rules say.', zh: '资格 {number} 按规则维持现状。' },
    basis: platform,
  },
} as const satisfies Record<string, RefusalEntry>;
