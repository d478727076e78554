import { v7 as uuid } from 'uuid';
import { Role } from '../access/words.js';
import { legalDay } from '../calendar/day.js';
import type { Receiving } from '../collection/receiving.js';
import { type Config, loadConfig } from '../config.js';
import { openPlatform, type Platform, placeOf } from '../platform.js';

/** The person who runs a command did it wrong; the message says how to do it right. */
export class Usage extends Error {}

/** Runs a command to its end; what goes wrong is one sentence on standard error. */
export function run(command: (words: readonly string[], config: Config) => Promise<void>): void {
  const end = (code: number) => process.exit(code);
  (async () => command(process.argv.slice(2), loadConfig()))().then(
    () => end(0),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      end(1);
    },
  );
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/**
 * Opens the platform's database for a command, whether or not the server runs, and leaves it afterwards. A command brings
 * no invented records into a database by the way: that is for the demonstration's start and for `npm run seed`.
 */
export async function withPlatform<T>(config: Config, work: (platform: Platform) => Promise<T>): Promise<T> {
  const platform = await openPlatform(await placeOf(config, say), { config, demonstration: false, log: say });
  try {
    return await work(platform);
  } finally {
    await platform.close();
  }
}

/** A deed by whoever runs the command on this machine. */
export function asAdministrator({ orm, reference, secrets }: Platform): Receiving {
  const now = new Date();
  return {
    viewer: { role: Role.ADMINISTRATOR, subject: 'command line' },
    now,
    today: legalDay(now),
    rehearsed: false,
    requestId: uuid(),
    em: orm.em.fork(),
    secrets,
    reference: (snapshot) => reference.get(snapshot),
  };
}
