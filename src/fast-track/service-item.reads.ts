import type { Context } from '../context.js';
import { columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import { Refusal } from '../messages/refusal.js';
import type { ServiceItem } from './service-item.entity.js';

const allItems = statement<ServiceItem>(
  'serviceItems',
  `select ${columns<ServiceItem>('s', [
    ...(['code', 'title', 'englishTitle', 'departmentCode', 'limitDays', 'statutoryDays', 'tolerant'] as const),
    ...(['excludedAs', 'basis', 'materials'] as const),
  ])} from service_item s order by s.department_code, s.code`,
);

/** Every service item by its code, department by department. */
export const serviceItems = snapshot(
  'serviceItems',
  ['service_item'],
  async (reads): Promise<ReadonlyMap<string, ServiceItem>> =>
    new Map((await reads.rows(allItems)).map((item) => [item.code, item])),
);

/** The service item with a code; an unknown one is refused. */
export function serviceItem({ reference }: Pick<Context, 'reference'>, code: string): ServiceItem {
  const item = reference(serviceItems).get(code);
  if (!item) throw new Refusal('SERVICE_ITEM_UNKNOWN', { serviceItem: code.slice(0, 100) });
  return item;
}

/** Service items whose title, code or department contains the text; all without one. */
export function serviceItemsFound(
  { reference }: Pick<Context, 'reference'>,
  search: string | null,
  department: string | null,
): ServiceItem[] {
  const wanted = search?.trim().toLowerCase() ?? '';
  return [...reference(serviceItems).values()].filter(
    ({ code, title, englishTitle, departmentCode }) =>
      (department === null || departmentCode === department) &&
      [code, title, englishTitle].some((text) => text.toLowerCase().includes(wanted)),
  );
}
