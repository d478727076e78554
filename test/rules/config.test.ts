import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { usualLimits } from '../../src/budget/limits.js';
import { ConfigurationError, loadConfig, projectRoot } from '../../src/config.js';

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64');
const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
/** The example key of RFC 8037. */
const auditKey = base64({ ...jwk, d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' });
/** The second key of RFC 8032. */
const reportKey = base64({
  ...{ kty: 'OKP', crv: 'Ed25519', x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw' },
  d: 'TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs',
});
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
    auditKey: undefined,
    reportKey: undefined,
    sealingLimit: 15,
    auditYears: 10,
    logLevel: 'info',
    dailyBudget: usualLimits,
    trustProxy: undefined,
    bucket: undefined,
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
    ['AUDIT_SEAL_LIMIT_MINUTES', '5', { sealingLimit: 5 }],
    ['AUDIT_YEARS', '30', { auditYears: 30 }],
    ['AUDIT_KEY', auditKey, { auditKey: jwk }],
    ['REPORT_KEY', auditKey, { reportKey: jwk }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['DAILY_BUDGET', 'PUBLIC=5', { dailyBudget: { ...usualLimits, PUBLIC: 5 } }],
    ['TRUST_PROXY', '127.0.0.1', { trustProxy: ['127.0.0.1'] }],
    ['TRUST_PROXY', '10.0.0.0/8, ::1, fd00::/8', { trustProxy: ['10.0.0.0/8', '::1', 'fd00::/8'] }],
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
    ['AUDIT_SEAL_LIMIT_MINUTES', '0', 'must be a whole number from 1 to 240'],
    ['AUDIT_YEARS', '4', 'must be a whole number from 5 to 100'],
    ['AUDIT_KEY', 'secret', 'must be the base64 of an Ed25519 private key'],
    ['REPORT_KEY', 'secret', 'must be the base64 of an Ed25519 private key'],
    ['AUDIT_KEY', base64(jwk), 'must be the base64 of an Ed25519 private key'],
    ['LOG_LEVEL', 'loud', '"trace"'],
    ['NODE_ENV', 'staging', '"production"'],
    ['DAILY_BUDGET', '300', 'must be a list such as PUBLIC=300,DEPARTMENT=5000'],
    ['DAILY_BUDGET', 'CITIZEN=300', 'PUBLIC, ENTERPRISE, DEPARTMENT'],
    ['TRUST_PROXY', 'true', 'must be a list of addresses and networks'],
    ['TRUST_PROXY', '10.0.0.0/33', 'must be a list'],
    ['TRUST_PROXY', '10.0.0.0/8,', 'must be a list'],
    ['TRUST_PROXY', '::1/64/64', 'must be a list'],
    ['TRUST_PROXY', '1', 'must be a list'],
    ['ATTACHMENT_STORE', '/var/lib/files', 'must be s3://BUCKET?endpoint='],
    ['ATTACHMENT_STORE', 's3://credit', 'must be s3://BUCKET?endpoint='],
    ['ATTACHMENT_STORE', 's3://credit?endpoint=store.example.cn', 'must be s3://BUCKET?endpoint='],
    ['ATTACHMENT_STORE', 's3://credit/files?endpoint=https://store.example.cn', 'must be s3://BUCKET?endpoint='],
    ['ATTACHMENT_STORE', 's3://credit?endpoint=https://store.example.cn&acl=public', 'must be s3://BUCKET?endpoint='],
    ['ATTACHMENT_STORE', 's3://credit?endpoint=https://store.example.cn/a', 'must be s3://BUCKET?endpoint='],
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

test.each(['AUDIT_KEY', 'REPORT_KEY'])('nor is %s', (name) => {
  expect(told({ [name]: 'hunter2' })).not.toContain('hunter2');
});

describe('a bucket', () => {
  const opened = { ATTACHMENT_STORE_KEY_ID: 'credit', ATTACHMENT_STORE_SECRET: 'hunter2' };
  const place = 's3://evidence?endpoint=https://store.example.cn:9000/&region=cn-north-1';

  test('has an address, a region and a key', () => {
    expect(loadConfig({ ...opened, ATTACHMENT_STORE: place }).bucket).toEqual({
      name: 'evidence',
      endpoint: 'https://store.example.cn:9000',
      region: 'cn-north-1',
      keyId: 'credit',
      secret: 'hunter2',
    });
    const usual = loadConfig({ ...opened, ATTACHMENT_STORE: 's3://evidence?endpoint=http://127.0.0.1:9000' });
    expect(usual.bucket).toMatchObject({ endpoint: 'http://127.0.0.1:9000', region: 'us-east-1' });
  });

  test.each([
    [{ ATTACHMENT_STORE: place }],
    [{ ATTACHMENT_STORE: place, ATTACHMENT_STORE_KEY_ID: 'credit' }],
    [opened],
  ])('and not only some of them: %j', (variables) => {
    expect(told(variables)).toContain('must be given together');
  });

  test('whose secret is not repeated', () => {
    const inside = { ATTACHMENT_STORE: 's3://credit:hunter2@evidence' };
    expect(told({ ...opened, ...inside, PORT: 'x' })).not.toContain('hunter2');
  });
});

test('nor is a data key', () => {
  expect(told({ DATA_KEY: `${oneKey},hunter2`, PORT: 'x' })).not.toMatch(/hunter2|AQEB/);
});

describe('production', () => {
  const issuer = { NODE_ENV: 'production', AUTH_ISSUER: 'https://id.example.cn' };

  test('needs an issuer: the demonstration gives a token to anyone', () => {
    expect(told({ NODE_ENV: 'production' })).toContain('AUTH_ISSUER');
    expect(told({ NODE_ENV: 'production', AUTH_ISSUER: '' })).toContain('AUTH_ISSUER');
  });

  test('needs a key for the audit that does not lie beside the database', () => {
    expect(told({ ...issuer, DATA_KEY: oneKey })).toContain('AUDIT_KEY');
  });

  test('needs a data key: one in a folder beside the database would protect nothing', () => {
    expect(told({ ...issuer, AUDIT_KEY: auditKey })).toContain('DATA_KEY');
  });

  test('needs a key for reports, which is not the one of the audit', () => {
    const others = { ...issuer, AUDIT_KEY: auditKey, DATA_KEY: oneKey };
    expect(told(others)).toContain('REPORT_KEY must be given');
    expect(told({ ...others, REPORT_KEY: auditKey })).toContain('REPORT_KEY must be another key than AUDIT_KEY');
  });

  test('and has all four', () => {
    const config = loadConfig({ ...issuer, AUDIT_KEY: auditKey, DATA_KEY: oneKey, REPORT_KEY: reportKey });
    expect(config).toMatchObject({ production: true, authIssuer: 'https://id.example.cn' });
  });
});
