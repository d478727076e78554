import { isObjectType } from 'graphql';
import { pino } from 'pino';
import { anyone } from '../../src/access/rules.js';
import { loadConfig } from '../../src/config.js';
import { openPlatform, placeOf } from '../../src/platform.js';
import { declaredSchema, enforced } from '../../src/server/schema.js';
import { buildServer } from '../../src/server/server.js';

/** The yardstick of `npm run bench -- access`, a program of its own: the same server with every rule set to `anyone`. */
const config = loadConfig();
const log = pino({ level: config.logLevel, base: undefined });
const { sealingLimit } = config;
const platform = await openPlatform(await placeOf(config, () => undefined), {
  config,
  demonstration: false,
  sealingLimit,
  log: () => undefined,
});
const schema = declaredSchema();
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith('__')) continue;
  for (const field of Object.values(type.getFields())) field.extensions = { ...field.extensions, access: anyone };
}
const app = await buildServer(config, platform, log, () => new Date(), enforced(schema));
await app.listen({ port: config.port, host: '127.0.0.1' });
process.once('SIGTERM', async () => {
  await app.close();
  await platform.close();
});
