import type { Configuration } from '@mikro-orm/core';
import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { DatabaseConnection, Driver, TransactionSettings } from 'kysely';

/**
 * The ORM's driver, save that a connection on which BEGIN or ROLLBACK fails goes back to the pool. The query builder below it
 * forgets such a connection: while a database goes away each deed would take one of the pool's places for good, until nobody
 * gets one any more and the process cannot even stop.
 */
export class ReleasingDriver extends PostgreSqlDriver {
  constructor(config: Configuration) {
    super(config);
    Object.assign(this, { connection: new ReleasingConnection(config) });
  }
}

type Made = ReturnType<PostgreSqlConnection['createKyselyDialect']>;

class ReleasingConnection extends PostgreSqlConnection {
  override createKyselyDialect(overrides: Parameters<PostgreSqlConnection['createKyselyDialect']>[0]): Made {
    const dialect = super.createKyselyDialect(overrides);
    const createDriver = dialect.createDriver.bind(dialect);
    return Object.assign(dialect, { createDriver: () => releasing(createDriver()) });
  }
}

function releasing(driver: Driver): Driver {
  const begin = driver.beginTransaction.bind(driver);
  const rollBack = driver.rollbackTransaction.bind(driver);
  // a lost connection is taken out of the pool by this
  const given = (connection: DatabaseConnection) => async (error: unknown) => {
    await driver.releaseConnection(connection).catch(() => undefined);
    throw error;
  };
  return Object.assign(driver, {
    beginTransaction: (connection: DatabaseConnection, settings: TransactionSettings) =>
      begin(connection, settings).catch(given(connection)),
    // the last thing that is done with a connection, also when a commit fails
    rollbackTransaction: (connection: DatabaseConnection) => rollBack(connection).catch(given(connection)),
  });
}
