import { registerEnumType } from 'type-graphql';

/** What is wrong with a record. */
export enum ObjectionGround {
  CONTENT_WRONG = 'CONTENT_WRONG',
  NOT_MINE = 'NOT_MINE',
  REVOKED = 'REVOKED',
  SHOWN_TOO_LONG = 'SHOWN_TOO_LONG',
  OTHER = 'OTHER',
}
registerEnumType(ObjectionGround, {
  name: 'ObjectionGround',
  description: 'What the objector says is wrong. 异议事由',
  valuesConfig: {
    CONTENT_WRONG: { description: 'What the record says is wrong. 信息内容错误' },
    NOT_MINE: { description: 'It is about somebody else. 信息主体错误' },
    REVOKED: {
      description:
        'The decision was changed, revoked or held void (Administrative Penalty Law, art. 48). 决定已变更、撤销或确认违法、无效',
    },
    SHOWN_TOO_LONG: { description: 'It is published beyond its time. 超期公示' },
    OTHER: { description: 'Anything else. 其他' },
  },
});

/** What becomes of a record to which an objection is upheld. */
export enum ObjectionRemedy {
  CORRECT = 'CORRECT',
  SUPPLEMENT = 'SUPPLEMENT',
  STOP_PUBLICITY = 'STOP_PUBLICITY',
  WITHDRAW = 'WITHDRAW',
}
registerEnumType(ObjectionRemedy, {
  name: 'ObjectionRemedy',
  description: 'What becomes of the record. 异议成立的处理方式',
  valuesConfig: {
    CORRECT: { description: 'Wrong values are corrected. 更正' },
    SUPPLEMENT: { description: 'Missing values are supplied. 补充' },
    STOP_PUBLICITY: { description: 'Its publicity stops. 停止公示' },
    WITHDRAW: { description: 'It is withdrawn. 撤销' },
  },
});
