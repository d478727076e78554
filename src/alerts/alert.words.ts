import { registerEnumType } from 'type-graphql';

/** What a watch is told of. */
export enum AlertKind {
  NEW_ADVERSE_RECORD = 'NEW_ADVERSE_RECORD',
  LISTED = 'LISTED',
  GRADE_CHANGED = 'GRADE_CHANGED',
  GRANT_LOST = 'GRANT_LOST',
  ARREARS_CASE = 'ARREARS_CASE',
}
registerEnumType(AlertKind, {
  name: 'AlertKind',
  description: 'What a watch is told of. 风险提示类型',
  valuesConfig: {
    NEW_ADVERSE_RECORD: {
      description: 'An adverse record came in, or one stands again after its repair was revoked. 新增（恢复）失信信息',
    },
    LISTED: {
      description: 'It was entered on a list of serious dishonesty (国办发〔2020〕49号). 列入严重失信主体名单',
    },
    GRADE_CHANGED: { description: 'Its comprehensive grade changed (GB/T 45255-2025). 综合评价等级变化' },
    GRANT_LOST: {
      description: 'A grant of the fast track was suspended or revoked. 容缺受理或绿色通道资格中止、撤销',
    },
    ARREARS_CASE: {
      description:
        'Arrears of it to a market entity were taken up; told to the parties alone (State Council Order 802). 拖欠账款事项受理',
    },
  },
});

/** When a watcher is told. */
export enum AlertRhythm {
  AT_ONCE = 'AT_ONCE',
  DAILY = 'DAILY',
}
registerEnumType(AlertRhythm, {
  name: 'AlertRhythm',
  description: 'When a watcher is told. 提示频率',
  valuesConfig: {
    AT_ONCE: { description: 'As soon as it is found, within about a minute. 即时提示' },
    DAILY: { description: 'One digest a legal day, from 08:00 Asia/Shanghai. 每日汇总（8时起）' },
  },
});
