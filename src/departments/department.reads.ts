import { columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import { Department } from './department.entity.js';

const allDepartments = statement<Department>(
  'departments',
  `select ${columns<Department>('d', ['code', 'name', 'englishName', 'uscc', 'duty'])} from department d order by d.code`,
);

/** Every department by its code, in the order of the codes. */
export const departments = snapshot(
  'departments',
  ['department'],
  async (reads): Promise<ReadonlyMap<string, Department>> => {
    const rows = await reads.rows(allDepartments);
    return new Map(rows.map((row) => [row.code, row]));
  },
);
