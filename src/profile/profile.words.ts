import { registerEnumType } from 'type-graphql';
import type { Purpose } from '../access/purpose.js';
import type { Standing } from '../access/standing.js';
import type { Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Text } from '../messages/language.js';

/** What the lines of a profile stand for. */
export enum ProfileDimension {
  CLASS = 'CLASS',
  DEPARTMENT = 'DEPARTMENT',
  ITEM = 'ITEM',
}
registerEnumType(ProfileDimension, {
  name: 'ProfileDimension',
  description: 'What the lines of a profile stand for. 画像维度',
  valuesConfig: {
    CLASS: { description: 'A class of the national catalogue. 按信息类别' },
    DEPARTMENT: { description: 'The department that provided the records. 按提供单位' },
    ITEM: { description: 'A catalogue item. 按目录项' },
  },
});

/** What a grade is, and what it is not: said wherever there is one. */
export const notice: Text = {
  en: 'A grade is a reference for supervision by credit: how often and how closely an entity is inspected. It is never itself a sanction: it takes no right and adds no duty. What goes beyond rights, such as the fast track, may ask for one (优化营商环境条例, arts 53-54; 国办发〔2019〕35号).',
  zh: '评价等级仅作为信用分级分类监管的参考，用于确定检查比例和频次；等级本身不是惩戒措施，不减损权益、不增加义务；绿色通道、容缺受理等便利措施可以等级为条件（《优化营商环境条例》第五十三条、第五十四条；国办发〔2019〕35号）。',
};

/** Of whom a profile is made, for one viewer. */
interface Looking {
  readonly viewer: Pick<Viewer, 'role'>;
  readonly standing: Pick<Standing, 'purpose'>;
  /** Whether the viewer is the entity. */
  readonly itself: boolean;
}

const published: Text = {
  en: 'What is published today, and what the entity has authorised you to see.',
  zh: '当前公示的信息，以及该主体授权您查询的信息。',
};

const withPurpose = (purpose: Purpose): Text => ({
  en: `What your department provided; of other departments what is in force and what the purpose ${purpose} opens, and what is published today.`,
  zh: `本单位提供的信息；其他部门有效的、使用目的（${purpose}）所开放的信息，以及当前公示的信息。`,
});

/** What of the records a viewer's profile is made of; what is left out stands in `extensions.withheld`. */
export function saysOf({ viewer, standing, itself }: Looking): Text {
  if (itself) {
    return {
      en: 'Everything that is recorded of you, in every state.',
      zh: '与本主体有关的全部信息（含各种状态）。',
    };
  }
  switch (viewer.role) {
    case Role.SUPERVISOR:
      return { en: 'Everything that is recorded, in every state.', zh: '全部信息（含各种状态）。' };
    case Role.CREDIT_CENTRE:
      return {
        en: 'Every record, in every state; values as far as the stated purpose opens them.',
        zh: '全部信息（含各种状态）；具体数据项以所述使用目的为限。',
      };
    case Role.DEPARTMENT:
    case Role.ARREARS_ADMIN:
      return standing.purpose === null
        ? {
            en: 'What your department provided, and what is published today: no purpose was stated that holds.',
            zh: '本单位提供的信息以及当前公示的信息（未说明有效的使用目的）。',
          }
        : withPurpose(standing.purpose);
    default:
      return published;
  }
}
