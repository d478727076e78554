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
  PURPOSE_REQUIRED: {
    rule: {
      en: "Another department's data that is not public is read for a stated purpose.",
      zh: '查询其他部门非公开数据须说明使用目的。',
    },
    basis:
      'State Council Order 809 (政务数据共享条例), arts 20, 25; Personal Information Protection Law (个人信息保护法), art. 6',
    remedy: {
      en: 'State the purpose in the header Credit-Purpose and the case in Credit-Case.',
      zh: '请在请求头 Credit-Purpose 中说明使用目的，并在 Credit-Case 中载明案号。',
    },
  },
  CASE_REQUIRED: {
    rule: { en: 'A purpose is stated together with the case it serves.', zh: '使用目的须与具体事项（案号）一并说明。' },
    basis: 'State Council Order 809 (政务数据共享条例), arts 20, 29',
    remedy: {
      en: 'State the number of the case in the header Credit-Case.',
      zh: '请在请求头 Credit-Case 中载明案号。',
    },
  },
  PURPOSE_NOT_COVERED: {
    rule: {
      en: 'The stated purpose does not open this: it is not in the mandate, or the mandate does not need the field for it.',
      zh: '所述使用目的不在法定职责范围内，或该目的无需此数据项。',
    },
    basis:
      'State Council Order 809 (政务数据共享条例), art. 25; Personal Information Protection Law (个人信息保护法), arts 6, 34',
    remedy: {
      en: 'Department.mandates lists the purposes one may state, purposes what each opens; a granted sharing request can name the field.',
      zh: '可用目的见 Department.mandates，各目的开放的内容见 purposes；确有需要可申请共享该数据项。',
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
      en: 'File a sharing request with its provider: requestSharing.',
      zh: '请通过 requestSharing 向提供单位提出共享申请。',
    },
  },
  GRANT_EXPIRED: {
    rule: {
      en: 'The sharing request that opened the item has ended: its term, its purpose or its suspension.',
      zh: '该目录项的共享授权已到期、完成、中止或终止。',
    },
    basis: 'State Council Order 809 (政务数据共享条例), arts 20, 27',
    remedy: { en: 'File a new sharing request: requestSharing.', zh: '请重新提出共享申请（requestSharing）。' },
  },
  CONSENT_MISSING: {
    rule: { en: 'Shown only to whom the subject has authorised.', zh: '须经信用主体授权方可查询。' },
    basis: '深圳经济特区社会信用条例 (2023), art. 44',
    remedy: {
      en: 'Ask the entity for its authorisation: it gives it by grantConsent.',
      zh: '请取得信用主体授权（由其通过 grantConsent 授权）。',
    },
  },
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
  SUBJECT_ONLY: {
    rule: { en: 'Shown to the subject and the provider only.', zh: '仅信用主体本身和提供单位可见。' },
    basis: 'Personal Information Protection Law (个人信息保护法), arts 28, 34, 45',
    remedy: {
      en: 'The entity can query it with its own account.',
      zh: '信用主体可使用本单位账号查询。',
    },
  },
  PERSONAL_INFORMATION: {
    rule: {
      en: 'Personal information is shown only as far as the task needs it.',
      zh: '个人信息按履职所需最小范围展示。',
    },
    basis: 'Personal Information Protection Law (个人信息保护法), arts 6, 28, 34; GB/T 35273-2020',
    remedy: {
      en: 'The entity and its provider see the whole value; a granted sharing request can name the field.',
      zh: '完整信息可由信用主体本身或提供单位查询；确有需要可申请共享该数据项。',
    },
  },
  NATURAL_PERSON: {
    rule: {
      en: 'What is recorded of a natural person is never published.',
      zh: '自然人的信用信息不向社会公开。',
    },
    basis: '浙江省公共信用信息管理条例, art. 15; Personal Information Protection Law (个人信息保护法), art. 25',
    remedy: { en: 'The subject itself can query it.', zh: '本人可凭账号查询。' },
  },
  MINOR_NOT_PUBLIC: {
    rule: { en: 'Minor adverse records are in principle not published.', zh: '轻微失信信息原则上不予公示。' },
    basis: 'NDRC Order 36 (信用修复管理办法); 国办发〔2025〕22号, item 2',
    remedy: {
      en: 'The entity can query it with its own account.',
      zh: '信用主体可使用本单位账号查询。',
    },
  },
  PUBLICITY_ENDED: {
    rule: {
      en: 'A record is published only within its publicity period.',
      zh: '信用信息仅在公示期限内公示，期满自动停止公示。',
    },
    basis: 'NDRC Order 36 (信用修复管理办法); 国办发〔2025〕22号, item 2',
    remedy: {
      en: 'The entity can query it with its own account.',
      zh: '信用主体可使用本单位账号查询。',
    },
  },
  REPAIRED: {
    rule: {
      en: 'A repaired record is no longer published, shared or used.',
      zh: '已修复的失信信息终止公示，停止共享和使用。',
    },
    basis: 'NDRC Order 36 (信用修复管理办法), art. 3',
    remedy: {
      en: 'It stays readable to the entity, and for LITIGATION and AUDIT where the mandate lists them.',
      zh: '仅信用主体本身以及依法用于诉讼、审计监督的可以查询。',
    },
  },
  WITHDRAWN: {
    rule: {
      en: 'Its provider has withdrawn the record: it was changed, revoked or void.',
      zh: '提供单位已撤回该信息（决定被变更、撤销、确认违法或无效）。',
    },
    basis: 'Administrative Penalty Law (行政处罚法), art. 48',
    remedy: { en: 'Its provider can say why.', zh: '可向提供单位了解原因。' },
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
