import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportAudit } from '../audit/export.js';
import { asAdministrator, run, Usage, withPlatform } from './run.js';

run(async ([file], config) => {
  if (!file) throw new Usage('Usage: npm run export-audit -- FILE.ndjson');
  await withPlatform(config, async (platform) => {
    await platform.auditLog.writeDeeds(asAdministrator(platform), [
      { deed: 'audit.export', subjectType: 'Audit', subjectId: '*', facts: {} },
    ]);
    // an export that is there already is never written over
    const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
    await pipeline(Readable.from(exportAudit(platform.pool, config.auditYears)), target);
    process.stdout.write(`${file}\n`);
  });
});
