import type { ConstructorOptions } from 'pg-boss';

/** Schema of the database in which pg-boss keeps the queues. */
export const queueSchema = 'pgboss';

/**
 * What holds for every use of pg-boss: it makes and alters no tables, which is the owner's business, and writes no register
 * of instances, statistics or warnings of its own.
 */
export const quietly = {
  schema: queueSchema,
  migrate: false,
  createSchema: false,
  supervise: false,
  schedule: false,
  registerInstance: false,
  reindex: false,
  monitorVacuum: false,
  persistWarnings: false,
  openTelemetry: { enabled: false },
} as const satisfies ConstructorOptions;
