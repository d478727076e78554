import { audit } from '../audit/audit.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { Refusal } from '../messages/refusal.js';
import { needed } from '../workflow/written.js';
import { ServiceItem } from './service-item.entity.js';
import type { DefineServiceItemInput } from './service-item.inputs.js';
import { serviceItems } from './service-item.reads.js';
import { faultOfItem, keeperOfItems } from './service-item.rules.js';

/** A department defines a service item of its own, the keeper of the list any: 政务服务事项目录管理. */
export async function defineServiceItem(context: Context, input: DefineServiceItemInput): Promise<ServiceItem> {
  const { viewer, reference } = context;
  const departmentCode = input.department ?? viewer.department!;
  if (!reference(departments).has(departmentCode)) {
    throw new Refusal('UNKNOWN_DEPARTMENT', { department: departmentCode.slice(0, 100) });
  }
  const item: ServiceItem = {
    ...{ code: input.code, departmentCode, limitDays: input.limitDays, statutoryDays: input.statutoryDays },
    ...{ title: needed('title', input.title), englishTitle: needed('englishTitle', input.englishTitle) },
    ...{ tolerant: input.tolerant, excludedAs: input.excludedAs ?? null, basis: needed('basis', input.basis) },
    // what nothing is accepted without stands first
    materials: input.materials
      .map(({ code, title, core }) => ({ code, title: needed('materials.title', title), core }))
      .toSorted((one, other) => Number(other.core) - Number(one.core)),
  };
  const fault = faultOfItem(item);
  if (fault) throw new Refusal(fault.reason, fault.params);
  const before = reference(serviceItems).get(item.code)?.departmentCode ?? departmentCode;
  for (const department of [before, departmentCode]) {
    if (viewer.department !== department && viewer.department !== keeperOfItems) {
      throw new Refusal('SERVICE_ITEM_NOT_YOURS', { serviceItem: item.code, department });
    }
  }
  await context.em.transactional(async (em) => {
    await em.upsert(ServiceItem, item);
    const { limitDays, tolerant, excludedAs, materials } = item;
    const facts = { department: departmentCode, limitDays, tolerant, excludedAs, materials: materials.length };
    audit(em, context, { deed: 'serviceItem.define', subjectType: 'ServiceItem', subjectId: item.code, facts });
  });
  await context.refreshed(serviceItems);
  return item;
}
