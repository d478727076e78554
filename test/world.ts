import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { pino } from 'pino';
import { departmentCodes } from '../seeds/reference.js';
import { Role } from '../src/access/words.js';
import type { BudgetTold } from '../src/budget/budget.js';
import { type Config, loadConfig } from '../src/config.js';
import { clockQueue } from '../src/jobs/clockwork.js';
import { startQueue } from '../src/jobs/queue.js';
import { openPlatform, type Platform, workers } from '../src/platform.js';
import { issueToken } from '../src/server/demonstration-issuer.js';
import { buildServer } from '../src/server/server.js';

/** What an answer did not show. */
export interface Withheld {
  path: (string | number)[];
  state: string;
  reason: string;
  rule: string;
  basis: string;
  remedy: string;
  items?: string[];
}

/** A refusal as the caller is told it. */
export interface Told {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; reason: string; basis?: string; remedy?: string; requestId: string } & Record<
    string,
    unknown
  >;
}

/** An answer of the API. */
export interface Answer {
  status: number;
  /** In the shape that the question asked for. */
  data: any;
  withheld: Withheld[];
  refusals: Told[];
  /** How the budget stands, where the answer says so. */
  budget: BudgetTold | undefined;
  /** SQL statements that the answer took. */
  statements: number;
  headers: Headers;
}

/** Someone who uses the platform. */
export interface Person {
  readonly token: string | undefined;
  /** The same person, who states why: the headers Credit-Purpose and Credit-Case. */
  for(purpose: string, caseNumber?: string): Person;
  /** The same person, who rehearses: the header Credit-Clock. */
  at(instant: string): Person;
  /** Asks a GraphQL question or does a deed. */
  asks(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  /** Sends rows of an item. */
  submits(item: string, rows: unknown[]): Promise<Answer>;
  /** Sends a file of an item; answers what the door answered. */
  uploads(item: string, body: string | Uint8Array, type?: string): Promise<{ status: number; body: any }>;
  /** Any HTTP request in this person's name; its answer is to be read. */
  fetches(path: string, init?: RequestInit): Promise<Response>;
  /** The status of one. All of the answer is read: an unread one would keep its connection, and the city from closing. */
  statusOf(path: string): Promise<number>;
}

/** A city with its platform running, cloned from the demonstration. */
export interface City {
  readonly address: string;
  readonly platform: Platform;
  /** Where its database is, as the owner: the platform itself works as a role that may do less. */
  readonly database: string;
  /** Does in the database what the platform may not. */
  owner(sql: string, values?: unknown[]): Promise<any[]>;
  readonly anyone: Person;
  /** Everything that was logged. */
  readonly logged: string[];
  /** An officer of a department; another one where the account is named. */
  officer(department: string, account?: string): Promise<Person>;
  enterprise(uscc: string, account?: string): Promise<Person>;
  official(kind: 'credit-centre' | 'arrears-admin' | 'supervisor' | 'administrator', account?: string): Promise<Person>;
  /** Someone with a token of their own making. */
  bearer(token: string): Person;
  /** Sets the day on which the platform believes itself to be. */
  on(instant: string): void;
  /** Another instance of the platform on the same database, at the same time; closing it leaves the city as it is. */
  another(): Promise<City>;
  /** Begins to do what was sent to the queues, until it closes. The clock stands still: a test runs the jobs itself. */
  works(): Promise<void>;
  close(): Promise<void>;
}

async function clone(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `city_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: process.env['TEST_DATABASE'] });
  await admin.connect();
  // files are copied sooner than their contents are logged
  await admin.query(`create database ${name} template ${process.env['TEST_TEMPLATE']} strategy file_copy`);
  const url = new URL(process.env['TEST_DATABASE']!);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** More than any test spends; a test of the budgets sets its own. */
const plenty = Object.values(Role)
  .map((role) => `${role}=1000000`)
  .join(',');

/** Opens a city of its own for a test file, set up with the variables beside what it needs. */
export async function openCity(variables: NodeJS.ProcessEnv = {}): Promise<City> {
  const database = await clone();
  const dataDir = await mkdtemp(join(tmpdir(), 'credit-city-'));
  const config = loadConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    DATA_KEY: process.env['TEST_DATA_KEY'],
    PORT: '0',
    LOG_LEVEL: 'debug',
    DAILY_BUDGET: plenty,
    ...variables,
  });
  const city = await openInstance(config, database.url, {});
  return {
    ...city,
    close: async () => {
      await city.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The platform, once more where it runs several times on one database. */
async function openInstance(config: Config, url: string, clock: { now?: Date }): Promise<City> {
  const logged: string[] = [];
  const log = pino({ level: 'debug', base: undefined }, { write: (line: string) => void logged.push(line) });
  const platform = await openPlatform(
    { url, leave: async () => undefined },
    { config, demonstration: true, sealingLimit: config.sealingLimit, log: () => undefined },
  );
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const time = () => clock.now ?? new Date();
  const app: FastifyInstance = await buildServer(config, platform, log, time);
  let stopQueue = async (): Promise<void> => undefined;
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const codes = await departmentCodes();
  const persona = async (office: string, account?: string) =>
    person(address, await issueToken(config.dataDir, account === undefined ? office : `${office}#${account}`, codes));
  return {
    address,
    platform,
    database: url,
    owner: async (sql, values) => (await owner.query(sql, values)).rows,
    logged,
    anyone: person(address),
    officer: (department, account) => persona(`department:${department}`, account),
    enterprise: (uscc, account) => persona(`enterprise:${uscc}`, account),
    official: persona,
    bearer: (token) => person(address, token),
    on: (instant) => {
      clock.now = new Date(instant);
    },
    another: () => openInstance(config, url, clock),
    works: async () => {
      const all = workers(platform, log, time).filter(({ queue }) => queue !== clockQueue.name);
      stopQueue = await startQueue({ pool: platform.pool, workers: all, log, every: 0.5 });
    },
    close: async () => {
      await app.close();
      await stopQueue();
      await platform.close();
      await owner.end();
    },
  };
}

function person(address: string, token?: string, stated: Readonly<Record<string, string>> = {}): Person {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const fetches: Person['fetches'] = (path, init = {}) =>
    fetch(address + path, {
      ...init,
      headers: { ...authorization, ...stated, ...(init.headers as Record<string, string>) },
    });

  const asks: Person['asks'] = async (query, variables = {}, headers = {}) => {
    const response = await fetches('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as {
      data?: unknown;
      errors?: Told[];
      extensions?: { withheld?: Withheld[]; budget?: BudgetTold };
    };
    return {
      status: response.status,
      data: body.data,
      withheld: body.extensions?.withheld ?? [],
      refusals: body.errors ?? [],
      budget: body.extensions?.budget,
      statements: Number(/sql;desc="(\d+)/.exec(response.headers.get('server-timing') ?? '')?.[1] ?? 0),
      headers: response.headers,
    };
  };

  return {
    token,
    for: (purpose, caseNumber) =>
      person(address, token, {
        ...stated,
        'credit-purpose': purpose,
        // headers carry no letters beyond Latin-1
        ...(caseNumber !== undefined && { 'credit-case': encodeURIComponent(caseNumber) }),
      }),
    at: (instant) => person(address, token, { ...stated, 'credit-clock': instant }),
    asks,
    fetches,
    statusOf: async (path) => {
      const response = await fetches(path);
      await response.arrayBuffer();
      return response.status;
    },
    submits: (item, rows) =>
      asks(
        `mutation Submit($input: SubmitRecordsInput!) {
          submitRecords(input: $input) {
            id read created changed unchanged refused
            rejections(first: 100) { totalCount edges { node { row field value reason message } } }
          }
        }`,
        { input: { item, rows } },
      ),
    uploads: async (item, body, type = 'text/csv') => {
      const response = await fetches(`/submissions/${item}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: body as BodyInit,
      });
      return { status: response.status, body: await response.json() };
    },
  };
}
