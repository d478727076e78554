import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { alertJob } from '../../src/alerts/alert.jobs.js';
import { actingAt } from '../../src/jobs/acting.js';
import { byOwnClock } from '../../src/jobs/clockwork.js';
import { lockedRecord, type VersionChange, writeVersion } from '../../src/records/record-version.service.js';
import type { Answer, City, Person } from '../world.js';
import { done } from './repair.js';
import { penaltyRow } from './rows.js';

/** An enterprise of the demonstration that has an account. */
export const farm = '91150200MA0T3QT132';
/** Another one, and a sole trader. */
export const supplier = '91150203MA0T3QT218';
export const trader = '92150203MA0T3QTA70';

export const watchShown = `id name uscc regionPrefix kinds severityFrom rhythm purpose caseNumber setUpAt changedAt endedAt unread entityCount
  department { code } consumer { code } entities(first: 100) { totalCount edges { node { uscc } } }`;

const alertShown = `id kind known uscc recordId itemCode foundAt toldAt readAt watch { id name } entity { uscc }
  record { id number } arrearsCase { number } notice { id rhythm legalDay count delivery { id state topic } }`;

/** Asks to watch. */
export const watches = (who: Person, input: object): Promise<Answer> =>
  who.asks(`mutation ($input: WatchEntitiesInput!) { it: watchEntities(input: $input) { ${watchShown} } }`, {
    input: { name: '监测', kinds: ['NEW_ADVERSE_RECORD'], rhythm: 'AT_ONCE', ...input },
  });

/** Asks to change a watch. */
export const changes = (who: Person, input: object): Promise<Answer> =>
  who.asks(`mutation ($input: ChangeWatchInput!) { it: changeWatch(input: $input) { ${watchShown} } }`, { input });

/** Asks to end a watch. */
export const ends = (who: Person, id: string): Promise<Answer> =>
  who.asks('mutation ($input: EndWatchInput!) { it: endWatch(input: $input) { id endedAt } }', { input: { id } });

/** A watch that was set up: its id. */
export const watched = async (who: Person, input: object): Promise<string> => done(await watches(who, input)).id;

/** What somebody was told, newest first. */
export async function inbox(who: Person, filter: object = {}): Promise<any[]> {
  const { data, refusals } = await who.asks(
    `query ($filter: AlertFilter) { alerts(filter: $filter, first: 100) { totalCount edges { node { ${alertShown} } } } }`,
    { filter },
  );
  expect(refusals).toEqual([]);
  expect(data.alerts.totalCount).toBe(data.alerts.edges.length);
  return data.alerts.edges.map(({ node }: any) => node);
}

/** Waits until every transaction that has begun on the server has ended: other cities stand on it too. */
export async function settled(city: City): Promise<void> {
  const [{ noted }] = await city.owner('select pg_current_xact_id()::text as noted');
  const horizon = 'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as passed';
  while (!(await city.owner(horizon, [noted]))[0].passed) await pause(20);
}

/** A round of the job of alerts at an instant, on an instance. */
export const round = async (city: City, instant: string): Promise<void> => {
  await alertJob(city.platform).run(new Date(instant), byOwnClock);
};

let serial = 0;

/** A penalty that comes in: its record's id. A warning is minor and never published. */
export async function penalised(city: City, uscc: string, kind = '罚款'): Promise<string> {
  const row = penaltyRow({
    ...{ CF_XDR_SHXYM: uscc, CF_WSH: `包市监罚〔2026〕警${++serial}号`, CF_CFLB: kind },
    ...(kind === '警告' && { CF_NR_FK: '' }),
  });
  const { data } = await (await city.officer('MARKET')).submits('MARKET_PENALTY', [row]);
  expect(data.submitRecords).toMatchObject({ created: 1 });
  const [{ id }] = await city.owner('select id from credit_record where number = $1', [row['CF_WSH']]);
  await settled(city);
  return id;
}

/** Another version of a record, as a deed writes it. */
export async function becomes(city: City, id: string, change: VersionChange, instant: string): Promise<void> {
  const acting = actingAt(city.platform, new Date(instant));
  await acting.em.transactional(async (em) => writeVersion(em, acting, (await lockedRecord(em, id))!, change));
  await settled(city);
}

export const repaired = (city: City, id: string, instant: string): Promise<void> =>
  becomes(city, id, { state: 'REPAIRED' as never, reason: '信用修复' }, instant);
export const restored = (city: City, id: string, instant: string): Promise<void> =>
  becomes(city, id, { state: 'EFFECTIVE' as never, reason: '修复被撤销' }, instant);

/** An entry of the farm on the list of serious violations. */
export const listRow = () => ({
  ...{ ZTMC: '包头市某某有限公司', TYSHXYDM: farm, LRWH: `包市监严列〔2026〕${++serial}号`, GZRQ: '2026-10-20' },
  ...{ LRSY: '伪造许可证件', LRYJ: '《市场监督管理严重违法失信名单管理办法》第九条', LRRQ: '2026-11-10' },
  ...{ CJCS: '依法限制准入', YCTJ: '列入满三年', JTQK: '可依法申请行政复议' },
  ...{ RDJG: '包头市市场监督管理局', RDJGDM: '1115020001T3QT1233' },
});
