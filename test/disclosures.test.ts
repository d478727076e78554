import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { disclosureJob, disclosureOverdueJob } from '../src/disclosures/disclosure.jobs.js';
import { type Round, runJobs } from '../src/jobs/clockwork.js';
import { contractOf, pays, reasonsOf, registers, supplier } from './world/procurement.js';
import { type Answer, type City, openCity, type Person } from './world.js';

let city: City;
let housing: Person;
let colleague: Person;
let market: Person;
let seller: Person;
let admin: Person;
let supervisor: Person;
/** Code of the market bureau as an agency. */
const bureau = '1115020001T3QT1233';
/** Contracts of the housing bureau: nothing paid, paid in part, paid wholly. */
const contracts: string[] = [];
beforeAll(async () => {
  city = await openCity();
  [housing, colleague, market, seller, admin, supervisor] = await Promise.all([
    city.officer('HOUSING'),
    city.officer('HOUSING', 'wang'),
    city.officer('MARKET'),
    city.enterprise(supplier),
    city.official('arrears-admin'),
    city.official('supervisor'),
  ]);
  // the seeds have contracts of their own: they are no part of these figures
  await city.owner('truncate public_contract cascade');
  at('2026-11-23T09:00:00+08:00');
  for (const [number, amount] of [
    ['HT-1', '10000.00'],
    ['HT-2', '8000.50'],
    ['HT-3', '500.00'],
  ] as const) {
    const { data } = await registers(seller, contractOf(number, amount, {}, { deliveredOn: '2026-03-02' }));
    contracts.push(data.it.id);
  }
  // due on the last day of the year, which is not overdue at its end; and on a day of a year without a calendar
  for (const [number, agreedDays] of [
    ['HT-4', 59],
    ['HT-5', 60],
  ] as const) {
    const input = contractOf(number, '99.00', {}, { deliveredOn: '2026-11-02', agreedDays });
    const { data } = await registers(seller, input);
    expect(data.it.payables[0].dueOn).toBe(agreedDays === 59 ? '2026-12-31' : null);
  }
  await pays(seller, contracts[1]!, '3000.25', '2026-06-01', 'V-1');
  await pays(seller, contracts[2]!, '500.00', '2026-11-01', 'V-2');
});
afterAll(() => city.close());

const at = (instant: string) => city.on(instant);

/** Lets the clock do what is due at an instant. */
async function clock(instant: string, round?: Round): Promise<void> {
  at(instant);
  const log = { info: () => undefined, error: ({ err }: any) => expect(err).toBeUndefined() } as never;
  const jobs = [disclosureJob(city.platform), disclosureOverdueJob(city.platform)];
  await runJobs({ pool: city.platform.pool, jobs, log }, new Date(instant), round);
}

const shown = `id number state year contractCount amount statement late publishBy publishedAt escalatedAt
  department { code } deadline { dueOn overdue unit } availableSteps { step }
  timeline { step from to by reason account } documents { kind number title text issuedBy url }`;

const lists = async (who: Person, year: number | null = 2026, first = 50): Promise<any> =>
  (
    await who.asks(
      `query ($year: Int, $first: Int!) { arrearsDisclosures(year: $year, first: $first) { totalCount edges { node { ${shown} } } } }`,
      { year, first },
    )
  ).data.arrearsDisclosures;

const ours = async (who: Person, code = 'HOUSING'): Promise<any> =>
  (await lists(who)).edges.map(({ node }: any) => node).find(({ department }: any) => department.code === code);

const takes = (who: Person, step: 'sign' | 'return' | 'publish', id: string, more: object = {}): Promise<Answer> => {
  const input = `${step[0]!.toUpperCase()}${step.slice(1)}DisclosureInput`;
  return who.asks(`mutation ($input: ${input}!) { it: ${step}Disclosure(input: $input) { ${shown} } }`, {
    input: { id, ...more },
  });
};

const late = async (who: Person): Promise<any[]> =>
  (await who.asks('{ lateDisclosures(year: 2026) { department { code name } publishBy publishedOn } }')).data
    .lateDisclosures;

describe('the year is over', () => {
  test('on the last day nothing is drawn up; on 1 January every department has its draft, nil reports included', async () => {
    await clock('2026-12-31T23:59:00+08:00');
    expect((await lists(supervisor, null)).totalCount).toBe(0);
    // 2027 has no official calendar: nothing here needs one
    await clock('2027-01-01T00:30:00+08:00');
    await clock('2027-01-01T00:31:00+08:00');
    const { totalCount, edges } = await lists(supervisor);
    const [{ count }] = await city.owner('select count(*)::int as count from department');
    expect(totalCount).toBe(count);
    const nodes = edges.map(({ node }: any) => node);
    expect(nodes.filter(({ contractCount }: any) => contractCount > 0)).toMatchObject([
      {
        ...{ state: 'DRAFTED', department: { code: 'HOUSING' }, contractCount: 2, amount: '15000.25' },
        ...{ publishBy: '2027-03-31', deadline: { dueOn: '2027-03-31', overdue: false, unit: 'UNTIL_DATE' } },
        ...{ late: false, publishedAt: null, documents: [] },
      },
    ]);
    expect(nodes.filter(({ amount }: any) => amount === '0.00')).toHaveLength(count - 1);
  });

  test('before it is published the department, arrears administrators and the supervisor know of it, nobody else', async () => {
    const { totalCount, edges } = await lists(housing);
    expect([totalCount, edges[0].node.department.code]).toEqual([1, 'HOUSING']);
    for (const who of [admin, supervisor]) expect((await ours(who)).contractCount).toBe(2);
    for (const who of [market, seller, city.anyone]) expect(await ours(who)).toBeUndefined();
    const { id, number } = edges[0].node;
    const one = 'query ($id: ID!) { arrearsDisclosure(id: $id) { state } }';
    expect((await housing.asks(one, { id: number })).data.arrearsDisclosure).toEqual({ state: 'DRAFTED' });
    expect((await city.anyone.asks(one, { id })).data.arrearsDisclosure).toBeNull();
    const { data } = await housing.asks(
      '{ tasks(filter: { kind: DISCLOSURE }) { edges { node { id state dueOn } } } }',
    );
    expect(data.tasks.edges).toEqual([{ node: { id, state: 'DRAFTED', dueOn: '2027-03-31' } }]);
  });

  test('a draft follows the ledger: what was paid in the year counts, what was paid after it does not', async () => {
    at('2027-01-05T09:00:00+08:00');
    expect(reasonsOf(await pays(seller, contracts[0]!, '1000.00', '2026-12-31', 'V-3'))).toEqual([]);
    expect(reasonsOf(await pays(seller, contracts[0]!, '2000.00', '2027-01-04', 'V-4'))).toEqual([]);
    await clock('2027-01-05T09:10:00+08:00');
    expect(await ours(housing)).toMatchObject({ contractCount: 2, amount: '14000.25' });
  });
});

describe('signed and published', () => {
  let id: string;

  test('nobody else signs, and nothing is published that is not signed', async () => {
    at('2027-01-06T09:00:00+08:00');
    ({ id } = await ours(housing));
    const tried: [Promise<Answer>, string][] = [
      [takes(city.anyone, 'sign', id), 'AUTHENTICATION_REQUIRED'],
      [takes(seller, 'sign', id), 'ROLE_REQUIRED'],
      [takes(admin, 'sign', id), 'ROLE_REQUIRED'],
      [takes(supervisor, 'publish', id), 'ROLE_REQUIRED'],
      [takes(market, 'sign', id), 'DISCLOSURE_UNKNOWN'],
      [takes(housing, 'sign', 'nonsense'), 'DISCLOSURE_UNKNOWN'],
      [takes(housing, 'publish', id), 'CASE_MOVED_ON'],
      [takes(housing, 'sign', id, { statement: '字'.repeat(2001) }), 'TEXT_TOO_LONG'],
    ];
    for (const [answer, reason] of tried) expect(reasonsOf(await answer)).toEqual([reason]);
  });

  test('signed its figures stand; whoever signed does not publish; what is found wrong is given back', async () => {
    const signed = (await takes(housing, 'sign', id, { statement: '正在筹措资金。' })).data.it;
    expect(signed).toMatchObject({
      ...{ state: 'SIGNED', amount: '14000.25', statement: '正在筹措资金。', availableSteps: [{ step: 'return' }] },
    });
    expect((await ours(colleague)).availableSteps).toEqual([{ step: 'return' }, { step: 'publish' }]);
    await pays(seller, contracts[0]!, '500.00', '2026-12-30', 'V-5');
    await clock('2027-01-06T10:00:00+08:00');
    expect((await ours(housing)).amount).toBe('14000.25');
    expect(reasonsOf(await takes(housing, 'publish', id))).toEqual(['DISCLOSURE_OWN_SIGNATURE']);
    expect(reasonsOf(await takes(colleague, 'return', id, { reason: ' ' }))).toEqual(['REASON_REQUIRED']);
    expect((await takes(colleague, 'return', id, { reason: '漏计一笔付款' })).data.it.state).toBe('DRAFTED');
    expect((await takes(colleague, 'sign', id, { statement: '正在筹措资金。' })).data.it.amount).toBe('13500.25');
  });

  test('published it is everybody’s, with its document, and stays as it is', async () => {
    // of two who publish at once the second is told
    const both = await Promise.all([takes(housing, 'publish', id), takes(housing, 'publish', id)]);
    expect(both.flatMap(reasonsOf)).toEqual(['CASE_MOVED_ON']);
    const published = await ours(city.anyone);
    expect(published).toMatchObject({
      ...{ id, state: 'PUBLISHED', contractCount: 2, amount: '13500.25', late: false, deadline: null },
      ...{ department: { code: 'HOUSING' }, availableSteps: [] },
    });
    expect(published.timeline.map(({ step, account }: any) => [step, account])).toEqual(
      ['draft', 'sign', 'return', 'sign', 'publish'].map((step) => [step, null]),
    );
    const [document] = published.documents;
    expect(document).toMatchObject({
      ...{ kind: 'ARREARS_DISCLOSURE', title: '拖欠中小企业账款年度信息公示', issuedBy: '包头市住房和城乡建设局' },
    });
    expect(document.text).toContain('截至2026年12月31日，逾期尚未支付中小企业款项的合同2个，金额合计13500.25元。');
    expect(document.text).toContain('正在筹措资金。');
    expect(await city.anyone.statusOf(document.url)).toBe(200);
    await pays(seller, contracts[0]!, '5.00', '2026-12-29', 'V-6');
    await clock('2027-01-07T10:00:00+08:00');
    expect((await ours(city.anyone)).amount).toBe('13500.25');
    await expect(city.owner('update arrears_disclosure set amount = 1 where id = $1', [id])).rejects.toThrow('stands');
    await expect(city.owner('delete from arrears_disclosure where id = $1', [id])).rejects.toThrow('stands');
  });
});

describe('31 March', () => {
  test('on the day nobody is late; afterwards whoever has not published is named to everybody, and the supervisor is told', async () => {
    await clock('2027-03-31T23:00:00+08:00');
    expect(await late(city.anyone)).toEqual([]);
    await clock('2027-04-01T00:30:00+08:00');
    await clock('2027-04-01T00:31:00+08:00');
    const named = await late(city.anyone);
    expect(named.map(({ department }) => department.code)).not.toContain('HOUSING');
    expect(named).toContainEqual({
      department: { code: 'MARKET', name: '包头市市场监督管理局' },
      ...{ publishBy: '2027-03-31', publishedOn: null },
    });
    const { escalatedAt, timeline } = await ours(supervisor, 'MARKET');
    expect(escalatedAt).not.toBeNull();
    expect(timeline.map(({ step }: any) => step)).toEqual(['draft', 'escalate']);
  });

  test('a nil report is published late all the same, and says so', async () => {
    at('2027-04-02T09:00:00+08:00');
    const { id } = await ours(market, 'MARKET');
    // a draft that is late follows the ledger still
    const { data } = await registers(
      seller,
      contractOf('HT-6', '5.00', { buyer: bureau }, { deliveredOn: '2026-03-02' }),
    );
    await clock('2027-04-02T09:01:00+08:00');
    expect((await ours(market, 'MARKET')).contractCount).toBe(1);
    await pays(seller, data.it.id, '5.00', '2026-03-03', 'V-7');
    await clock('2027-04-02T09:02:00+08:00');
    await takes(market, 'sign', id);
    const { it } = (await takes(await city.officer('MARKET', 'li'), 'publish', id)).data;
    expect(it).toMatchObject({ state: 'PUBLISHED', late: true, contractCount: 0, amount: '0.00' });
    expect(it.documents[0].text).toContain('无逾期尚未支付中小企业款项（零报告）。');
    expect(it.documents[0].text).toContain('系逾期公示');
    expect((await late(city.anyone)).find(({ department }) => department.code === 'MARKET').publishedOn).toBe(
      '2027-04-02',
    );
    expect((await lists(city.anyone)).totalCount).toBe(2);
  });

  test('whoever begins later in a year is not late with what was disclosed elsewhere', async () => {
    await city.owner("delete from arrears_disclosure where state <> 'PUBLISHED'");
    await clock('2027-05-01T09:00:00+08:00', { rehearsed: true });
    expect((await lists(supervisor)).totalCount).toBe(2);
    // the next year is drawn up in its turn
    await clock('2028-01-01T09:00:00+08:00', { rehearsed: true });
    const [{ node }] = (await lists(housing, 2027)).edges;
    expect(node.amount).toBe('11594.25');
  });
});
