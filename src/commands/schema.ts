import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../config.js';
import { buildPlatformSchema } from '../server/schema.js';
import { schemaFiles } from '../server/schema-files.js';
import { run } from './run.js';

run(async () => {
  for (const [name, text] of Object.entries(schemaFiles(buildPlatformSchema()))) {
    await writeFile(join(projectRoot, 'schema', name), text);
    process.stdout.write(`schema/${name}\n`);
  }
});
