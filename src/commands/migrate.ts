import { run, withPlatform } from './run.js';

// opening the platform brings the schema and the reference data up to date
run((_words, config) =>
  withPlatform(config, async () => {
    process.stdout.write('The database is up to date.\n');
  }),
);
