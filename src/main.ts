import { pino } from 'pino';
import { ConfigurationError, loadConfig } from './config.js';
import { startQueue } from './jobs/queue.js';
import { openPlatform, placeOf, workers } from './platform.js';
import { buildServer } from './server/server.js';
import { welcome } from './server/welcome.js';

/** The composition root: configuration, database, server. The only file that listens. */
async function main(): Promise<void> {
  const config = loadConfig();
  const log = pino({ level: config.logLevel, base: undefined });
  const say = (line: string) => log.info(line);
  const demonstration = !config.authIssuer;
  const { sealingLimit } = config;
  const platform = await openPlatform(await placeOf(config, say), { config, demonstration, sealingLimit, log: say });
  const app = await buildServer(config, platform, log);
  const stopQueue = await startQueue({ pool: platform.pool, workers: workers(platform, log), log });

  const stop = async (signal: string): Promise<void> => {
    log.info(`${signal}: finishing the requests in flight`);
    await app.close();
    await stopQueue();
    await platform.close();
    log.info('stopped');
  };
  let asked: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      // a terminal and npm may both pass the same signal on; asked once more, a person means it
      if (asked !== undefined && Date.now() - asked < 1000) return;
      if (asked !== undefined) process.exit(1);
      asked = Date.now();
      stop(signal).catch((error: Error) => {
        log.error(`the stop failed: ${error.message}`);
        process.exitCode = 1;
      });
    });
  }

  try {
    await app.listen({
      port: config.port,
      host: config.production ? '0.0.0.0' : '127.0.0.1',
      listenTextResolver: () => 'listening',
    });
  } catch (error) {
    await stopQueue();
    await platform.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new ConfigurationError(`PORT is "${config.port}" but another program listens there.`);
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  process.stdout.write(welcome(`http://localhost:${port}`, demonstration));
}

main().catch((error: Error) => {
  process.stderr.write(
    error instanceof ConfigurationError ? `${error.message}\n` : `The platform could not start: ${error.message}\n`,
  );
  process.exit(1);
});
