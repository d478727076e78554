import { registerEnumType } from 'type-graphql';

/** Kinds of punishment measures. */
export enum MeasureKind {
  REDUCES_RIGHTS = 'REDUCES_RIGHTS',
  MANAGEMENT = 'MANAGEMENT',
  OTHER_BODIES = 'OTHER_BODIES',
}
registerEnumType(MeasureKind, {
  name: 'MeasureKind',
  description: 'Kind of a punishment measure: the national basic list, edition 2024. 失信惩戒措施类别',
  valuesConfig: {
    REDUCES_RIGHTS: {
      description: 'By public bodies: it reduces rights or adds duties. 减损权益或者增加义务的措施',
    },
    MANAGEMENT: { description: 'By public bodies: they manage within their own tasks. 相关管理措施' },
    OTHER_BODIES: { description: 'By other bodies, of their own accord. 公共管理机构以外的组织自主实施的措施' },
  },
});

/** Why a restriction is no longer in force. */
export enum LiftCause {
  REPAIRED = 'REPAIRED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
  LIFTED = 'LIFTED',
  TERM_OVER = 'TERM_OVER',
}
registerEnumType(LiftCause, {
  name: 'LiftCause',
  description: 'Why a restriction is no longer in force. 解除原因',
  valuesConfig: {
    REPAIRED: { description: 'Its record was repaired, or is screened in bankruptcy. 信用修复（含暂时屏蔽）' },
    WITHDRAWN: { description: 'Its record was withdrawn. 记录撤销' },
    EXPIRED: { description: 'Publicity and use of its record ended. 记录到期' },
    LIFTED: { description: 'The executing unit lifted it early. 提前解除' },
    TERM_OVER: { description: 'Its own term is over. 惩戒期限届满' },
  },
});

/** What came of asking at a counter. */
export enum RestrictionOutcome {
  REFUSED = 'REFUSED',
  LIMITED = 'LIMITED',
  STRICTER_REVIEW = 'STRICTER_REVIEW',
  NOT_APPLIED = 'NOT_APPLIED',
  NONE_FOUND = 'NONE_FOUND',
}
registerEnumType(RestrictionOutcome, {
  name: 'RestrictionOutcome',
  description: 'How a department used the answer about restrictions. 应用结果',
  valuesConfig: {
    REFUSED: { description: 'What was asked for was refused. 不予办理' },
    LIMITED: { description: 'It was given in part. 限制办理' },
    STRICTER_REVIEW: { description: 'It was examined more strictly. 从严审查' },
    NOT_APPLIED: { description: 'The restriction was not applied, for the reason in the note. 未予适用' },
    NONE_FOUND: { description: 'There was no restriction. 未查到限制措施' },
  },
});
