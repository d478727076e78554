import { registerEnumType } from 'type-graphql';
import type { Text } from '../messages/language.js';
import { described } from '../workflow/described.js';

/** For or against whom a list is kept. */
export enum ListKind {
  SERIOUS_DISHONESTY = 'SERIOUS_DISHONESTY',
  RED = 'RED',
}
registerEnumType(ListKind, {
  name: 'ListKind',
  description: 'For or against whom a list is kept. 名单类别',
  valuesConfig: {
    SERIOUS_DISHONESTY: { description: 'Entities of serious dishonesty (国办发〔2020〕49号). 严重失信主体名单' },
    RED: { description: 'Trusted entities. 守信激励红名单（诚实守信主体）' },
  },
});

/** The only grounds on which an entity is put on a list of serious dishonesty: 国办发〔2020〕49号, item 4. */
export enum ListingGround {
  LIFE_AND_HEALTH = 'LIFE_AND_HEALTH',
  ORDER = 'ORDER',
  LEGAL_DUTY = 'LEGAL_DUTY',
  DEFENCE_DUTY = 'DEFENCE_DUTY',
}

/** The grounds in words, as notices and decisions state them. */
export const listingGrounds: Readonly<Record<ListingGround, Text>> = {
  [ListingGround.LIFE_AND_HEALTH]: {
    en: "It endangered people's health and lives",
    zh: '危害人民群众身体健康和生命安全',
  },
  [ListingGround.ORDER]: {
    en: 'It damaged fair competition and the order of society',
    zh: '破坏市场公平竞争秩序和社会正常秩序',
  },
  [ListingGround.LEGAL_DUTY]: {
    en: 'It refused a legal duty, to the harm of the credibility of courts and administration',
    zh: '拒不履行法定义务，严重影响司法机关、行政机关公信力',
  },
  [ListingGround.DEFENCE_DUTY]: { en: 'It refused its duty to national defence', zh: '拒不履行国防义务' },
};
registerEnumType(ListingGround, {
  name: 'ListingGround',
  description:
    'The only grounds on which an entity is put on a list of serious dishonesty: 国办发〔2020〕49号. 列入情形',
  valuesConfig: described(listingGrounds),
});

/** Whether an entry stands, as its record says. */
export enum ListStanding {
  ON_LIST = 'ON_LIST',
  REMOVED = 'REMOVED',
}
registerEnumType(ListStanding, {
  name: 'ListStanding',
  description: 'Whether an entry stands: it follows from its record, and is stored nowhere else. 在列状态',
  valuesConfig: {
    ON_LIST: { description: 'On the list. 在列' },
    REMOVED: { description: 'No longer on the list. 已移出' },
  },
});

/** Why an entry stands no longer. */
export enum ListRemoval {
  REPAIRED = 'REPAIRED',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
  PUBLICITY_STOPPED = 'PUBLICITY_STOPPED',
  ADVERSE_RECORD = 'ADVERSE_RECORD',
}
registerEnumType(ListRemoval, {
  name: 'ListRemoval',
  description: 'Why an entry stands no longer. 移出原因',
  valuesConfig: {
    REPAIRED: { description: 'Its record was repaired, or is screened in bankruptcy. 信用修复' },
    EXPIRED: { description: 'Its term is over. 期限届满' },
    REVOKED: { description: 'What it rested on was revoked. 列入依据被撤销' },
    PUBLICITY_STOPPED: {
      description: 'Publicity of its record was stopped on an objection, and with it its use. 异议停止公示',
    },
    ADVERSE_RECORD: { description: 'Of a red list: an adverse record is in force. 出现失信信息' },
  },
});
