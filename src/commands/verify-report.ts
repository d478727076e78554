import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { legalDay } from '../calendar/day.js';
import { type OpenedReport, opened, type PublicKey, ReportTampered } from '../reports/report-file.js';
import { run, Usage } from './run.js';

const usage = `Usage: npm run verify-report -- FILE [--jwks FILE|URL]
FILE is the JSON file of a report or its JWS; without --jwks the keys are fetched from this platform's own server.
用法：npm run verify-report -- 报告文件 [--jwks 公钥文件或地址]`;

const published = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
const signing = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string(),
  x: z.base64url().length(43),
});

/** A sentence in both languages. */
const both = (en: string, zh: string): string => `${en}\n${zh}`;

/** The keys of a JWKS that can sign reports; those that sign tokens are passed over. */
async function keysIn(place: string): Promise<PublicKey[]> {
  let text: string;
  try {
    text = /^https?:\/\//.test(place)
      ? await (await fetch(place, { signal: AbortSignal.timeout(10_000) })).text()
      : await readFile(place, 'utf8');
  } catch {
    throw new Usage(both(`The keys cannot be read from ${place}.`, `无法读取公钥：${place}。`));
  }
  try {
    return published.parse(JSON.parse(text)).keys.flatMap((key) => {
      const { data } = signing.safeParse(key);
      return data ? [data] : [];
    });
  } catch {
    throw new Usage(both(`${place} is no JWKS.`, `${place} 不是 JWKS 公钥文件。`));
  }
}

function told({ payload, kid }: OpenedReport): string {
  const { number, subject, recipient, validUntil, knownAt, rehearsal } = payload;
  const named = both(
    `Report ${number} about ${subject.name} (${subject.uscc}) for ${recipient} is unchanged since it was signed by the key ${kid}; as known at ${knownAt}`,
    `信用报告 ${number}（${subject.name}，${subject.uscc}，接收方 ${recipient}）自密钥 ${kid} 签名以来未被改动；信息截至 ${knownAt}`,
  );
  const [en, zh] = named.split('\n') as [string, string];
  if (rehearsal) {
    throw new Error(both(`${en}. It was issued to rehearse with and is of no use.`, `${zh}。该报告为演练件，无效。`));
  }
  if (legalDay(new Date()) > validUntil) {
    throw new Error(both(`${en}. Its validity ended on ${validUntil}.`, `${zh}。该报告已于 ${validUntil} 到期。`));
  }
  return both(
    `${en}. It is valid until ${validUntil}; whether a record has changed since, only the on-line verification tells.`,
    `${zh}。有效期至 ${validUntil}；所载记录此后是否变化，请在线核验。`,
  );
}

run(async (words, { port }) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { jwks: { type: 'string' } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Usage(usage);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Usage(`${both(`There is no file ${file}.`, `没有文件 ${file}。`)}\n${usage}`);
  });
  const keys = await keysIn(values.jwks ?? `http://127.0.0.1:${port}/.well-known/jwks.json`);
  try {
    process.stdout.write(`${told(await opened(text, (kid) => keys.find((key) => key.kid === kid)))}\n`);
  } catch (error) {
    if (!(error instanceof ReportTampered)) throw error;
    throw new Error(
      both(
        `The report is not what the platform signed: it was changed, or it was never issued. ${error.message}`,
        '该报告与平台签名不符：内容已被改动，或并非本平台出具。',
      ),
    );
  }
});
