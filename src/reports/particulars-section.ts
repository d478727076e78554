import { asShown } from '../access/as-shown.js';
import type { Rule } from '../access/rules.js';
import { thePublic } from '../access/viewer.js';
import type { Context } from '../context.js';
import {
  addressRule,
  EntityKind,
  EntityStatus,
  type LegalEntity,
  representativeRule,
} from '../registry/legal-entity.entity.js';
import { industries, regions } from '../registry/registry.reads.js';
import { outside } from './outside.js';
import type { About, Made, ReportSection } from './report-section.js';

/** What the registry holds of the subject that everybody may see. */
interface Particulars {
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly kind: EntityKind;
  readonly status: EntityStatus;
  readonly establishedOn: string | null;
  readonly region: string | null;
  readonly industry: string | null;
  readonly registeredType: string | null;
  /** As the registry wrote it. */
  readonly registeredCapital: string | null;
  readonly businessScope: string | null;
  /** Of a sole trader to the district. */
  readonly address: string | null;
  /** Of a sole trader in part. */
  readonly legalRepresentative: string | null;
}

const kinds: Readonly<Record<EntityKind, string>> = {
  ENTERPRISE: '企业',
  SOLE_TRADER: '个体工商户',
  COOPERATIVE: '农民专业合作社',
  SOCIAL_ORGANISATION: '社会组织',
  PUBLIC_INSTITUTION: '事业单位',
  GOVERNMENT_AGENCY: '机关',
  OTHER: '其他',
};

const statuses: Readonly<Record<EntityStatus, string>> = {
  ACTIVE: '存续',
  SUSPENDED: '停业',
  REVOKED: '吊销',
  DEREGISTERED: '注销',
  UNKNOWN: '未载明',
};

/** A value as whoever it is handed on to may see it. */
function openly(rule: Rule, value: string | null, entity: LegalEntity, { secrets }: Context): string | null {
  if (value === null) return null;
  return asShown(value, entity.uscc, rule.decide({ viewer: thePublic, standing: outside }, entity), secrets);
}

function made(context: Context, { entity }: About): Made<Particulars> {
  const { name, formerNames, kind, status, establishedOn, registeredType, businessScope } = entity;
  const { regionCode, industryCode, registeredCapital, registeredCapitalText } = entity;
  const { reference } = context;
  return {
    content: {
      ...{ name, formerNames, kind, status, establishedOn, registeredType, businessScope },
      region: regionCode === null ? null : (reference(regions).get(regionCode)?.name ?? null),
      industry: industryCode === null ? null : (reference(industries).get(industryCode)?.name ?? null),
      registeredCapital: registeredCapitalText ?? (registeredCapital === null ? null : `${registeredCapital}元`),
      address: openly(addressRule, entity.address, entity, context),
      legalRepresentative: openly(representativeRule, entity.legalRepresentative, entity, context),
    },
  };
}

function printed(particulars: Particulars): string[] {
  const { name, formerNames, kind, status, establishedOn, region, industry } = particulars;
  const { registeredType, registeredCapital, businessScope, address, legalRepresentative } = particulars;
  const lines: readonly (readonly [string, string | null])[] = [
    ['名称', name],
    ['曾用名', formerNames.length > 0 ? formerNames.join('、') : null],
    ['主体类型', kinds[kind]],
    ['登记状态', statuses[status]],
    ['成立日期', establishedOn],
    ['登记区划', region],
    ['行业', industry],
    ['企业类型', registeredType],
    ['注册资本', registeredCapital],
    ['法定代表人（经营者）', legalRepresentative],
    ['住所', address],
    ['经营范围', businessScope],
  ];
  return lines.flatMap(([title, value]) => (value === null ? [] : `${title}：${value}`));
}

/** The registered particulars of the subject, as they stand on the day of issue. */
export const particularsSection: ReportSection<Particulars> = {
  key: 'particulars',
  heading: '登记注册基本信息',
  make: made,
  print: printed,
};
