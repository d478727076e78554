import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Verified, verifyExport } from '../audit/verify.js';
import { run, Usage } from './run.js';

const usage = 'Usage: npm run verify-audit -- FILE.ndjson [--key THUMBPRINT …]';

function told({ entries, seals, unsealed, from, to, keys, lastRoot }: Verified): string {
  const sealed = `${entries} entries under ${seals} seals`;
  const period = from ? `, made from ${from} to ${to}, signed by ${keys.join(', ')}; the last root is ${lastRoot}` : '';
  return `Nothing was changed: ${sealed}${period}. Not sealed yet: ${unsealed}.\n`;
}

run(async (words) => {
  const { values, positionals } = parseArgs({
    // a thumbprint may begin with a dash, which would pass for another option
    args: words.flatMap((word, i) =>
      words[i - 1] === '--key' ? [] : word === '--key' ? `--key=${words[i + 1] ?? ''}` : word,
    ),
    allowPositionals: true,
    options: { key: { type: 'string', multiple: true, default: [] } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Usage(usage);
  if (!(await stat(file).catch(() => undefined))?.isFile()) throw new Usage(`There is no file ${file}. ${usage}`);
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  process.stdout.write(told(await verifyExport(lines, values.key)));
});
