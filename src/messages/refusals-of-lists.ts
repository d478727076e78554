import type { RefusalEntry } from './refusal-entry.js';

const document49 = '国办发〔2020〕49号';
const red = '河南省社会信用条例 (红名单公示与异议核查); this platform';

/** What is refused of listings. */
export const refusalsOfLists = {
  LISTING_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such listing for you.', zh: '没有您可办理的该名单事项。' },
    remedy: { en: 'listEntries lists those that you may know of.', zh: '可通过 listEntries 查询。' },
  },
  LISTING_LIST_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: '"list": there is no list {list}; there are {lists}.', zh: '“list”：没有名单 {list}，现有 {lists}。' },
    remedy: { en: 'creditLists says what each is for.', zh: '可通过 creditLists 查询各名单。' },
  },
  LISTING_ENTITY_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'No entity with the code {uscc} is registered.', zh: '未登记代码为 {uscc} 的主体。' },
  },
  LISTING_SOURCE_UNKNOWN: {
    code: 'NOT_FOUND',
    text: {
      en: '"sourceRecord": there is no record {record} of this entity for you.',
      zh: '“sourceRecord”：该主体没有您可查询的记录 {record}。',
    },
  },
  LISTING_NOT_YOURS: {
    code: 'FORBIDDEN',
    text: {
      en: 'The list {list} is kept by {department}, which alone proposes entities for it.',
      zh: '名单 {list} 由 {department} 认定，其他部门不能提出列入建议。',
    },
    basis: `${document49}: whoever determines is the department that the law names`,
  },
  LISTING_GROUND: {
    code: 'REFUSED',
    text: {
      en: '"ground" is {ground}; the list covers {allowed}, and nothing else leads to it.',
      zh: '“ground”为 {ground}；该名单的列入情形为 {allowed}，不得扩大范围。',
    },
    basis: `${document49}: four grounds, none may be added`,
    remedy: {
      en: 'Name a ground that the facts meet, or propose nothing.',
      zh: '请载明符合事实的法定情形，否则不得列入。',
    },
  },
  LISTING_NO_GROUND: {
    code: 'BAD_INPUT',
    text: {
      en: '"ground": {ground} is one of lists of serious dishonesty; a red list has none.',
      zh: '“ground”：{ground} 为严重失信主体名单的列入情形，红名单不适用。',
    },
    basis: document49,
    remedy: { en: 'Leave it out.', zh: '请不填该项。' },
  },
  LISTING_NATURAL_PERSON: {
    code: 'REFUSED',
    text: {
      en: 'A sole trader is a natural person: what is announced would be public, and of natural persons nothing is.',
      zh: '个体工商户为自然人经营，自然人信用信息不予公开，不适用公示程序。',
    },
    basis: '浙江省公共信用信息管理条例, art. 15',
  },
  LISTING_NOT_IN_OPERATION: {
    code: 'REFUSED',
    text: {
      en: 'The entity is not in operation: its status is {status}.',
      zh: '该主体登记状态为 {status}，不是存续状态。',
    },
    basis: red,
  },
  LISTING_ADVERSE: {
    code: 'REFUSED',
    text: {
      en: 'An adverse record of the entity, general or serious, is in force.',
      zh: '该主体存在有效的一般或者严重失信信息。',
    },
    basis: red,
    remedy: { en: 'Propose it once nothing adverse is in force.', zh: '失信信息修复或者到期后可再提名。' },
  },
  LISTING_SELF: {
    code: 'BAD_INPUT',
    text: {
      en: 'The department and the entity {uscc} are one body: nobody lists itself.',
      zh: '认定（提名）部门与主体 {uscc} 为同一单位，不得自行认定。',
    },
    basis: 'separation of duties (不相容岗位分离)',
  },
  LISTING_OPEN: {
    code: 'CONFLICT',
    text: {
      en: 'The entity is proposed for this list already: {number}.',
      zh: '该主体已有在办的同一名单事项：{number}。',
    },
    remedy: { en: 'Follow that one under listEntries.', zh: '可通过 listEntries 查询该事项。' },
  },
  LISTING_ALREADY: {
    code: 'CONFLICT',
    text: {
      en: 'The entity is on this list already, by {number}.',
      zh: '该主体已在该名单内（{number}）。',
    },
    basis: document49,
  },
  LISTING_NUMBER_TAKEN: {
    code: 'CONFLICT',
    text: {
      en: '"decisionNumber": the number {number} belongs to another decision.',
      zh: '“decisionNumber”：文号 {number} 已被其他决定使用。',
    },
    remedy: { en: 'State a number of its own.', zh: '请使用新的文号。' },
  },
  LISTING_SAME_ACCOUNT: {
    code: 'FORBIDDEN',
    text: {
      en: 'Who proposed or objected does not decide: another account of the department does.',
      zh: '提名人、异议人不得作出决定，须由本部门其他账号办理。',
    },
    basis: 'separation of duties (不相容岗位分离)',
  },
  LISTING_STANDS_ELSEWHERE: {
    code: 'REFUSED',
    text: { en: 'The step leads elsewhere as the objections stand.', zh: '按当前异议情形，本步骤流向其他状态。' },
    basis: '{basis}',
  },
  LISTING_OBJECTED_BEFORE: {
    code: 'REFUSED',
    text: {
      en: 'You have objected to this listing before; once is heard.',
      zh: '您已对该事项提出过异议，不重复受理。',
    },
    basis: '{basis}',
  },
  LISTING_OBJECTION_UNKNOWN: {
    code: 'BAD_INPUT',
    text: {
      en: '"objection": number {number} is not open; to be decided: {open}.',
      zh: '“objection”：第 {number} 项异议不存在或者已决定，待决定：{open}。',
    },
  },
  LISTING_NOT_ON_LIST: {
    code: 'REFUSED',
    text: {
      en: `The entity is not on the list any more: {removal, select,
        REPAIRED {its record was repaired}
        EXPIRED {its term is over}
        REVOKED {its record was withdrawn}
        PUBLICITY_STOPPED {publicity of its record was stopped on an objection}
        other {an adverse record is in force}
      }.`,
      zh: `该主体已不在名单内：{removal, select,
        REPAIRED {记录已修复}
        EXPIRED {期限已届满}
        REVOKED {记录已撤销}
        PUBLICITY_STOPPED {因异议已停止公示}
        other {出现失信信息}
      }。`,
    },
    basis: '{basis}',
  },
  LISTING_NOTHING_ADVERSE: {
    code: 'REFUSED',
    text: {
      en: 'Nothing adverse that would end an entry of a red list is in force.',
      zh: '没有导致移出红名单的有效失信信息。',
    },
    basis: '{basis}',
  },
} as const satisfies Record<string, RefusalEntry>;
