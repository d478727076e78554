import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigurationError, loadConfig, projectRoot } from '../../src/config.js';

const [oneKey, otherKey] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [string, string];

/** What the set-up is told when it is wrong. */
function told(variables: NodeJS.ProcessEnv): string {
  try {
    loadConfig(variables);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return (error as Error).message;
  }
  throw new Error('the set-up was accepted');
}

describe('without any variable', () => {
  const defaults = {
    production: false,
    port: 4000,
    dataDir: join(projectRoot, '.data'),
    databaseUrl: undefined,
    dataKeys: undefined,
    authIssuer: undefined,
    logLevel: 'info',
  };

  test('it is a demonstration on port 4000 with its own database', () => {
    expect(loadConfig({})).toMatchObject(defaults);
  });

  test('an empty variable is none', () => {
    const empty = {
      PORT: '',
      DATA_DIR: '',
      DATABASE_URL: '',
      DATA_KEY: '',
      AUTH_ISSUER: '',
      LOG_LEVEL: '',
      NODE_ENV: '',
    };
    expect(loadConfig(empty)).toMatchObject(defaults);
  });
});

describe('a variable is taken', () => {
  test.each([
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65535 }],
    ['DATA_DIR', '/var/lib/credit', { dataDir: '/var/lib/credit' }],
    ['DATA_DIR', 'elsewhere', { dataDir: join(projectRoot, 'elsewhere') }],
    ['DATABASE_URL', 'postgres://u:p@db/credit', { databaseUrl: 'postgres://u:p@db/credit' }],
    ['DATABASE_URL', 'postgresql://db/credit', { databaseUrl: 'postgresql://db/credit' }],
    ['DATA_KEY', oneKey, { dataKeys: [Buffer.alloc(32, 1)] }],
    ['DATA_KEY', `${otherKey}, ${oneKey}`, { dataKeys: [Buffer.alloc(32, 2), Buffer.alloc(32, 1)] }],
    ['AUTH_ISSUER', 'https://id.example.cn', { authIssuer: 'https://id.example.cn' }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['NODE_ENV', 'test', { production: false }],
  ])('%s=%s: %j', (name, value, config) => {
    expect(loadConfig({ [name]: value })).toMatchObject(config);
  });
});

describe('a wrong variable is named, with what it must be', () => {
  test.each([
    ['PORT', 'http', 'must be a whole number from 0 to 65535'],
    ['PORT', '65536', 'must be a whole number from 0 to 65535'],
    ['PORT', '-1', 'must be a whole number from 0 to 65535'],
    ['PORT', '80.5', 'must be a whole number from 0 to 65535'],
    ['DATABASE_URL', 'mysql://db/credit', 'must be a URL that starts with postgres:// or postgresql://'],
    ['DATABASE_URL', 'db', 'must be a URL'],
    ['DATA_KEY', 'hunter2', 'must be keys of 32 bytes in base64'],
    ['DATA_KEY', `${oneKey},${oneKey.slice(4)}`, 'must be keys of 32 bytes in base64'],
    ['AUTH_ISSUER', 'id.example.cn', 'must be a URL that starts with https:// or http://'],
    ['LOG_LEVEL', 'loud', '"trace"'],
    ['NODE_ENV', 'staging', '"production"'],
  ])('%s=%s: %s', (name, value, must) => {
    const message = told({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name} `));
    expect(message).toContain(must);
  });

  test('several are named at once', () => {
    const message = told({ PORT: 'x', LOG_LEVEL: 'y', AUTH_ISSUER: 'z', DATABASE_URL: 'w', NODE_ENV: 'v' });
    const names = message.split('\n').map((line) => line.split(' ')[0]);
    expect(names.toSorted()).toEqual(['AUTH_ISSUER', 'DATABASE_URL', 'LOG_LEVEL', 'NODE_ENV', 'PORT']);
  });

  test.each([
    ['DATABASE_URL', 'postgres:credit'],
    ['AUTH_ISSUER', 'https:id.example.cn'],
  ])('%s=%s does not start as its message demands', (name, value) => {
    expect(told({ [name]: value })).toContain('://');
  });
});

describe('the password of the database is never repeated', () => {
  test.each(['mysql://credit:hunter2@db/credit', 'postgres//credit:hunter2@db', 'hunter2'])('%s', (url) => {
    expect(told({ DATABASE_URL: url, PORT: 'x' })).not.toContain('hunter2');
  });
});

test('nor is a data key', () => {
  expect(told({ DATA_KEY: `${oneKey},hunter2`, PORT: 'x' })).not.toMatch(/hunter2|AQEB/);
});

describe('production', () => {
  test('needs an issuer: the demonstration gives a token to anyone', () => {
    expect(told({ NODE_ENV: 'production' })).toContain('AUTH_ISSUER');
    expect(told({ NODE_ENV: 'production', AUTH_ISSUER: '' })).toContain('AUTH_ISSUER');
  });

  test('needs a data key: one in a folder beside the database would protect nothing', () => {
    expect(told({ NODE_ENV: 'production', AUTH_ISSUER: 'https://id.example.cn' })).toContain('DATA_KEY');
  });

  test('and has both', () => {
    const config = loadConfig({ NODE_ENV: 'production', AUTH_ISSUER: 'https://id.example.cn', DATA_KEY: oneKey });
    expect(config).toMatchObject({ production: true, authIssuer: 'https://id.example.cn' });
  });
});
