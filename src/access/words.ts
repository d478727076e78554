import { registerEnumType } from 'type-graphql';

/** As whom a caller acts. */
export enum Role {
  PUBLIC = 'PUBLIC',
  ENTERPRISE = 'ENTERPRISE',
  DEPARTMENT = 'DEPARTMENT',
  CREDIT_CENTRE = 'CREDIT_CENTRE',
  ARREARS_ADMIN = 'ARREARS_ADMIN',
  SUPERVISOR = 'SUPERVISOR',
  ADMINISTRATOR = 'ADMINISTRATOR',
}
registerEnumType(Role, {
  name: 'Role',
  description: 'As whom a caller acts. 角色',
  valuesConfig: {
    PUBLIC: { description: 'Anyone, without a token. 社会公众' },
    ENTERPRISE: { description: 'A credit subject that asks about itself. 信用主体' },
    DEPARTMENT: { description: 'An officer of a department. 政务部门' },
    CREDIT_CENTRE: { description: 'Reviewer of the credit centre. 信用中心' },
    ARREARS_ADMIN: { description: 'Administrator of arrears cases. 清欠专班' },
    SUPERVISOR: { description: 'Supervision, audit, discipline: reads all, changes nothing. 监督机关' },
    ADMINISTRATOR: {
      description:
        'Runs the system; sees no more content than the public (GB/T 22239-2019, separation of roles). 系统管理员',
    },
  },
});

/** Between departments. */
export enum SharingAttribute {
  UNCONDITIONAL = 'UNCONDITIONAL',
  CONDITIONAL = 'CONDITIONAL',
  NONE = 'NONE',
}
registerEnumType(SharingAttribute, {
  name: 'SharingAttribute',
  description: 'Whether departments share an item with each other: State Council Order 809, art. 14. 共享属性',
  valuesConfig: {
    UNCONDITIONAL: { description: 'Any department may use it. 无条件共享' },
    CONDITIONAL: { description: 'A department may use it once its request was granted. 有条件共享' },
    NONE: { description: 'Not shared, by a law that says so. 不予共享' },
  },
});

/** Towards people outside government. */
export enum Disclosure {
  PUBLIC = 'PUBLIC',
  GOVERNMENT = 'GOVERNMENT',
  AUTHORISED = 'AUTHORISED',
  SUBJECT = 'SUBJECT',
}
registerEnumType(Disclosure, {
  name: 'Disclosure',
  description: 'Who may see it, beyond its provider. 公开属性',
  valuesConfig: {
    PUBLIC: { description: 'Everyone. 社会公开' },
    GOVERNMENT: { description: 'Government, under the sharing attribute. 政务共享' },
    AUTHORISED: { description: 'Whom the subject has authorised. 授权查询' },
    SUBJECT: { description: 'The subject itself. 依申请查询（本人）' },
  },
});

/** What became of a value. */
export enum Visibility {
  SHOWN = 'SHOWN',
  MASKED = 'MASKED',
  WITHHELD = 'WITHHELD',
  EMPTY = 'EMPTY',
}
registerEnumType(Visibility, {
  name: 'Visibility',
  description: 'What became of a value on its way to the viewer. 可见状态',
  valuesConfig: {
    SHOWN: { description: 'The value is shown. 显示' },
    MASKED: { description: 'The value is shown in part. 脱敏' },
    WITHHELD: { description: 'Not shown, whether or not there is a value; the reason says why. 不予显示' },
    EMPTY: { description: 'The viewer may see it, and there is no value. 空值' },
  },
});

/** Patterns of masking. */
export enum MaskingPattern {
  NAME = 'NAME',
  ID_NUMBER = 'ID_NUMBER',
  PHONE = 'PHONE',
  ADDRESS = 'ADDRESS',
  EMAIL = 'EMAIL',
}
registerEnumType(MaskingPattern, {
  name: 'MaskingPattern',
  description: 'How a value is shown in part. 脱敏规则',
  valuesConfig: {
    NAME: { description: 'First and last character: 张*, 张*三, 欧**华. 姓名' },
    ID_NUMBER: { description: '1502**********0017: first four and last four. 身份证件号码' },
    PHONE: { description: '138****5678: first three and last four. 电话号码' },
    ADDRESS: { description: 'To the district. 地址（至区县）' },
    EMAIL: { description: 'First character and domain. 电子邮箱' },
  },
});

/** Why a value is masked or withheld. */
export enum WithheldReason {
  PURPOSE_REQUIRED = 'PURPOSE_REQUIRED',
  CASE_REQUIRED = 'CASE_REQUIRED',
  PURPOSE_NOT_COVERED = 'PURPOSE_NOT_COVERED',
  NOT_SHARED = 'NOT_SHARED',
  GRANT_REQUIRED = 'GRANT_REQUIRED',
  GRANT_EXPIRED = 'GRANT_EXPIRED',
  CONSENT_MISSING = 'CONSENT_MISSING',
  OWN_DEPARTMENT_ONLY = 'OWN_DEPARTMENT_ONLY',
  GOVERNMENT_ONLY = 'GOVERNMENT_ONLY',
  SUBJECT_ONLY = 'SUBJECT_ONLY',
  PERSONAL_INFORMATION = 'PERSONAL_INFORMATION',
  NATURAL_PERSON = 'NATURAL_PERSON',
  MINOR_NOT_PUBLIC = 'MINOR_NOT_PUBLIC',
  PUBLICITY_ENDED = 'PUBLICITY_ENDED',
  REPAIRED = 'REPAIRED',
  WITHDRAWN = 'WITHDRAWN',
  ROLE_REQUIRED = 'ROLE_REQUIRED',
}
