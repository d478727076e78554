import type { MigrationObject } from '@mikro-orm/core';
import { Migration20261122000000 } from './Migration20261122000000.js';
import { Migration20261123000000 } from './Migration20261123000000.js';
import { Migration20261123000001 } from './Migration20261123000001.js';
import { Migration20261123000003 } from './Migration20261123000003.js';
import { Migration20261123000004 } from './Migration20261123000004.js';
import { Migration20261123000005 } from './Migration20261123000005.js';
import { Migration20261123000007 } from './Migration20261123000007.js';
import { Migration20261124000001 } from './Migration20261124000001.js';
import { Migration20261124000002 } from './Migration20261124000002.js';
import { Migration20261124000003 } from './Migration20261124000003.js';
import { Migration20261124000004 } from './Migration20261124000004.js';
import { Migration20261124000005 } from './Migration20261124000005.js';
import { Migration20261124000008 } from './Migration20261124000008.js';
import { Migration20261124000010 } from './Migration20261124000010.js';
import { Migration20261124000020 } from './Migration20261124000020.js';
import { Migration20261124000030 } from './Migration20261124000030.js';
import { Migration20261124000040 } from './Migration20261124000040.js';
import { Migration20261124000050 } from './Migration20261124000050.js';
import { Migration20261125000000 } from './Migration20261125000000.js';
import { Migration20261125000700 } from './Migration20261125000700.js';

/** Every migration, in order. */
export const migrations: readonly MigrationObject[] = [
  { name: 'Migration20261122000000', class: Migration20261122000000 },
  { name: 'Migration20261123000000', class: Migration20261123000000 },
  { name: 'Migration20261123000001', class: Migration20261123000001 },
  { name: 'Migration20261123000003', class: Migration20261123000003 },
  { name: 'Migration20261123000004', class: Migration20261123000004 },
  { name: 'Migration20261123000005', class: Migration20261123000005 },
  { name: 'Migration20261123000007', class: Migration20261123000007 },
  { name: 'Migration20261124000001', class: Migration20261124000001 },
  { name: 'Migration20261124000002', class: Migration20261124000002 },
  { name: 'Migration20261124000003', class: Migration20261124000003 },
  { name: 'Migration20261124000004', class: Migration20261124000004 },
  { name: 'Migration20261124000005', class: Migration20261124000005 },
  { name: 'Migration20261124000008', class: Migration20261124000008 },
  { name: 'Migration20261124000010', class: Migration20261124000010 },
  { name: 'Migration20261124000020', class: Migration20261124000020 },
  { name: 'Migration20261124000030', class: Migration20261124000030 },
  { name: 'Migration20261124000040', class: Migration20261124000040 },
  { name: 'Migration20261124000050', class: Migration20261124000050 },
  { name: 'Migration20261125000000', class: Migration20261125000000 },
  { name: 'Migration20261125000700', class: Migration20261125000700 },
];
