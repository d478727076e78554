import { columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import type { Industry } from './industry.entity.js';
import type { Region } from './region.entity.js';

const allRegions = statement<Region>(
  'regions',
  `select ${columns<Region>('r', ['code', 'name', 'level', 'parentCode'])} from region r`,
);

const allIndustries = statement<Industry>(
  'industries',
  `select ${columns<Industry>('i', ['code', 'name', 'parentCode'])} from industry i`,
);

/** Every region by its code. */
export const regions = snapshot('regions', ['region'], async (reads): Promise<ReadonlyMap<string, Region>> => {
  const rows = await reads.rows(allRegions);
  return new Map(rows.map((row) => [row.code, row]));
});

/** Every industry by its code. */
export const industries = snapshot(
  'industries',
  ['industry'],
  async (reads): Promise<ReadonlyMap<string, Industry>> => {
    const rows = await reads.rows(allIndustries);
    return new Map(rows.map((row) => [row.code, row]));
  },
);
