import { registerEnumType } from 'type-graphql';

/** Why a repair that was approved is revoked. */
export enum RepairRevocationGround {
  FALSE_MATERIAL = 'FALSE_MATERIAL',
  BROKEN_COMMITMENT = 'BROKEN_COMMITMENT',
  WILFUL_NON_PERFORMANCE = 'WILFUL_NON_PERFORMANCE',
}
registerEnumType(RepairRevocationGround, {
  name: 'RepairRevocationGround',
  description: 'Why a repair is revoked: NDRC Order 36 (信用修复管理办法). 撤销信用修复的事由',
  valuesConfig: {
    FALSE_MATERIAL: { description: 'The material was false. 提供虚假材料' },
    BROKEN_COMMITMENT: { description: 'The commitment was seriously false or broken. 信用承诺严重不实' },
    WILFUL_NON_PERFORMANCE: { description: 'What was promised was wilfully not performed. 故意不履行承诺' },
  },
});

/** What stands in the way of an application for repair. */
export enum RepairHindranceReason {
  REPAIR_NOT_ADVERSE = 'REPAIR_NOT_ADVERSE',
  REPAIR_RECORD_WITHDRAWN = 'REPAIR_RECORD_WITHDRAWN',
  REPAIR_ALREADY = 'REPAIR_ALREADY',
  REPAIR_SCREENED = 'REPAIR_SCREENED',
  REPAIR_EXCLUDED = 'REPAIR_EXCLUDED',
  REPAIR_TOO_EARLY = 'REPAIR_TOO_EARLY',
  REPAIR_BANNED = 'REPAIR_BANNED',
  REPAIR_DUTY_OPEN = 'REPAIR_DUTY_OPEN',
  REPAIR_OPEN = 'REPAIR_OPEN',
}
registerEnumType(RepairHindranceReason, {
  name: 'RepairHindranceReason',
  description: 'What stands in the way of an application for repair. 不符合信用修复条件的原因',
  valuesConfig: {
    REPAIR_NOT_ADVERSE: { description: 'The record is not adverse. 非失信信息' },
    REPAIR_RECORD_WITHDRAWN: { description: 'The record was withdrawn. 记录已撤销' },
    REPAIR_ALREADY: { description: 'The record is repaired already. 已修复' },
    REPAIR_SCREENED: { description: 'The record is screened while a plan is performed. 破产重整（和解）暂时屏蔽中' },
    REPAIR_EXCLUDED: { description: 'A law excludes it. 法律法规规定不可修复' },
    REPAIR_TOO_EARLY: { description: 'The shortest publicity is not over. 未满最短公示期' },
    REPAIR_BANNED: { description: 'A false application bars new ones. 因虚假申请在限制期内' },
    REPAIR_DUTY_OPEN: { description: 'What it was found for is not performed yet. 相关义务尚未履行' },
    REPAIR_OPEN: { description: 'Another application for the record is open. 已有在办申请' },
  },
});
