import type { RefusalEntry } from './refusal-entry.js';

/** What is refused of the systems that are told of changes, and of deliveries to them. */
export const refusalsOfPropagation = {
  CONSUMER_CODE: {
    code: 'BAD_INPUT',
    text: {
      en: '"{code}" is no code of a system: 2 to 40 capitals, digits and underscores, a letter first.',
      zh: '“{code}”不是有效的系统代码：应为 2 至 40 位大写字母、数字或下划线，以字母开头。',
    },
  },
  CONSUMER_EXISTS: {
    code: 'CONFLICT',
    text: { en: 'The system {code} is registered already.', zh: '系统 {code} 已登记。' },
    remedy: { en: 'changeConsumer changes it.', zh: '如需变更请使用 changeConsumer。' },
  },
  CONSUMER_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no system "{code}".', zh: '没有代码为“{code}”的系统。' },
    remedy: { en: 'consumers lists them.', zh: '可通过 consumers 查询。' },
  },
  CONSUMER_DEPARTMENT: {
    code: 'BAD_INPUT',
    text: {
      en: 'A {kind} with the department "{department}": a DEPARTMENT_SYSTEM is of a department that there is, any other of none.',
      zh: '类型 {kind} 与部门“{department}”不符：政务部门业务系统须填写有效部门代码，其他类型不填。',
    },
    remedy: { en: 'departments lists the codes.', zh: '部门代码可通过 departments 查询。' },
  },
  CONSUMER_ITEM: {
    code: 'REFUSED',
    text: {
      en: 'Records of the item {item} may not come to this system: a department uses what is shared and its own, a third party what is public.',
      zh: '目录项 {item} 的记录不得提供给该系统：部门系统限于可共享及本部门目录项，第三方限于社会公开目录项。',
    },
    basis: 'State Council Order 809 (政务数据共享条例), arts 14-15',
  },
  CONSUMER_ITEMS: {
    code: 'BAD_INPUT',
    text: { en: '{count} items are named; at most {most} can be.', zh: '列出了 {count} 个目录项，最多 {most} 个。' },
    remedy: { en: 'Name none where the system uses all it may.', zh: '如使用全部可用目录项，可不填写。' },
  },
  CONSUMER_URL: {
    code: 'BAD_INPUT',
    text: {
      en: `Events cannot be posted to this address: {fault, select,
        HTTPS {it is not https}
        CREDENTIALS {it carries a user or a password}
        FRAGMENT {it has a fragment}
        LENGTH {it is longer than 1000 characters}
        INTERNAL {it leads to this machine or into a private network}
        other {it is no http or https URL}
      }.`,
      zh: `不能向该地址推送：{fault, select,
        HTTPS {须使用 https}
        CREDENTIALS {不得包含用户名或密码}
        FRAGMENT {不得包含片段标识}
        LENGTH {长度超过 1000 个字符}
        INTERNAL {指向本机或内部网络}
        other {不是 http 或 https 地址}
      }。`,
    },
    remedy: {
      en: 'A system without an address asks for its deliveries and acknowledges them.',
      zh: '不填写地址的系统可自行查询并回执。',
    },
  },
  DELIVERY_UNKNOWN: {
    code: 'NOT_FOUND',
    text: {
      en: 'There is no delivery with this id that you may know of.',
      zh: '没有您可查阅的该标识的送达。',
    },
    remedy: { en: 'deliveries lists them.', zh: '可通过 deliveries 查询。' },
  },
  DELIVERY_ACKNOWLEDGED: {
    code: 'CONFLICT',
    text: { en: 'The delivery was acknowledged at {at}.', zh: '该送达已于 {at} 回执。' },
  },
  DELIVERY_LAPSED: {
    code: 'CONFLICT',
    text: {
      en: 'What was to be delivered is no longer to be told: it was withdrawn or repaired, or the watch has ended.',
      zh: '拟送达的内容已撤销、修复或者监测已终止，不再送达。',
    },
  },
  DELIVERY_BY_WEBHOOK: {
    code: 'REFUSED',
    text: {
      en: 'Events are posted to this system: it acknowledges by itself, or an officer of its department does.',
      zh: '该系统通过推送接收变更，由系统自动回执，或由其所属部门人员回执。',
    },
    remedy: { en: 'redeliver posts it anew.', zh: '可使用 redeliver 重新送达。' },
  },
  DELIVERY_NOT_POSTED: {
    code: 'REFUSED',
    text: {
      en: 'Nothing is posted to the system {consumer}: it has no address or is switched off.',
      zh: '系统 {consumer} 未设置接收地址或已停用，无法推送。',
    },
    remedy: { en: 'Give it an address, or acknowledge for it.', zh: '请设置接收地址，或代为回执。' },
  },
} as const satisfies Record<string, RefusalEntry>;
