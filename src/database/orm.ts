import type { EntityClass } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { migrations } from '../../schema/migrations/all.js';
import type { Login } from './application-role.js';
import { ReleasingDriver } from './releasing-driver.js';

/** How to open the database. */
export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly EntityClass<unknown>[];
  /** As whom to connect, asked at each `reconnect`; undefined: as the URL says. */
  readonly login?: () => Login | undefined;
  /** Told of each pool, so that questions use the same one. */
  readonly onPool?: (pool: pg.Pool) => void;
}

/** The longest a statement of a request may take. */
const statementTimeout = 15_000;

/** Opens MikroORM on the database. It connects when first used. */
export function openOrm({ url, entities, login, onPool }: DatabaseOptions): Promise<MikroORM> {
  return MikroORM.init({
    driver: ReleasingDriver,
    clientUrl: url,
    entities: [...entities],
    metadataProvider: ReflectMetadataProvider,
    metadataCache: { enabled: false },
    extensions: [Migrator],
    migrations: { migrationsList: [...migrations], tableName: 'migration', snapshot: false },
    pool: { max: 10 },
    driverOptions: () => ({
      ...login?.(),
      connectionTimeoutMillis: 5000,
      statement_timeout: statementTimeout,
      application_name: 'public-credit-platform',
      // off would lose acknowledged records when the server is killed
      options: '-c synchronous_commit=on',
      keepAlive: true,
      onPoolCreated: onPool,
    }),
    // a deed never leaves its transaction half-seen, and a request never borrows another's unit of work
    allowGlobalContext: false,
    // statements carry values: nothing of them goes to a log
    debug: false,
    logger: () => undefined,
  });
}
