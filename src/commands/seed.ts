import { loadDemonstration } from '../../seeds/demonstration.js';
import { run, withPlatform } from './run.js';

run((_words, config) =>
  withPlatform(config, async ({ orm, reference }) => {
    const loaded = await loadDemonstration(orm, reference);
    process.stdout.write(
      loaded ? 'Loaded the demonstration city.\n' : 'The reference data and the demonstration city are loaded.\n',
    );
  }),
);
