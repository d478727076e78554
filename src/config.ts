import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

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

const keys = z
  .string()
  .transform((value) => value.split(',').map((key) => key.trim()))
  .refine(
    (list) => list.every((key) => /^[\w+/-]{43}=?$/.test(key)),
    'must be keys of 32 bytes in base64, separated by commas (openssl rand -base64 32)',
  )
  .transform((list) => list.map((key) => Buffer.from(key, 'base64')));

/** Variables whose values are never repeated. */
const secretVariables = ['DATABASE_URL', 'DATA_KEY'];

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: whole(0, 65535).default(4000),
  DATA_DIR: z.string().min(1, 'must name a folder').default('.data'),
  DATABASE_URL: url(['postgres', 'postgresql']).optional(),
  DATA_KEY: keys.optional(),
  AUTH_ISSUER: url(['https', 'http']).optional(),
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
  readonly logLevel: string;
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
          // a database URL may hold a password: it is named, not repeated
          const value = secretVariables.includes(name) ? '' : ` is "${given[name]}" but`;
          return `${name}${value} ${message.startsWith('must') ? message : `is not valid: ${message}`}.`;
        })
        .join('\n'),
    );
  }
  const { NODE_ENV, PORT, DATA_DIR, DATABASE_URL, DATA_KEY, AUTH_ISSUER, LOG_LEVEL } = parsed.data;
  const production = NODE_ENV === 'production';
  if (production && !AUTH_ISSUER) {
    throw new ConfigurationError(
      'AUTH_ISSUER must name an OpenID Connect issuer when NODE_ENV is production: the demonstration issuer gives a token to anyone.',
    );
  }
  if (production && !DATA_KEY) {
    throw new ConfigurationError(
      'DATA_KEY must be a key of 32 bytes in base64 (openssl rand -base64 32) when NODE_ENV is production: it seals ID numbers and ' +
        'telephone numbers, and must be kept apart from the database and its backups.',
    );
  }
  return {
    production,
    port: PORT,
    dataDir: resolve(projectRoot, DATA_DIR),
    databaseUrl: DATABASE_URL,
    dataKeys: DATA_KEY,
    authIssuer: AUTH_ISSUER,
    logLevel: LOG_LEVEL,
  };
}
