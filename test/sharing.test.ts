import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runJobs } from '../src/jobs/clockwork.js';
import { jobs } from '../src/platform.js';
import { type City, openCity, type Person } from './world.js';

const serious = '91150204MA0T3QT3XE';
const unknownId = '0190f5b0-0000-7000-8000-000000000000';

let city: City;
let finance: Person;
let tax: Person;
let services: Person;
let court: Person;
let centre: Person;
let supervisor: Person;
beforeAll(async () => {
  city = await openCity();
  [finance, tax, services, court] = (await Promise.all(
    ['FINANCE', 'TAX', 'SERVICES', 'COURT'].map((code) => city.officer(code)),
  )) as [Person, Person, Person, Person];
  centre = await city.official('credit-centre');
  supervisor = await city.official('supervisor');
});
afterAll(() => city.close());

const day = (date: string) => city.on(`${date}T02:00:00Z`);
beforeEach(() => day('2026-09-24'));

const shown = `id number state purpose basis scene fields method termDays termUntil approval escalated missing validFrom validUntil
  requester { code } provider { code } item { code }
  deadline { dueOn startedOn length unit basis overdue calendarEdition skipped { day why } }
  steps { step from to at by department { code } account reason basis document dueOn law }
  dispute { brought { reason } settled { step document } }
  availableSteps { step to says basis }
  uses(first: 10) { totalCount edges { node { scene result storage disposal account } } }`;

const does = (person: Person, deed: string, input: object) =>
  person.asks(
    `mutation ($input: ${deed[0]!.toUpperCase()}${deed.slice(1)}Input!) { ${deed}(input: $input) { ${shown} } }`,
    { input },
  );
/** Does the deed and gives the request as it then is. */
const done = async (person: Person, deed: string, input: object): Promise<any> => {
  const { data, refusals } = await does(person, deed, input);
  expect(refusals).toEqual([]);
  return data[deed];
};
const refusal = async (person: Person, deed: string, input: object) =>
  (await does(person, deed, input)).refusals[0]?.extensions;

const wish = {
  item: 'TAX_GRADE',
  purpose: 'PROCUREMENT',
  basis: '《政府采购法》第二十二条',
  scene: '供应商资格审查',
  method: 'INTERFACE',
  days: 90,
  approval: '包财数〔2026〕1号',
};
const asked = (more: object = {}) => done(finance, 'requestSharing', { ...wish, ...more });
const agreed = async (id: string) => done(tax, 'decideSharing', { id, decision: 'AGREE' });
const delivered = async (id: string) => done(tax, 'deliverSharing', { id, delivery: '接口一' });
const find = async (person: Person, id: string) =>
  (await person.asks(`query ($id: ID!) { sharingRequest(id: $id) { ${shown} } }`, { id })).data?.sharingRequest;

/** Ends whatever is open of the item and the purpose, so that the next test can ask anew. */
const settleOpen = async () => {
  await city.platform.pool.query(`update sharing_request set state = 'WITHDRAWN', started_on = null, due_on = null
    where requester_code in ('FINANCE', 'SERVICES') and state not in ('WITHDRAWN', 'DISPOSED')`);
};
const runTheClock = (instant: string) =>
  runJobs(
    {
      pool: city.platform.pool,
      jobs: jobs(city.platform),
      log: {
        info: () => {},
        error: (line: object) => {
          throw line;
        },
      } as never,
    },
    new Date(instant),
  );

const purpose = { 'credit-purpose': 'PROCUREMENT', 'credit-case': '2026-0317' };
const grades = async (person: Person) => {
  const { data, withheld } = await person.asks(
    `{ entity(uscc: "${serious}") { records(filter: { item: "TAX_GRADE" }) { totalCount } } }`,
    {},
    purpose,
  );
  return { count: data.entity.records.totalCount as number, reason: withheld[0]?.reason };
};

describe('a request from its submission to the disposal of the data', () => {
  let id: string;

  test('is submitted with a number, the clock of art. 21 and its arithmetic', async () => {
    const request = await asked();
    id = request.id;
    expect(request).toMatchObject({
      number: expect.stringMatching(/^S-20260924-\d{6}$/),
      state: 'SUBMITTED',
      requester: { code: 'FINANCE' },
      provider: { code: 'TAX' },
      item: { code: 'TAX_GRADE' },
      missing: [],
      escalated: false,
      validFrom: null,
      deadline: {
        dueOn: '2026-10-15',
        startedOn: '2026-09-24',
        length: 10,
        unit: 'WORKING_DAYS',
        basis: 'State Council Order 809 (政务数据共享条例), art. 21',
        overdue: false,
      },
      steps: [
        {
          step: 'submit',
          from: null,
          to: 'SUBMITTED',
          by: 'REQUESTER',
          document: '包财数〔2026〕1号',
          dueOn: '2026-10-15',
        },
      ],
      availableSteps: [{ step: 'withdraw', to: 'WITHDRAWN' }],
    });
    expect(request.deadline.skipped.map((one: any) => one.day)).toContain('2026-10-01');
    expect(await grades(finance)).toEqual({ count: 0, reason: 'GRANT_REQUIRED' });
  });

  test('awaits the provider, and no one else', async () => {
    const awaiting = async (person: Person) => {
      const { data } = await person.asks(
        '{ sharingRequests(filter: { awaitingMe: true, item: "TAX_GRADE" }) { totalCount edges { node { id } } } }',
      );
      return data.sharingRequests.edges.map(({ node }: any) => node.id);
    };
    expect(await awaiting(tax)).toEqual([id]);
    for (const person of [finance, services, centre, supervisor, court]) expect(await awaiting(person)).toEqual([]);
  });

  test('is agreed to: still nothing is open, but the delivery is due in twenty working days', async () => {
    const request = await agreed(id);
    expect(request).toMatchObject({ state: 'AGREED', deadline: { dueOn: '2026-10-29', length: 20 } });
    expect(await grades(finance)).toEqual({ count: 0, reason: 'GRANT_REQUIRED' });
  });

  test('is delivered: the item is open on the next request, for the purpose, to the end of the term', async () => {
    day('2026-10-12');
    const request = await delivered(id);
    expect(request).toMatchObject({
      state: 'IN_USE',
      validFrom: '2026-10-12',
      validUntil: '2027-01-10',
      deadline: { dueOn: '2027-01-10', unit: 'UNTIL_DATE', length: null },
    });
    expect(await grades(finance)).toEqual({ count: 2, reason: 'WITHDRAWN' });
    expect(
      (await finance.asks(`{ entity(uscc: "${serious}") { records(filter: { item: "TAX_GRADE" }) { totalCount } } }`))
        .withheld[0]!.reason,
    ).toBe('PURPOSE_REQUIRED');
    day('2027-01-10');
    expect((await grades(finance)).count).toBe(2);
    day('2027-01-11');
    expect(await grades(finance)).toEqual({ count: 0, reason: 'GRANT_EXPIRED' });
  });

  test('its use is reported by the requester, added and never changed', async () => {
    day('2026-10-20');
    const report = { id, scene: '资格审查', result: '37家次', storage: '不留存' };
    await done(finance, 'reportSharingUse', report);
    const { uses } = await done(finance, 'reportSharingUse', { ...report, scene: '复核', disposal: '已删除' });
    expect([uses.totalCount, uses.edges.map(({ node }: any) => node.scene)]).toEqual([2, ['复核', '资格审查']]);
    expect(await refusal(tax, 'reportSharingUse', report)).toMatchObject({ reason: 'STEP_NOT_YOURS' });
    expect(await refusal(finance, 'reportSharingUse', { ...report, result: ' ' })).toMatchObject({
      code: 'BAD_INPUT',
      reason: 'STATEMENT_MISSING',
      field: 'result',
    });
  });

  test('is suspended for misuse, with a reason only: closed at once; resumed: open again', async () => {
    day('2026-10-20');
    expect(await refusal(tax, 'endSharing', { id, how: 'SUSPEND', reason: ' ' })).toMatchObject({
      reason: 'REASON_REQUIRED',
      basis: expect.stringContaining('27'),
    });
    expect((await grades(finance)).count).toBe(2);
    await done(tax, 'endSharing', { id, how: 'SUSPEND', reason: '超范围使用' });
    expect(await grades(finance)).toEqual({ count: 0, reason: 'GRANT_EXPIRED' });
    expect((await done(tax, 'endSharing', { id, how: 'RESUME' })).deadline.dueOn).toBe('2027-01-10');
    expect((await grades(finance)).count).toBe(2);
  });

  test('is completed by the requester alone: closed at once', async () => {
    day('2026-10-20');
    expect(await refusal(tax, 'endSharing', { id, how: 'COMPLETE' })).toMatchObject({ reason: 'STEP_NOT_YOURS' });
    await done(finance, 'endSharing', { id, how: 'COMPLETE', reason: '采购结束' });
    expect(await grades(finance)).toEqual({ count: 0, reason: 'GRANT_EXPIRED' });
  });

  test('the data are disposed of, with evidence', async () => {
    day('2026-10-21');
    expect(await refusal(finance, 'disposeShared', { id, evidence: '  ' })).toMatchObject({
      reason: 'DISPOSAL_UNPROVEN',
    });
    const request = await done(finance, 'disposeShared', { id, evidence: '销毁记录1号' });
    expect(request).toMatchObject({ state: 'DISPOSED', deadline: null, availableSteps: [] });
    expect(request.steps.map((one: any) => one.step)).toEqual([
      ...['submit', 'agree', 'deliver', 'suspend', 'resume', 'complete', 'dispose'],
    ]);
  });

  test('every step is a deed in the audit, with who took it', async () => {
    const { rows } = await city.platform.pool.query(
      'select deed, on_behalf_of from audit_entry where subject_id = $1 order by id',
      [id],
    );
    expect(rows.map(({ deed, on_behalf_of }) => `${deed} ${on_behalf_of}`)).toEqual([
      'sharing.submit FINANCE',
      'sharing.agree TAX',
      'sharing.deliver TAX',
      'sharing.reportUse FINANCE',
      'sharing.reportUse FINANCE',
      'sharing.suspend TAX',
      'sharing.resume TAX',
      'sharing.complete FINANCE',
      'sharing.dispose FINANCE',
    ]);
  });

  test('the account of a step is for its own department and the supervisor', async () => {
    const accounts = async (person: Person) =>
      (await find(person, id)).steps
        .map((one: any) => `${one.by} ${one.account === null ? '-' : 'account'}`)
        .slice(0, 2);
    expect(await accounts(finance)).toEqual(['REQUESTER account', 'PROVIDER -']);
    expect(await accounts(tax)).toEqual(['REQUESTER -', 'PROVIDER account']);
    expect(await accounts(services)).toEqual(['REQUESTER -', 'PROVIDER -']);
    expect(await accounts(supervisor)).toEqual(['REQUESTER account', 'PROVIDER account']);
  });
});

describe('who knows of a request', () => {
  test('its departments, the data authority, the credit centre, the supervisor; for others there is none', async () => {
    await settleOpen();
    const { id } = await asked();
    for (const person of [finance, tax, services, centre, supervisor])
      expect(await find(person, id)).toMatchObject({ id });
    expect(await find(court, id)).toBeNull();
    const list = (person: Person) =>
      person.asks('{ sharingRequests(first: 100) { totalCount edges { node { id } } } }');
    const ids = async (person: Person) =>
      (await list(person)).data.sharingRequests.edges.map(({ node }: any) => node.id);
    expect(await ids(supervisor)).toContain(id);
    expect((await list(court)).data.sharingRequests).toEqual({ totalCount: 0, edges: [] });
    const { data } = await court.asks('{ sharingRequests(filter: { requester: "FINANCE" }) { totalCount } }');
    expect(data.sharingRequests.totalCount).toBe(0);
    const unknown = await refusal(court, 'decideSharing', { id: unknownId, decision: 'AGREE' });
    const hidden = await refusal(court, 'decideSharing', { id, decision: 'AGREE' });
    expect({ ...hidden, requestId: '' }).toEqual({ ...unknown, requestId: '' });
    expect(hidden).toMatchObject({ code: 'NOT_FOUND', reason: 'SHARING_REQUEST_UNKNOWN' });
  });

  test('nobody outside of government may ask', async () => {
    const people = [
      city.anyone,
      await city.enterprise(serious),
      await city.official('administrator'),
      await city.official('arrears-admin'),
    ];
    for (const person of people) {
      const { refusals } = await person.asks('{ sharingRequests { totalCount } }');
      expect(['ROLE_REQUIRED', 'AUTHENTICATION_REQUIRED']).toContain(refusals[0]!.extensions.reason);
      expect(await refusal(person, 'requestSharing', wish)).toMatchObject({
        reason: expect.stringMatching(/ROLE_REQUIRED|AUTHENTICATION_REQUIRED/),
      });
    }
  });

  test('the list goes page by page, filtered by state, item and department', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await supervisor.asks(
        'query ($a: String) { sharingRequests(first: 1, after: $a) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }',
        { a: after },
      );
      seen.push(data.sharingRequests.edges[0].node.id);
      after = data.sharingRequests.pageInfo.hasNextPage ? data.sharingRequests.pageInfo.endCursor : null;
      if (after === null) expect(seen.length).toBe(data.sharingRequests.totalCount);
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    const { data } = await supervisor.asks(
      '{ sharingRequests(filter: { state: IN_USE, item: "TAX_GRADE", provider: "TAX", requester: "HOUSING" }) { edges { node { state requester { code } } } } }',
    );
    expect(data.sharingRequests.edges).toEqual([{ node: { state: 'IN_USE', requester: { code: 'HOUSING' } } }]);
  });

  test('the steps of many requests take one statement', async () => {
    const { statements } = await supervisor.asks(
      '{ sharingRequests(first: 100) { edges { node { steps { step } availableSteps { step } dispute { brought { step } } deadline { dueOn } } } } }',
    );
    expect(statements).toBe(2);
  });
});

describe('what is refused at the door', () => {
  beforeEach(settleOpen);
  test.each<[string, object, object]>([
    [
      'an item that is not shared, with its legal basis',
      { item: 'DISCIPLINE_BRIBERY' },
      { code: 'REFUSED', reason: 'ITEM_NOT_SHARED', basis: expect.stringMatching(/arts 14-15.*《/) },
    ],
    [
      "one's own item",
      { item: 'FINANCE_SUBSIDY', purpose: 'FUNDING' },
      { code: 'REFUSED', reason: 'SHARING_OWN_ITEM' },
    ],
    [
      'a purpose outside the mandate',
      { purpose: 'LITIGATION' },
      { code: 'REFUSED', reason: 'PURPOSE_OUTSIDE_MANDATE' },
    ],
    ['reading about oneself as a purpose', { purpose: 'OWN_RECORD' }, { reason: 'PURPOSE_OUTSIDE_MANDATE' }],
    ['a purpose that does not open the item', { item: 'MARKET_REGISTRATION' }, { reason: 'PURPOSE_DOES_NOT_OPEN' }],
    ['an unknown item', { item: 'NOPE' }, { code: 'NOT_FOUND', reason: 'UNKNOWN_ITEM' }],
    ['an unknown field', { fields: ['NOPE'] }, { code: 'BAD_INPUT', reason: 'SHARING_FIELD', field: 'NOPE' }],
    ['no approval', { approval: ' ' }, { code: 'BAD_INPUT', reason: 'STATEMENT_MISSING', field: 'approval' }],
    ['a term that is over', { until: '2026-09-23' }, { code: 'BAD_INPUT', reason: 'SHARING_TERM' }],
    ['a term without end', { until: '9999-12-31' }, { code: 'BAD_INPUT', reason: 'SHARING_TERM' }],
    ['a term of no days', { days: 0 }, { code: 'BAD_INPUT', reason: 'SHARING_TERM_DAYS' }],
    ['an endless text', { scene: 'x'.repeat(2001) }, { code: 'BAD_INPUT', reason: 'TEXT_TOO_LONG', field: 'scene' }],
  ])('%s', async (_what, more, told) => {
    expect(await refusal(finance, 'requestSharing', { ...wish, ...more })).toMatchObject(told);
  });

  test('a second open request for the same item and purpose, however many are sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => does(finance, 'requestSharing', wish)));
    const reasons = answers.map(({ refusals }) => refusals[0]?.extensions.reason ?? 'made').sort();
    expect(reasons).toEqual([...Array(4).fill('SHARING_OPEN_ALREADY'), 'made']);
    expect(await refusal(finance, 'requestSharing', wish)).toMatchObject({ code: 'CONFLICT' });
    await asked({ item: 'HRSS_SOCIAL_INSURANCE_ARREARS' });
    await asked({ purpose: 'FUNDING' });
  });

  test('one that was withdrawn makes room', async () => {
    const { id } = await asked();
    expect(await refusal(tax, 'endSharing', { id, how: 'WITHDRAW' })).toMatchObject({ reason: 'STEP_NOT_YOURS' });
    await done(finance, 'endSharing', { id, how: 'WITHDRAW' });
    await asked();
  });

  test('a clock that would run into a year without an official calendar', async () => {
    day('2026-12-25');
    expect(await refusal(finance, 'requestSharing', { ...wish, until: '2027-06-30' })).toMatchObject({
      reason: 'CALENDAR_MISSING',
      year: '2027',
    });
  });
});

describe('the answer', () => {
  beforeEach(settleOpen);

  test('what is shared without condition is answered in one working day', async () => {
    const request = await asked({ item: 'MARKET_PENALTY' });
    expect(request.deadline).toMatchObject({ dueOn: '2026-09-28', length: 1 });
  });

  test('what is missing is told once, never a reason to refuse outright; supplied, the clock begins anew', async () => {
    const { id, missing } = await asked({ scene: ' ', method: null });
    expect(missing).toEqual(['SCENE', 'METHOD']);
    const grounds = { reason: '材料不全', basis: '条例' };
    expect(await refusal(tax, 'decideSharing', { id, decision: 'REFUSE', ...grounds })).toMatchObject({
      code: 'REFUSED',
      reason: 'SHARING_TELL_MISSING_FIRST',
      missing: 'SCENE, METHOD',
    });
    expect(await refusal(tax, 'decideSharing', { id, decision: 'AGREE' })).toMatchObject({
      reason: 'SHARING_INCOMPLETE',
    });
    expect(await refusal(tax, 'decideSharing', { id, decision: 'SUPPLEMENT' })).toMatchObject({
      reason: 'REASON_REQUIRED',
    });
    const told = await done(tax, 'decideSharing', { id, decision: 'SUPPLEMENT', reason: '请说明场景和方式' });
    expect(told).toMatchObject({ state: 'NEED_SUPPLEMENT', deadline: null });
    expect(await refusal(tax, 'supplementSharing', { id, scene: 'x' })).toMatchObject({ reason: 'STEP_NOT_YOURS' });
    expect(await refusal(finance, 'supplementSharing', { id, fields: ['NOPE'] })).toMatchObject({
      reason: 'SHARING_FIELD',
    });
    day('2026-10-08');
    const supplied = await done(finance, 'supplementSharing', { id, scene: '资格审查', method: 'FILE' });
    expect(supplied).toMatchObject({
      state: 'SUBMITTED',
      missing: [],
      basis: wish.basis,
      scene: '资格审查',
      deadline: { startedOn: '2026-10-08', dueOn: '2026-10-21' },
    });
    expect(await refusal(tax, 'decideSharing', { id, decision: 'SUPPLEMENT', reason: '再补' })).toMatchObject({
      reason: 'STEP_ONLY_ONCE',
    });
  });

  test('a refusal states reason and basis', async () => {
    const { id } = await asked();
    for (const grounds of [{}, { reason: '不便提供' }, { basis: '条例' }]) {
      expect(await refusal(tax, 'decideSharing', { id, decision: 'REFUSE', ...grounds })).toMatchObject({
        reason: 'GROUNDS_REQUIRED',
      });
    }
    const request = await done(tax, 'decideSharing', {
      id,
      decision: 'REFUSE',
      reason: '超出职责',
      basis: '条例第二十五条',
    });
    expect(request).toMatchObject({ state: 'REFUSED', deadline: null });
    expect(request.steps.at(-1)).toMatchObject({
      reason: '超出职责',
      basis: '条例第二十五条',
      law: expect.stringContaining('art. 21'),
    });
    expect((await find(finance, id)).availableSteps.map((one: any) => one.step)).toEqual(['dispute']);
  });

  test('is extended once, with consent, in time, by ten working days at most', async () => {
    const { id } = await asked();
    const extend = (more: object) => ({ id, decision: 'EXTEND', consent: '包政数函〔2026〕3号', ...more });
    expect(await refusal(tax, 'decideSharing', extend({ consent: null }))).toMatchObject({
      reason: 'EXTENSION_NEEDS_CONSENT',
    });
    expect(await refusal(tax, 'decideSharing', extend({ until: '2026-10-30' }))).toMatchObject({
      reason: 'SHARING_TERM',
      earliest: '2026-10-16',
      latest: '2026-10-29',
    });
    expect(await refusal(tax, 'decideSharing', extend({ until: '2026-10-15' }))).toMatchObject({
      reason: 'SHARING_TERM',
    });
    day('2026-10-16');
    expect(await refusal(tax, 'decideSharing', extend({}))).toMatchObject({ reason: 'EXTENSION_TOO_LATE' });
    day('2026-10-15');
    const request = await done(tax, 'decideSharing', extend({}));
    expect(request).toMatchObject({
      state: 'EXTENDED',
      deadline: { startedOn: '2026-10-15', dueOn: '2026-10-29', length: 10 },
    });
    expect(request.steps.at(-1).document).toBe('包政数函〔2026〕3号');
    expect(await refusal(tax, 'decideSharing', extend({}))).toMatchObject({ reason: 'STEP_NOT_ALLOWED_FROM' });
  });

  test('an extension to a nearer day is told as that day', async () => {
    const { id } = await asked();
    const request = await done(tax, 'decideSharing', { id, decision: 'EXTEND', consent: '函3号', until: '2026-10-20' });
    expect(request.deadline).toMatchObject({ dueOn: '2026-10-20', unit: 'UNTIL_DATE', length: null });
  });

  test('can narrow the term, not widen it', async () => {
    const { id } = await asked({ days: null, until: '2027-03-31' });
    expect(await refusal(tax, 'decideSharing', { id, decision: 'AGREE', until: '2027-04-01' })).toMatchObject({
      reason: 'SHARING_TERM',
      latest: '2027-03-31',
    });
    await done(tax, 'decideSharing', { id, decision: 'AGREE', until: '2026-12-31' });
    expect(await delivered(id)).toMatchObject({ validUntil: '2026-12-31' });
  });

  test('of two who decide at once one decides; the other is told what became of it', async () => {
    const { id } = await asked();
    const answers = await Promise.all([
      does(tax, 'decideSharing', { id, decision: 'AGREE' }),
      does(tax, 'decideSharing', { id, decision: 'REFUSE', reason: 'r', basis: 'b' }),
    ]);
    const lost = answers.filter(({ refusals }) => refusals.length > 0);
    expect(lost.length).toBe(1);
    expect(lost[0]!.refusals[0]!.extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'STEP_NOT_ALLOWED_FROM',
      state: expect.stringMatching(/AGREED|REFUSED/),
    });
    expect((await find(tax, id)).steps.length).toBe(2);
  });

  test('nobody answers in the place of the provider', async () => {
    const { id } = await asked();
    for (const person of [finance, services]) {
      expect(await refusal(person, 'decideSharing', { id, decision: 'AGREE' })).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'STEP_NOT_YOURS',
      });
    }
    for (const person of [centre, supervisor]) {
      expect(await refusal(person, 'decideSharing', { id, decision: 'AGREE' })).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'ROLE_REQUIRED',
      });
    }
  });

  test('what was never delivered has no use to report; what is past its term is not delivered', async () => {
    const { id } = await asked({ days: null, until: '2026-09-30' });
    expect(await refusal(finance, 'reportSharingUse', { id, scene: 's', result: 'r', storage: 's' })).toMatchObject({
      reason: 'NEVER_DELIVERED',
    });
    await agreed(id);
    day('2026-10-01');
    expect(await refusal(tax, 'deliverSharing', { id })).toMatchObject({
      reason: 'DELIVERY_AFTER_TERM',
      until: '2026-09-30',
    });
  });
});

describe('fields that are asked for by name', () => {
  beforeEach(settleOpen);

  test('are shown whole under the grant, and not beyond it', async () => {
    const phone = async () => {
      const { data } = await finance.asks(
        '{ records(filter: { item: "HRSS_SOCIAL_INSURANCE_ARREARS" }, first: 100) { edges { node { fields { key value state } } } } }',
        {},
        purpose,
      );
      return data.records.edges
        .map(({ node }: any) => node.fields.find((one: any) => one.key === 'LXDH'))
        .filter(({ state }: any) => state !== 'EMPTY')[0];
    };
    const hrss = await city.officer('HRSS');
    for (const [fields, state] of [
      [[], 'MASKED'],
      [['LXDH'], 'SHOWN'],
    ] as const) {
      const { id } = await asked({ item: 'HRSS_SOCIAL_INSURANCE_ARREARS', fields });
      await done(hrss, 'decideSharing', { id, decision: 'AGREE' });
      await done(hrss, 'deliverSharing', { id });
      expect((await phone())?.state).toBe(state);
      await done(hrss, 'endSharing', { id, how: 'TERMINATE', reason: '测试' });
      expect(await phone()).toBeUndefined();
    }
  });
});

describe('the clock', () => {
  beforeEach(settleOpen);

  test('silence escalates the day after the deadline, once, and grants nothing', async () => {
    const { id } = await asked();
    await runTheClock('2026-10-15T15:59:00Z');
    expect(await find(tax, id)).toMatchObject({ state: 'SUBMITTED' });
    await runTheClock('2026-10-15T16:00:00Z');
    await runTheClock('2026-10-16T16:00:00Z');
    day('2026-10-16');
    const request = await find(services, id);
    expect(request).toMatchObject({ state: 'ESCALATED', escalated: true, deadline: null });
    expect(request.steps.map((one: any) => `${one.step} ${one.by}`)).toEqual(['submit REQUESTER', 'escalate CLOCK']);
    expect(await grades(finance)).toEqual({ count: 0, reason: expect.stringMatching(/GRANT/) });
    const { rows } = await city.platform.pool.query(
      "select actor, role from audit_entry where subject_id = $1 and deed = 'sharing.escalate'",
      [id],
    );
    expect(rows).toEqual([{ actor: 'platform', role: 'ADMINISTRATOR' }]);
    expect(await agreed(id)).toMatchObject({ state: 'AGREED', escalated: true });
  });

  test('a delivery that is late is told, and can still be made', async () => {
    const { id } = await asked();
    await agreed(id);
    await runTheClock('2026-10-30T02:00:00Z');
    day('2026-10-30');
    expect(await find(finance, id)).toMatchObject({ state: 'DELIVERY_OVERDUE', escalated: true });
    expect(await delivered(id)).toMatchObject({ state: 'IN_USE', validFrom: '2026-10-30' });
  });

  test('a term ends by itself; the requester then disposes of the data', async () => {
    const { id } = await asked({ days: 1 });
    await agreed(id);
    await delivered(id);
    await runTheClock('2026-09-25T02:00:00Z');
    expect(await find(finance, id)).toMatchObject({ state: 'IN_USE' });
    await runTheClock('2026-09-26T02:00:00Z');
    expect(await find(finance, id)).toMatchObject({ state: 'EXPIRED', escalated: false });
    expect(await done(finance, 'disposeShared', { id, evidence: '记录' })).toMatchObject({ state: 'DISPOSED' });
  });
});

describe('a dispute', () => {
  beforeEach(settleOpen);
  const refused = async (person = finance, more: object = {}) => {
    const { id } = await done(person, 'requestSharing', { ...wish, ...more });
    await done(tax, 'decideSharing', { id, decision: 'REFUSE', reason: 'r', basis: 'b' });
    return id;
  };

  test('is brought by the requester with a statement, and settled by the data authority', async () => {
    const id = await refused();
    expect(await refusal(tax, 'disputeSharing', { id, statement: 's' })).toMatchObject({ reason: 'STEP_NOT_YOURS' });
    expect(await refusal(finance, 'disputeSharing', { id, statement: ' ' })).toMatchObject({
      reason: 'REASON_REQUIRED',
    });
    await done(finance, 'disputeSharing', { id, statement: '属法定职责' });
    const share = { id, decision: 'SHARE', document: '包政数协〔2026〕1号' };
    for (const person of [finance, tax]) {
      expect(await refusal(person, 'settleSharingDispute', share)).toMatchObject({ reason: 'STEP_NOT_YOURS' });
    }
    expect(await refusal(centre, 'settleSharingDispute', share)).toMatchObject({ reason: 'STEP_NOT_YOURS' });
    const request = await done(services, 'settleSharingDispute', share);
    expect(request).toMatchObject({
      state: 'AGREED',
      dispute: { brought: { reason: '属法定职责' }, settled: { step: 'overrule', document: '包政数协〔2026〕1号' } },
    });
    expect(await delivered(id)).toMatchObject({ state: 'IN_USE' });
  });

  test('a refusal is upheld with reason and basis, for good', async () => {
    const id = await refused();
    await done(finance, 'disputeSharing', { id, statement: '属法定职责' });
    expect(await refusal(services, 'settleSharingDispute', { id, decision: 'UPHOLD' })).toMatchObject({
      reason: 'GROUNDS_REQUIRED',
    });
    await done(services, 'settleSharingDispute', { id, decision: 'UPHOLD', reason: 'r', basis: 'b' });
    expect(await refusal(finance, 'disputeSharing', { id, statement: 's' })).toMatchObject({ code: 'CONFLICT' });
  });

  test('nobody settles its own: where the data authority asks, the credit centre does', async () => {
    const id = await refused(services, { purpose: 'FAST_TRACK' });
    await done(services, 'disputeSharing', { id, statement: 's' });
    const share = { id, decision: 'SHARE' };
    expect(await refusal(services, 'settleSharingDispute', share)).toMatchObject({ reason: 'STEP_NOT_YOURS' });
    const { data } = await centre.asks('{ sharingRequests(filter: { awaitingMe: true }) { edges { node { id } } } }');
    expect(data.sharingRequests.edges).toEqual([{ node: { id } }]);
    expect(await done(centre, 'settleSharingDispute', share)).toMatchObject({ state: 'AGREED' });
  });

  test('a refusal is not disputed while the same is asked for anew', async () => {
    const id = await refused();
    await asked();
    expect(await refusal(finance, 'disputeSharing', { id, statement: 's' })).toMatchObject({
      reason: 'SHARING_OPEN_ALREADY',
    });
  });

  test('silence is disputed too', async () => {
    const { id } = await asked();
    await runTheClock('2026-10-16T02:00:00Z');
    expect(await done(finance, 'disputeSharing', { id, statement: '逾期未答复' })).toMatchObject({ state: 'DISPUTED' });
  });
});

describe('the demonstration city', () => {
  test('has a grant in use, a request to be answered and one that has ended', async () => {
    const housing = await city.officer('HOUSING');
    const { data } = await supervisor.asks(
      '{ sharingRequests(filter: { provider: "TAX" }, first: 100) { edges { node { requester { code } state validUntil } } } }',
    );
    const states = data.sharingRequests.edges.map(({ node }: any) => `${node.requester.code} ${node.state}`);
    expect(states).toEqual(expect.arrayContaining(['HOUSING IN_USE', 'MIIT DISPOSED']));
    day('2026-11-22');
    expect((await grades(housing)).count).toBe(2);
  });
});
