import type { EntityManager } from '@mikro-orm/postgresql';
import { insertRows, upsertRows } from '../src/database/bulk.js';
import { FastTrackRule } from '../src/fast-track/fast-track-rule.entity.js';
import { ServiceItem, type ServiceMaterial } from '../src/fast-track/service-item.entity.js';

type Row = Record<string, string>;

/** The files of the fast track, as they stand in `seeds/reference`. */
export const fastTrackFiles = ['materials', 'service-items', 'fast-track-rules'] as const;

/** Loads the rules, and the service items that are not there yet: what a department has changed of its own stays. */
export async function loadFastTrack(unit: EntityManager, rowsOf: (name: string) => Promise<Row[]>): Promise<void> {
  const [materials, items, rules] = (await Promise.all(fastTrackFiles.map(rowsOf))) as [Row[], Row[], Row[]];
  const titles = new Map(materials.map(({ code, title }) => [code!, title!]));
  const known = new Set((await unit.findAll(ServiceItem, { fields: ['code'] })).map(({ code }) => code));
  const missing = items.filter(({ code }) => !known.has(code!));
  await insertRows(
    unit,
    ServiceItem,
    missing.map((row) => itemOf(row, titles)),
  );
  await upsertRows(unit, FastTrackRule, rules.map(ruleOf));
}

const list = <Value extends string>(value: string | undefined): Value[] => (value ? (value.split('|') as Value[]) : []);

/** A material as the file names it: its code, with a star when nothing is accepted without it. */
function materialOf(named: string, titles: ReadonlyMap<string, string>): ServiceMaterial {
  const code = named.replace('*', '');
  return { code, title: titles.get(code)!, core: named.endsWith('*') };
}

const itemOf = (row: Row, titles: ReadonlyMap<string, string>): ServiceItem => ({
  code: row['code']!,
  title: row['title']!,
  englishTitle: row['english_title']!,
  departmentCode: row['department']!,
  limitDays: Number(row['limit_days']),
  statutoryDays: Number(row['statutory_days']),
  tolerant: row['tolerant'] === 'true',
  excludedAs: (row['excluded_as'] || null) as ServiceItem['excludedAs'],
  basis: row['basis']!,
  materials: list(row['materials']).map((named) => materialOf(named, titles)),
});

const ruleOf = (row: Row): FastTrackRule => ({
  code: row['code']!,
  title: row['title']!,
  englishTitle: row['english_title']!,
  proposer: row['proposer'] as FastTrackRule['proposer'],
  benefits: list(row['benefits']),
  leastGrade: row['least_grade'] as FastTrackRule['leastGrade'],
  items: list(row['items']),
  departments: list(row['departments']),
  months: Number(row['months']),
  liveLimit: Number(row['live_limit']),
  basis: row['basis']!,
  edition: row['edition']!,
  inForceFrom: row['in_force_from']!,
});
