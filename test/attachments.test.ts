import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { departmentCodes } from '../seeds/reference.js';
import type { Viewer } from '../src/access/viewer.js';
import { Role } from '../src/access/words.js';
import { attachmentJob } from '../src/attachments/attachment.jobs.js';
import { attachmentsOf } from '../src/attachments/attachment.reads.js';
import { attach } from '../src/attachments/attachment.service.js';
import { actingAt } from '../src/jobs/acting.js';
import { byOwnClock } from '../src/jobs/clockwork.js';
import { casesKnown } from '../src/server/cases-known.js';
import { issueToken } from '../src/server/demonstration-issuer.js';
import { requestContext } from '../src/server/request-context.js';
import { type City, openCity, type Person } from './world.js';

const [ours, theirs] = ['91150200MA0T3QT132', '91150203MA0T3QT218'];
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n% 缴款凭证\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const gif = Buffer.from('R0lGODlhAQABAAAAACw=', 'base64');

let city: City;
let enterprise: Person;
let other: Person;
let market: Person;
let tax: Person;
let centre: Person;
let supervisor: Person;
beforeAll(async () => {
  city = await openCity();
  [enterprise, other, market, tax, centre, supervisor] = await Promise.all([
    city.enterprise(ours),
    city.enterprise(theirs),
    city.officer('MARKET'),
    city.officer('TAX'),
    city.official('credit-centre'),
    city.official('supervisor'),
  ]);
});
afterAll(() => city.close());
beforeEach(() => {
  city.logged.length = 0;
});

/** What the door answers: the attachment, or why there is none. */
interface Answered {
  id: string;
  errors: { message: string; extensions: Record<string, unknown> }[];
  [field: string]: unknown;
}

const post = async (person: Person, body: BodyInit, type = 'application/pdf', name: string | null = '缴款凭证.pdf') => {
  const query = name === null ? '' : `?name=${encodeURIComponent(name)}`;
  const init = { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' };
  const response = await person.fetches(`/attachments${query}`, init);
  return { status: response.status, body: (await response.json()) as Answered };
};
const sent = async (person: Person, body: BodyInit = pdf): Promise<string> => {
  const answer = await post(person, body);
  expect(answer.status).toBe(201);
  return answer.body.id;
};
const fetched = async (person: Person, id: string) => {
  const response = await person.fetches(`/attachments/${id}`);
  const { status, headers } = response;
  return { status, headers, bytes: Buffer.from(await response.arrayBuffer()) };
};
const refusedAs = async (answer: ReturnType<typeof post>) => {
  const { status, body } = await answer;
  return [status, body.errors[0]!.extensions.reason];
};
const rows = async (): Promise<number> => (await city.owner('select count(*)::int as n from attachment'))[0].n;
const deeds = (subjectId: string) =>
  city.owner('select deed, role, facts from audit_entry where subject_id = $1 order by id', [subjectId]);

const viewer: Viewer = { role: Role.ENTERPRISE, subject: 'enterprise', uscc: ours };
const acting = (as: Viewer = viewer) => actingAt(city.platform, new Date('2026-11-22T02:00:00Z'), as);
const files = (ids: string[], caseId: string, as = viewer) => {
  const deed = acting(as);
  return deed.em.transactional((em) => attach(em, deed, ids, { kind: 'TRIAL', id: caseId }));
};
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { reason?: string }) => error.reason,
  );

describe('a file comes in', () => {
  test.each([
    ['application/pdf', pdf],
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['Application/PDF; charset=binary', pdf],
  ])('as %s: kept, hashed, in the audit without its name', async (type, bytes) => {
    const { status, body } = await post(enterprise, bytes, type, '张某某缴款凭证');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const mediaType = type.split(';')[0]!.toLowerCase();
    expect([status, body]).toEqual([
      201,
      { id: expect.any(String), name: '张某某缴款凭证', mediaType, size: bytes.length, sha256 },
    ]);
    const facts = { mediaType, size: bytes.length, sha256 };
    expect(await deeds(body.id)).toEqual([{ deed: 'attachment.upload', role: 'ENTERPRISE', facts }]);
    expect((await fetched(enterprise, body.id)).bytes).toEqual(bytes);
    expect(city.logged.join()).not.toContain('张某某');
  });

  test('and is refused when it is none, leaving nothing', async () => {
    const before = await rows();
    const administrator = await city.official('administrator');
    expect(await refusedAs(post(city.anyone, pdf))).toEqual([401, 'AUTHENTICATION_REQUIRED']);
    expect(await refusedAs(post(administrator, pdf))).toEqual([403, 'ROLE_REQUIRED']);
    expect(await refusedAs(post(enterprise, pdf, 'text/html'))).toEqual([400, 'MEDIA_TYPE']);
    expect(await refusedAs(post(enterprise, pdf, 'image/svg+xml'))).toEqual([400, 'MEDIA_TYPE']);
    expect(await refusedAs(post(enterprise, pdf, 'application/pdf', null))).toEqual([400, 'ATTACHMENT_NAME']);
    expect(await refusedAs(post(enterprise, pdf, 'application/pdf', '../a'))).toEqual([400, 'ATTACHMENT_NAME']);
    expect(await refusedAs(post(enterprise, new Uint8Array(), 'application/pdf'))).toEqual([400, 'ATTACHMENT_EMPTY']);
    for (const [bytes, type] of [
      [gif, 'image/png'],
      [png, 'application/pdf'],
      [Buffer.from('<script>'), 'application/pdf'],
      [Buffer.concat([Buffer.from('<html>'), pdf]), 'application/pdf'],
    ] as const) {
      expect(await refusedAs(post(enterprise, bytes, type))).toEqual([400, 'ATTACHMENT_CONTENT']);
    }
    expect(await rows()).toBe(before);
    const [{ n }] = await city.owner(
      "select count(*)::int as n from audit_entry where deed = 'attachment.upload.refused'",
    );
    expect(n).toBe(11);
  });

  test('of 20 MiB and no more, whatever its header says of its length', async () => {
    const most = 20 * 1024 ** 2;
    const large = Buffer.alloc(most, ' ');
    pdf.copy(large);
    const { status, body } = await post(enterprise, large);
    expect([status, body.size]).toEqual([201, most]);
    expect((await fetched(enterprise, body.id)).bytes.equals(large)).toBe(true);
    const before = await rows();
    const larger = Buffer.concat([large, Buffer.from(' ')]);
    expect(await refusedAs(post(enterprise, larger))).toEqual([413, 'BODY_TOO_LARGE']);
    const unknownLength = Readable.toWeb(Readable.from([large, Buffer.alloc(1000)])) as unknown as BodyInit;
    expect(await refusedAs(post(enterprise, unknownLength))).toEqual([413, 'BODY_TOO_LARGE']);
    expect(await rows()).toBe(before);
  });

  test('as long as not too many of a side wait for their cases', async () => {
    const court = await city.officer('COURT');
    const id = await sent(court);
    await city.owner(
      `insert into attachment select overlay(id::text placing lpad(n::text, 12, '0') from 25)::uuid, name, media_type, size, sha256, role, 'colleague', department_code,
         uscc, uploaded_at, kept from attachment, generate_series(2, 60) n where id = $1`,
      [id],
    );
    expect(await refusedAs(post(court, pdf))).toEqual([429, 'ATTACHMENTS_WAITING']);
    await sent(market);
    await files([id], randomUUID(), { role: Role.DEPARTMENT, subject: 'x', department: 'COURT' });
    await sent(court);
  });

  test('whose store fails is refused, and nobody sees what is left', async () => {
    const { put } = city.platform.files;
    Object.defineProperty(city.platform.files, 'put', {
      configurable: true,
      value: async () => {
        throw new Error('the disk is full');
      },
    });
    const answer = await post(enterprise, pdf);
    Object.defineProperty(city.platform.files, 'put', { configurable: true, value: put });
    expect([answer.status, answer.body.errors[0]!.extensions.reason]).toEqual([500, 'FILE_STORE_UNAVAILABLE']);
    expect(JSON.stringify(answer.body)).not.toContain('disk');
    expect(city.logged.join()).toContain('the disk is full');
    const [{ id }] = await city.owner('select id from attachment where not kept');
    expect((await fetched(enterprise, id)).status).toBe(404);
    expect(await refused(files([id], randomUUID()))).toBe('UNKNOWN_ATTACHMENT');
  });
});

/** A server of its own, which is killed while it receives. */
async function killedWhileReceiving(dataDir: string): Promise<void> {
  const variables = {
    ...{ PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' },
    ...{ DATABASE_URL: city.database, DATA_KEY: process.env['TEST_DATA_KEY'] },
  };
  const server = spawn(process.execPath, ['dist/src/main.js'], {
    env: variables,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      let told = '';
      server.stdout.on('data', (piece: Buffer) => {
        told += piece;
        const found = /localhost:(\d+)\/graphql/.exec(told)?.[1];
        if (found) resolve(Number(found));
      });
      server.on('exit', () => reject(new Error(told)));
    });
    const token = await issueToken(dataDir, `enterprise:${ours}`, await departmentCodes());
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.write(
      `POST /attachments?name=a.pdf HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/pdf\r\ncontent-length: 1000000\r\n\r\n`,
    );
    socket.write(Buffer.concat([pdf, Buffer.alloc(500_000)]));
    await pause(200);
  } finally {
    const ended = new Promise((resolve) => server.on('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  }
}

test('a server that is killed while a file comes in leaves neither a row nor a file', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'credit-killed-'));
  const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('credit-upload-'));
  const before = await rows();
  await killedWhileReceiving(dataDir);
  expect(await rows()).toBe(before);
  expect((await readdir(dataDir)).includes('attachments')).toBe(false);
  expect(await left()).toEqual([]);
  await rm(dataDir, { recursive: true });
});

describe('files go with a case', () => {
  test('in the order in which they are named, each once, and are listed with it', async () => {
    const ids = [await sent(enterprise), await sent(enterprise), await sent(enterprise)].reverse();
    const caseId = randomUUID();
    const filed = await files([...ids, ids[0]!], caseId);
    expect(filed.map(({ id }) => id)).toEqual(ids);
    expect(filed[0]).toMatchObject({ caseKind: 'TRIAL', caseId, attachedAt: new Date('2026-11-22T02:00:00Z') });
    const context = requestContext(city.platform, {
      rehearsal: null,
      ...{ viewer, address: '', stated: { purpose: null, caseNumber: null }, language: 'en' as const },
      ...{ requestId: 'r', now: new Date(), log: pino({ level: 'silent' }) },
    });
    const [listed, none] = await Promise.all([
      context.load(attachmentsOf, `TRIAL:${caseId}`),
      context.load(attachmentsOf, `OTHER:${caseId}`),
    ]);
    expect([listed.map(({ id }) => id), none]).toEqual([ids.toSorted(), []]);
    expect(listed[0]).toMatchObject({ name: '缴款凭证.pdf', mediaType: 'application/pdf', role: 'ENTERPRISE' });
    expect(context.reads.statements).toBe(1);
  });

  test('which are their own, unused, and not too many', async () => {
    const [mine, used] = [await sent(enterprise), await sent(enterprise)];
    const caseId = randomUUID();
    await files([used], caseId);
    for (const [ids, reason] of [
      [[mine, randomUUID()], 'UNKNOWN_ATTACHMENT'],
      [[mine, 'x'], 'UNKNOWN_ATTACHMENT'],
      [[mine, await sent(other)], 'UNKNOWN_ATTACHMENT'],
      [[mine, await sent(market)], 'UNKNOWN_ATTACHMENT'],
      [[mine, used], 'ATTACHMENT_USED'],
      [Array.from({ length: 21 }, () => randomUUID()), 'TOO_MANY_ATTACHMENTS'],
    ] as const) {
      expect(await refused(files([...ids], caseId))).toBe(reason);
    }
    const colleague: Viewer = { role: Role.ENTERPRISE, subject: 'colleague', uscc: ours };
    expect(await refused(files([mine], caseId, colleague))).toBe('done');
  });

  test('of two that want the same file one gets it', async () => {
    const ids = [await sent(enterprise), await sent(enterprise)];
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, i) => refused(files(i % 2 ? ids : ids.toReversed(), randomUUID()))),
    );
    expect(outcomes.sort()).toEqual([...Array(5).fill('ATTACHMENT_USED'), 'done']);
  });
});

describe('a file goes out', () => {
  test('to be saved, under its name, and to do nothing in a browser', async () => {
    const { headers, bytes, status } = await fetched(enterprise, await sent(enterprise));
    expect([status, bytes]).toEqual([200, pdf]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': "attachment; filename*=UTF-8''%E7%BC%B4%E6%AC%BE%E5%87%AD%E8%AF%81.pdf",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
  });

  test('to its side and to those who know of its case; for others there is none', async () => {
    const known: string[] = [];
    const map = casesKnown as Record<string, (typeof casesKnown)[string]>;
    map['TRIAL'] = async (context, caseId) => context.viewer.department === 'MARKET' && known.includes(caseId);
    const caseId = randomUUID();
    const id = await sent(enterprise);
    const answers = async (): Promise<number[]> => {
      const people = [enterprise, supervisor, market, tax, other, centre, city.anyone];
      return (await Promise.all(people.map((person) => fetched(person, id)))).map(({ status }) => status);
    };
    expect(await answers()).toEqual([200, 200, 404, 404, 404, 404, 404]);
    await files([id], caseId);
    expect(await answers()).toEqual([200, 200, 404, 404, 404, 404, 404]);
    known.push(caseId);
    expect(await answers()).toEqual([200, 200, 200, 404, 404, 404, 404]);
    delete map['TRIAL'];
    const told = async (person: Person, asked: string) => {
      const { status, bytes } = await fetched(person, asked);
      const [{ message, extensions }] = JSON.parse(bytes.toString()).errors;
      return JSON.stringify([status, message, { ...extensions, requestId: '' }]).replaceAll(asked, 'ID');
    };
    const unknown = randomUUID();
    expect(await told(tax, id)).toBe(await told(tax, unknown));
    expect((await fetched(tax, 'x')).status).toBe(404);
  });

  test('and whoever reads what others sent stands in the audit', async () => {
    const [id, own] = [await sent(market), await sent(market)];
    await Promise.all([fetched(supervisor, id), fetched(tax, id), fetched(market, own)]);
    expect(await deeds(id)).toEqual([
      expect.objectContaining({ deed: 'attachment.upload' }),
      { deed: 'attachment.read', role: 'SUPERVISOR', facts: { case: null, caseId: null } },
    ]);
    expect(await deeds(own)).toHaveLength(1);
  });

  test('as it came, or not at all', async () => {
    const id = await sent(enterprise);
    const keep = (bytes: Buffer, of = id) =>
      city.platform.files.put(of, { size: 0, sha256: '', mediaType: '', content: () => Readable.from([bytes]) });
    const damages = [
      () => keep(Buffer.from(pdf.toString().replace('凭证', '证明'))),
      () => keep(pdf.subarray(1)),
      () => city.platform.files.remove(id),
    ];
    for (const damage of damages) {
      await damage();
      const { status, bytes } = await fetched(enterprise, id);
      const [error] = JSON.parse(bytes.toString()).errors;
      expect([status, error.extensions.reason]).toEqual([500, 'FILE_STORE_UNAVAILABLE']);
      expect(bytes.toString()).not.toMatch(/tmp|ENOENT/);
    }
    expect(city.logged.join()).toContain('an attachment was changed in the store');
    expect(city.logged.join()).toContain('an attachment is missing or damaged');
    const large = Buffer.alloc(1_000_000, '.');
    pdf.copy(large);
    const largeId = await sent(enterprise, large);
    large[999_999] = 0;
    await keep(large, largeId);
    await expect(fetched(enterprise, largeId)).rejects.toThrow();
  });
});

describe('what no case has taken', () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const clean = (now: Date) => attachmentJob(city.platform).run(now, byOwnClock);

  test('is removed after a day by the clock of the machine, whatever day a rehearsal sets', async () => {
    city.on('2026-03-01T02:00:00Z');
    const [unused, used] = [await sent(enterprise), await sent(enterprise)];
    city.on(new Date().toISOString());
    await files([used], randomUUID());
    await clean(inHours(23));
    expect((await fetched(enterprise, unused)).status).toBe(200);
    await clean(inHours(24.1));
    await clean(inHours(24.1));
    expect((await fetched(enterprise, unused)).status).toBe(404);
    expect(await city.platform.files.get(unused)).toBeNull();
    expect((await fetched(enterprise, used)).status).toBe(200);
    expect(await refused(files([unused], randomUUID()))).toBe('UNKNOWN_ATTACHMENT');
    expect((await deeds(unused)).map(({ deed }) => deed)).toEqual(['attachment.upload', 'attachment.discard']);
    expect(await city.owner('select id from attachment where not kept')).toEqual([]);
  });

  test('is left alone while a deed takes it, and found again when the store has failed', async () => {
    const [taken, stuck] = [await sent(enterprise), await sent(enterprise)];
    const deed = acting();
    await deed.em.transactional(async (em) => {
      await attach(em, deed, [taken], { kind: 'TRIAL', id: randomUUID() });
      await em.flush();
      const files = { remove: () => Promise.reject(new Error('unreachable')) } as never;
      await expect(attachmentJob({ ...city.platform, files }).run(inHours(25), byOwnClock)).rejects.toThrow(
        'unreachable',
      );
    });
    expect((await fetched(enterprise, taken)).status).toBe(200);
    expect((await fetched(enterprise, stuck)).status).toBe(404);
    await clean(inHours(25));
    expect(await city.owner('select id from attachment where id = $1', [stuck])).toEqual([]);
  });
});
