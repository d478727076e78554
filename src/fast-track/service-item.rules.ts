import type { StepRefusal } from '../workflow/take.js';
import type { ServiceItem } from './service-item.entity.js';

/** The department that keeps the list of all service items: 政务服务管理部门. */
export const keeperOfItems = 'SERVICES';

const code = /^[A-Z][A-Z0-9_]{1,63}$/;
const mostMaterials = 50;
const longestLimit = 365;

const fault = (field: string, rule: string): StepRefusal => ({ reason: 'SERVICE_ITEM_FAULT', params: { field, rule } });

/** What is wrong with a service item, by the name of the field; null: nothing. */
export function faultOfItem(item: ServiceItem): StepRefusal | null {
  const { materials, limitDays, statutoryDays } = item;
  if (!code.test(item.code)) return fault('code', 'CODE');
  if (!(limitDays >= 1 && limitDays <= longestLimit)) return fault('limitDays', 'LIMIT');
  if (statutoryDays < limitDays || statutoryDays > longestLimit) return fault('statutoryDays', 'STATUTORY');
  if (item.tolerant && item.excludedAs !== null) return fault('tolerant', 'EXCLUDED');
  if (materials.length < 1 || materials.length > mostMaterials) return fault('materials', 'MATERIALS');
  if (materials.some((one) => !code.test(one.code))) return fault('materials.code', 'CODE');
  if (new Set(materials.map((one) => one.code)).size < materials.length) return fault('materials.code', 'TWICE');
  if (!materials.some(({ core }) => core)) return fault('materials.core', 'NO_CORE');
  if (item.tolerant && materials.every(({ core }) => core)) return fault('tolerant', 'ALL_CORE');
  return null;
}
