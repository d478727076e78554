import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type PrivateJwk, privateJwk } from './audit/signing-key.js';
import { type Limits, limitsOf, usualLimits } from './budget/limits.js';

/** The folder of package.json, wherever the compiled code lies below it. */
export const projectRoot: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json was not found above the program');
    folder = parent;
  }
  return folder;
})();

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

const url = (schemes: readonly string[]) =>
  z.string().refine(
    (value) => {
      try {
        return schemes.includes(new URL(value).protocol.replace(':', '')) && value.includes('://');
      } catch {
        return false;
      }
    },
    `must be a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  );

/** Only whose address is known is believed: anyone else can write any address into the header. */
const proxies = z
  .string()
  .refine(
    (text) => text.split(',').every((one) => isNetwork(one.trim())),
    'must be a list of addresses and networks of the proxies before the platform, such as 10.0.0.0/8,::1',
  )
  .transform((text) => text.split(',').map((one) => one.trim()));

function isNetwork(text: string): boolean {
  const [address, bits, more] = text.split('/') as [string, string?, string?];
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const budget = z.string().transform((text, context): Limits => {
  try {
    return limitsOf(text);
  } catch (error) {
    context.addIssue((error as Error).message);
    return z.NEVER;
  }
});

const signingKey = z.string().transform((text, context): PrivateJwk => {
  const key = privateJwk(text);
  if (!key)
    context.addIssue('must be the base64 of an Ed25519 private key as JWK, as "npm run -s audit-key" makes one');
  return key ?? z.NEVER;
});

const keys = z
  .string()
  .transform((value) => value.split(',').map((key) => key.trim()))
  .refine(
    (list) => list.every((key) => /^[\w+/-]{43}=?$/.test(key)),
    'must be keys of 32 bytes in base64, separated by commas (openssl rand -base64 32)',
  )
  .transform((list) => list.map((key) => Buffer.from(key, 'base64')));

/** A bucket of an S3-compatible store. */
export interface Bucket {
  readonly name: string;
  /** Address of the store, without a slash at its end. */
  readonly endpoint: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

const bucketForm = 'must be s3://BUCKET?endpoint=https://HOST&region=REGION';

const bucket = z.string().transform((text, context): Omit<Bucket, 'keyId' | 'secret'> => {
  const place = URL.canParse(text) ? new URL(text) : undefined;
  const endpoint = place?.searchParams.get('endpoint') ?? '';
  const region = place?.searchParams.get('region') ?? 'us-east-1';
  const sound =
    place?.protocol === 's3:' &&
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(place.host) &&
    ['', '/'].includes(place.pathname) &&
    [...place.searchParams.keys()].every((key) => key === 'endpoint' || key === 'region') &&
    /^https?:\/\/[^/?#]+\/?$/.test(endpoint) &&
    URL.canParse(endpoint) &&
    /^[a-z0-9-]+$/.test(region);
  if (!sound) context.addIssue(bucketForm);
  return sound ? { name: place.host, endpoint: endpoint.replace(/\/$/, ''), region } : z.NEVER;
});

/** Variables that may hold a secret: they are named, not repeated. */
const secretVariables = [
  'DATABASE_URL',
  'DATA_KEY',
  'AUDIT_KEY',
  'REPORT_KEY',
  'ATTACHMENT_STORE',
  'ATTACHMENT_STORE_SECRET',
];

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: whole(0, 65535).default(4000),
  DATA_DIR: z.string().min(1, 'must name a folder').default('.data'),
  DATABASE_URL: url(['postgres', 'postgresql']).optional(),
  DATA_KEY: keys.optional(),
  AUTH_ISSUER: url(['https', 'http']).optional(),
  DAILY_BUDGET: budget.default(usualLimits),
  TRUST_PROXY: proxies.optional(),
  AUDIT_KEY: signingKey.optional(),
  REPORT_KEY: signingKey.optional(),
  AUDIT_SEAL_LIMIT_MINUTES: whole(1, 240).default(15),
  AUDIT_YEARS: whole(5, 100).default(10),
  ATTACHMENT_STORE: bucket.optional(),
  ATTACHMENT_STORE_KEY_ID: z.string().optional(),
  ATTACHMENT_STORE_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** How this process is set up. */
export interface Config {
  readonly production: boolean;
  /** Port to listen on; 0 takes any free one. */
  readonly port: number;
  /** Folder of the embedded database, of the demonstration issuer's key and, without `dataKeys`, of the data key. */
  readonly dataDir: string;
  /** PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Keys of 32 bytes for what is kept sealed: the first seals, all open; undefined: one of the data folder. */
  readonly dataKeys: readonly Buffer[] | undefined;
  /** OpenID Connect issuer of the tokens; undefined: the demonstration issuer. */
  readonly authIssuer: string | undefined;
  /** Key with which the audit is sealed; undefined: one is made in the data folder. */
  readonly auditKey: PrivateJwk | undefined;
  /** Key with which credit reports are signed; undefined: one is made in the data folder. */
  readonly reportKey: PrivateJwk | undefined;
  /** Minutes that an entry of the audit may stay unsealed before deeds are refused. */
  readonly sealingLimit: number;
  /**
   * Years for which the audit is kept, at least 5 (深圳经济特区社会信用条例, art. 45); 10 is what 浙江省公共信用信息管理条例, art. 20,
   * asks for. Nothing in the program deletes an entry, and the database refuses to. To archive what is older is an act of the
   * database's owner, with an export that was verified.
   */
  readonly auditYears: number;
  /** Where files of cases are kept; undefined: in the data folder. */
  readonly bucket: Bucket | undefined;
  readonly logLevel: string;
  /** Distinct entities that a caller may ask about in a day, by role. */
  readonly dailyBudget: Limits;
  /** Addresses and networks of the proxies whose X-Forwarded-For is believed; none when undefined. */
  readonly trustProxy: string[] | undefined;
}

/** The set-up is wrong; the message says which variable and what it must be. */
export class ConfigurationError extends Error {}

/** Reads the environment. Nothing else does. */
export function loadConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigurationError(
      parsed.error.issues
        .map(({ path, message }) => {
          const name = String(path[0]);
          const value = secretVariables.includes(name) ? '' : ` is "${given[name]}" but`;
          return `${name}${value} ${message.startsWith('must') ? message : `is not valid: ${message}`}.`;
        })
        .join('\n'),
    );
  }
  const { NODE_ENV, PORT, DATA_DIR, DATABASE_URL, DATA_KEY, AUTH_ISSUER, LOG_LEVEL, DAILY_BUDGET, TRUST_PROXY } =
    parsed.data;
  const { AUDIT_KEY, REPORT_KEY, AUDIT_SEAL_LIMIT_MINUTES, AUDIT_YEARS } = parsed.data;
  const production = NODE_ENV === 'production';
  if (production && !AUTH_ISSUER) {
    throw new ConfigurationError(
      'AUTH_ISSUER must name an OpenID Connect issuer when NODE_ENV is production: the demonstration issuer gives a token to anyone.',
    );
  }
  if (production && !AUDIT_KEY) {
    throw new ConfigurationError(
      'AUDIT_KEY must be given when NODE_ENV is production: a key beside the database proves nothing to an auditor. "npm run -s audit-key" makes one.',
    );
  }
  if (production && !DATA_KEY) {
    throw new ConfigurationError(
      'DATA_KEY must be a key of 32 bytes in base64 (openssl rand -base64 32) when NODE_ENV is production: it seals ID numbers and ' +
        'telephone numbers, and must be kept apart from the database and its backups.',
    );
  }
  if (production && !REPORT_KEY) {
    throw new ConfigurationError(
      'REPORT_KEY must be given when NODE_ENV is production: credit reports are signed with it, and recipients trust its public part. "npm run -s audit-key" makes one.',
    );
  }
  if (REPORT_KEY && REPORT_KEY.d === AUDIT_KEY?.d) {
    throw new ConfigurationError(
      'REPORT_KEY must be another key than AUDIT_KEY: one signature must never serve for two things.',
    );
  }
  return {
    production,
    port: PORT,
    dataDir: resolve(projectRoot, DATA_DIR),
    databaseUrl: DATABASE_URL,
    dataKeys: DATA_KEY,
    authIssuer: AUTH_ISSUER,
    auditKey: AUDIT_KEY,
    reportKey: REPORT_KEY,
    sealingLimit: AUDIT_SEAL_LIMIT_MINUTES,
    auditYears: AUDIT_YEARS,
    bucket: bucketOf(parsed.data),
    logLevel: LOG_LEVEL,
    dailyBudget: DAILY_BUDGET,
    trustProxy: TRUST_PROXY,
  };
}

/** The bucket with what opens it: neither is of use without the other. */
function bucketOf(given: z.infer<typeof environment>): Bucket | undefined {
  const { ATTACHMENT_STORE: place, ATTACHMENT_STORE_KEY_ID: keyId, ATTACHMENT_STORE_SECRET: secret } = given;
  if (place && keyId && secret) return { ...place, keyId, secret };
  if (!place && !keyId && !secret) return undefined;
  throw new ConfigurationError(
    'ATTACHMENT_STORE, ATTACHMENT_STORE_KEY_ID and ATTACHMENT_STORE_SECRET must be given together; without them files are kept in DATA_DIR.',
  );
}
