import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, openCluster } from './cluster.js';
import { stop } from './postmaster.js';
import { enter, isLast, type Presence } from './presence.js';

/** The PostgreSQL server that comes with the platform, shared by all processes that use one data folder. */
export interface EmbeddedDatabase {
  /** connection string (postgres://credit:<password>@127.0.0.1:<port>/credit) */
  readonly url: string;
  /** Leave the database; whoever leaves last stops it. Close your own connections first. */
  leave(): Promise<void>;
}

/** How to join: `settings` are PostgreSQL's, and count only for the process that happens to start the server. */
interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Join the database in `<dataDir>/postgresql`: make it if it is not there, start it if it does not run.
 * Any number of processes may do so at any time, and be killed at any time.
 */
export async function joinEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    const cluster = await openCluster(options.dataDir, options.log, options.settings?.fsync !== 'off');
    return new Member(cluster, options, await enter(cluster, options.settings));
  } catch (error) {
    throw new Error(explain(error, options.dataDir), { cause: error });
  }
}

/** One process's share in the database. */
class Member implements EmbeddedDatabase {
  readonly url: string;
  private leaving: Promise<void> | undefined;
  private returning: Promise<void> | undefined;

  constructor(
    private readonly cluster: Cluster,
    private readonly options: EmbeddedOptions,
    private presence: Presence,
  ) {
    this.url = `postgres://credit:${cluster.password}@127.0.0.1:${presence.port}/credit`;
    this.watch();
  }

  leave(): Promise<void> {
    this.leaving ??= this.leaveOnce();
    return this.leaving;
  }

  private async leaveOnce(): Promise<void> {
    await this.returning;
    const { client } = this.presence;
    try {
      // Still holding the lock, so that a newcomer waits and is told by its broken connection to start anew.
      if (await isLast(client)) await stop(this.cluster);
    } finally {
      await client.end();
    }
  }

  private watch(): void {
    void this.presence.ended.then(() => {
      if (!this.leaving) this.returning = this.comeBack();
    });
  }

  /** The server went away under us: bring it back on the same port, so that the url stays true. */
  private async comeBack(): Promise<void> {
    const { log, dataDir, settings } = this.options;
    log('The embedded database went away: bringing it back');
    for (let attempt = 1; !this.leaving; attempt += 1) {
      try {
        this.presence = await enter(this.cluster, settings, this.presence.port);
        this.watch();
        return log('The embedded database is back');
      } catch (error) {
        const why = explain(error, dataDir);
        if (attempt === 5) return log(`The embedded database is lost, restart this process: ${why}`);
        await pause(1000 * attempt);
      }
    }
  }
}

/** What to do about a failure, for the person who started the platform. */
function explain(error: unknown, dataDir: string): string {
  const what = (error instanceof Error ? error.message : String(error)).trim();
  const otherwise = 'or set DATABASE_URL to a PostgreSQL server of your own';
  if (/ENOSPC|No space left/.test(what)) return `The disk of ${dataDir} is full: make room. (${what})`;
  if (/spawn .* ENOENT|cannot execute|error while loading shared libraries/.test(what)) {
    return `The PostgreSQL programs do not run on this system: run "npm ci" again, ${otherwise}. (${what})`;
  }
  if (/EACCES|EPERM|EROFS|ENOTDIR|EEXIST|[Pp]ermission denied/.test(what)) {
    return `DATA_DIR ${dataDir} cannot be used: set it to a folder this user may write to, ${otherwise}. (${what})`;
  }
  return what;
}
