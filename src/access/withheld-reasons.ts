import { registerEnumType } from 'type-graphql';
import type { Text } from '../messages/language.js';
import { WithheldReason } from './words.js';

interface Explanation {
  /** The rule in one sentence. */
  readonly rule: Text;
  /** Article or standard. */
  readonly basis: string;
  /** What the viewer can do. */
  readonly remedy: Text;
}

/** The closed list of reasons why a value is not shown, with rule, basis and remedy. */
export const withheldReasons: Readonly<Record<WithheldReason, Explanation>> = {
  OWN_DEPARTMENT_ONLY: {
    rule: {
      en: 'Nobody has decided who may see this field, so its provider alone does.',
      zh: '该数据项未确定公开属性，仅提供单位可见。',
    },
    basis: 'State Council Order 809 (政务数据共享条例), arts 13-14',
    remedy: {
      en: 'The provider can declare a disclosure for the field in the catalogue.',
      zh: '可由提供单位在目录中确定该数据项的公开属性。',
    },
  },
  GOVERNMENT_ONLY: {
    rule: { en: 'Shared within government, not with the public.', zh: '限政务部门共享，不向社会公开。' },
    basis: '国办发〔2020〕49号; 全国公共信用信息基础目录(2024年版)',
    remedy: {
      en: 'The entity itself can query it with its own account.',
      zh: '信用主体可使用本单位账号查询。',
    },
  },
  CONSENT_MISSING: {
    rule: { en: 'Shown only to whom the subject has authorised.', zh: '须经信用主体授权方可查询。' },
    basis: '深圳经济特区社会信用条例 (2023), art. 44',
    remedy: { en: 'Ask the entity for its authorisation.', zh: '请取得信用主体授权。' },
  },
  SUBJECT_ONLY: {
    rule: { en: 'Shown to the subject and the provider only.', zh: '仅信用主体本身和提供单位可见。' },
    basis: 'Personal Information Protection Law (个人信息保护法), arts 28, 34, 45',
    remedy: {
      en: 'The entity can query it with its own account.',
      zh: '信用主体可使用本单位账号查询。',
    },
  },
  NOT_SHARED: {
    rule: { en: 'The item is not shared between departments.', zh: '该目录项不予共享。' },
    basis: 'State Council Order 809 (政务数据共享条例), arts 14-15',
    remedy: {
      en: "The item's legal basis in the catalogue says why; ask the provider itself.",
      zh: '不予共享的依据见目录；如确有需要请与提供单位联系。',
    },
  },
  GRANT_REQUIRED: {
    rule: {
      en: 'The item is shared conditionally: a granted sharing request is needed.',
      zh: '该目录项为有条件共享，须经提供单位同意。',
    },
    basis: 'State Council Order 809 (政务数据共享条例), arts 15, 20-21',
    remedy: {
      en: "File a sharing request with the provider's data-sharing office.",
      zh: '请向提供单位的政务数据共享工作机构提出共享申请。',
    },
  },
  PERSONAL_INFORMATION: {
    rule: {
      en: 'Personal information is shown only as far as the task needs it.',
      zh: '个人信息按履职所需最小范围展示。',
    },
    basis: 'Personal Information Protection Law (个人信息保护法), arts 6, 28, 34; GB/T 35273-2020',
    remedy: {
      en: 'The entity and its registrar see the whole value.',
      zh: '完整信息可由信用主体本身或登记机关查询。',
    },
  },
  ROLE_REQUIRED: {
    rule: { en: 'Shown to certain roles only.', zh: '仅限特定角色可见。' },
    basis: 'GB/T 22239-2019',
    remedy: { en: 'Ask with an account that has the role.', zh: '请使用具有相应角色的账号。' },
  },
};

registerEnumType(WithheldReason, {
  name: 'WithheldReason',
  description: 'Why a value is masked or withheld: a closed list. 不予显示的理由',
  valuesConfig: Object.fromEntries(
    Object.entries(withheldReasons).map(([reason, { rule, basis }]) => [
      reason,
      { description: `${rule.en} ${rule.zh} (${basis})` },
    ]),
  ),
});
