import { arrearsKnownTo } from '../arrears/arrears.reads.js';
import { uncounted } from '../arrears/arrears-case.entity.js';
import { arrearsKind } from '../arrears/arrears-kind.js';
import { recordInForceSql } from '../records/record-in-force.js';
import { recordKnownTo } from '../records/record-texts.js';
import { AlertKind } from './alert.words.js';
import { type AlertSource, wants } from './alert-source.js';
import { grades, grants } from './grade-and-grant.sources.js';
import { knowerOf } from './watch-standing.js';

const list = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

/**
 * Adverse records that came in, or that stand again after they did not. A correction of one that stood is no news, and what was
 * repaired meanwhile none either. Lists of serious dishonesty are records too (国办发〔2020〕49号).
 */
const records: AlertSource = {
  name: 'credit_record',
  kinds: [AlertKind.NEW_ADVERSE_RECORD, AlertKind.LISTED],
  table: 'credit_record',
  id: 'version_id',
  happened: (window) => `
    select x.version_id as event_id, x.transaction_id, x.entity_id, x.id as record_id, null::uuid as case_id, x.item_code,
      x.severity, i.class = 'SERIOUS_DISHONESTY' as listed
    from credit_record x join catalogue_item i on i.id = x.item_id
    where ${window} and x.state = 'EFFECTIVE' and i.polarity = 'ADVERSE'
      and (x.version = 1 or exists (
        select from credit_record b where b.id = x.id and b.version = x.version - 1 and b.state <> 'EFFECTIVE'))
      and not exists (select from credit_record l where l.id = x.id and l.version > x.version and l.state <> 'EFFECTIVE')`,
  kind: `case when t.listed and '${AlertKind.LISTED}' = any(w.kinds) then '${AlertKind.LISTED}'
    else ${wants(AlertKind.NEW_ADVERSE_RECORD)} end`,
  // used no longer than published: NDRC Order 36 (信用修复管理办法), art. 3
  known: (today) => `exists (select from credit_record r where r.id = t.record_id and ${recordInForceSql('r', today)}
    and ${recordKnownTo(knowerOf(today))})`,
};

/**
 * Arrears that were taken up: a claim that nobody has looked at yet accuses nobody. The debtor is whom it is about, and the
 * parties alone know of it, so an enterprise that watches its customer learns of its own claims and of nobody else's.
 */
const arrears: AlertSource = {
  name: 'arrears_case',
  kinds: [AlertKind.ARREARS_CASE],
  table: 'case_step',
  id: 'id',
  happened: (window) => `
    select x.id as event_id, x.transaction_id, c.debtor_id as entity_id, null::uuid as record_id, x.case_id,
      null::text as item_code, null::text as severity, false as listed
    from case_step x join arrears_case c on c.id = x.case_id
    where ${window} and x.case_kind = '${arrearsKind.code}' and x."to" not in (${list(uncounted)})
      and (x."from" is null or x."from" in (${list(uncounted)}))`,
  kind: wants(AlertKind.ARREARS_CASE),
  known: () => `exists (select from arrears_case a where a.id = t.case_id and a.state not in (${list(uncounted)})
    and ${arrearsKnownTo('w.department_code', 'w.uscc')})`,
};

/** Every source; another room's is one entry more. */
export const alertSources: readonly AlertSource[] = [records, arrears, grades, grants];

/** In SQL: whether the watch `w` on its standing `s` may know of the alert `t`, of whichever kind. */
export const alertKnown = (today: string): string =>
  `(case ${alertSources.map(({ kinds, known }) => `when t.kind in (${list(kinds)}) then ${known(today)}`).join(' ')} else false end)`;
