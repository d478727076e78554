import { loadDemonstration } from '../../seeds/demonstration.js';
import { run, Usage, withPlatform } from './run.js';

run(async (_words, config) => {
  if (config.authIssuer) throw new Usage('AUTH_ISSUER is set: the invented city is for the demonstration alone.');
  await withPlatform(config, async (platform) => {
    const loaded = await loadDemonstration(platform);
    process.stdout.write(
      loaded ? 'Loaded the demonstration city.\n' : 'The reference data and the demonstration city are loaded.\n',
    );
  });
});
