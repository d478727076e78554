import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { SingleBar } from 'cli-progress';
import { stringify } from 'csv-stringify';
import { readCsv } from '../collection/file-reader.js';
import { type ImportCounts, importRegistry } from '../collection/registry-import.service.js';
import { registryColumns, requiredColumns } from '../collection/registry-row.rules.js';
import { explain, Refusal } from '../messages/refusal.js';
import { asAdministrator, run, Usage, withPlatform } from './run.js';

const usage = 'Usage: npm run import -- registry FILE.csv';

/** Columns of a registry file: those that are known; others are named and left out. */
function columns(header: readonly string[]): string[] {
  const missing = requiredColumns.filter((title) => !header.includes(title));
  const known: readonly string[] = Object.values(registryColumns);
  const unknown = header.filter((title) => !known.includes(title));
  if (missing.length > 0) {
    throw new Refusal('HEADER_UNKNOWN', {
      item: 'registry',
      missing: missing.join(', '),
      unknown: unknown.join(', ') || '-',
    });
  }
  if (unknown.length > 0)
    process.stderr.write(`Columns that the registry does not know are left out: ${unknown.join(', ')}\n`);
  return [...header];
}

/** On a terminal a bar, elsewhere a line now and then. */
function progressOf(total: number): { at(bytes: number, counts: Readonly<ImportCounts>): void; end(): void } {
  if (!process.stderr.isTTY) {
    let told = 0;
    return {
      at: (_bytes, { read }) => {
        if (read - told < 50_000) return;
        told = read;
        process.stderr.write(`${read} rows read\n`);
      },
      end: () => undefined,
    };
  }
  const bar = new SingleBar({ format: '{bar} {percentage}% | {read} rows | {eta_formatted}', stream: process.stderr });
  bar.start(total, 0, { read: 0 });
  return { at: (bytes, { read }) => bar.update(bytes, { read }), end: () => bar.stop() };
}

run(async ([what, file], config) => {
  if (what !== 'registry' || !file) throw new Usage(usage);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Usage(`There is no file ${file}. ${usage}`);

  await withPlatform(config, async (platform) => {
    const reportFile = join(config.dataDir, 'reports', `${basename(file).replace(/\.[^.]*$/, '')}.refused.csv`);
    await mkdir(dirname(reportFile), { recursive: true });
    let report: ReturnType<typeof stringify> | undefined;
    let written: Promise<void> | undefined;
    const open = () => {
      report = stringify({
        header: true,
        columns: ['row', 'field', 'value', 'reason', 'message'],
        bom: true,
        escape_formulas: true,
      });
      written = finished(report.pipe(createWriteStream(reportFile)));
      return report;
    };
    const source = createReadStream(file);
    const progress = progressOf(found.size);
    const started = Date.now();
    try {
      const counts = await importRegistry(asAdministrator(platform), readCsv(source, columns), {
        refused: (row, faults) => {
          for (const { field, value, reason, params } of faults) {
            (report ?? open()).write([row, field, value, reason, explain(reason, params, 'en').message]);
          }
        },
        progressed: (so) => progress.at(source.bytesRead, so),
      });
      progress.end();
      report?.end();
      await written;
      process.stdout.write(
        `read ${counts.read}, created ${counts.created}, changed ${counts.changed}, unchanged ${counts.unchanged}, ` +
          `refused ${counts.refused} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`,
      );
      if (counts.refused > 0) process.stdout.write(`Refused rows with their reasons: ${reportFile}\n`);
    } finally {
      progress.end();
    }
  });
});
