import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from '@mikro-orm/postgresql';
import { parse } from 'csv-parse/sync';
import { v5 as uuidOf } from 'uuid';
import { OfficialCalendar } from '../src/calendar/official-calendar.entity.js';
import { CatalogueField } from '../src/catalogue/catalogue-field.entity.js';
import { CatalogueItem } from '../src/catalogue/catalogue-item.entity.js';
import { ClassificationRule } from '../src/catalogue/classification-rule.entity.js';
import { projectRoot } from '../src/config.js';
import { insertRows, upsertRows } from '../src/database/bulk.js';
import { LoadedData } from '../src/database/loaded-data.entity.js';
import { Department } from '../src/departments/department.entity.js';
import { Mandate } from '../src/departments/mandate.entity.js';
import { PurposeScope } from '../src/departments/purpose-scope.entity.js';
import { CreditList } from '../src/lists/credit-list.entity.js';
import { LoanPrimeRate } from '../src/procurement/loan-prime-rate.entity.js';
import { Industry } from '../src/registry/industry.entity.js';
import { Region } from '../src/registry/region.entity.js';
import { PunishmentMeasure } from '../src/restrictions/punishment-measure.entity.js';
import { evaluationFiles, loadEvaluation } from './evaluation.js';
import { fastTrackFiles, loadFastTrack } from './fast-track.js';

type Row = Record<string, string>;

/** The rows of each file, in their order. */
type RowsOf<Files extends readonly string[]> = { -readonly [I in keyof Files]: Row[] };

const files = [
  'regions',
  'industries',
  'departments',
  'items',
  'fields',
  'severity',
  'purposes',
  'mandates',
  'calendar',
  'loan-prime-rates',
  'measures',
  'lists',
] as const;

/** Ids of reference rows follow from what they are, so that every database has the same ones. */
const space = '5f0c8f5e-6d2b-5a53-9d43-6b2f0f8c1e77';

const text = (value: string | undefined): string | null => (value ? value : null);

/** Codes of the departments, for those who need them without a database. */
export async function departmentCodes(): Promise<string[]> {
  return (await rowsOf('departments')).map(({ code }) => code!);
}

const read = (name: string): Promise<Buffer> => readFile(join(projectRoot, 'seeds', 'reference', `${name}.csv`));

async function rowsOf(name: string): Promise<Row[]> {
  return parse(await read(name), { columns: true, bom: true, skip_empty_lines: true });
}

/**
 * Loads regions, industries, departments, the catalogue, the punishment measures, the lists, the official calendars, the loan
 * prime rates, the rules of the evaluation and those of the fast track, if this edition of them is not loaded yet.
 */
export async function loadReference(em: EntityManager): Promise<boolean> {
  const digest = createHash('sha256');
  for (const name of [...files, ...evaluationFiles, ...fastTrackFiles]) digest.update(await read(name));
  const edition = digest.digest('hex');
  const loaded = await em.findOne(LoadedData, { name: 'reference' });
  if (loaded?.digest === edition) return false;

  const [
    regions,
    industries,
    departments,
    items,
    fields,
    severity,
    purposes,
    mandates,
    calendar,
    rates,
    measures,
    lists,
  ] = (await Promise.all(files.map(rowsOf))) as RowsOf<typeof files>;
  await em.transactional(async (unit) => {
    await upsertRows(unit, Region, regions.map(regionOf));
    await upsertRows(unit, Industry, industries.map(industryOf));
    await upsertRows(unit, Department, departments.map(departmentOf));
    await upsertRows(unit, CatalogueItem, items.map(itemOf));
    await upsertRows(
      unit,
      CatalogueField,
      items.flatMap((item) => ofTemplate(fields, item).map((row) => fieldOf(item, row))),
    );
    await upsertRows(
      unit,
      ClassificationRule,
      items.flatMap((item) => ofTemplate(severity, item).map((row, i) => ruleOf(item, row, i))),
    );
    await upsertRows(unit, PurposeScope, purposes.map(scopeOf));
    await upsertRows(unit, Mandate, mandates.map(mandateOf));
    await upsertRows(unit, PunishmentMeasure, measures.map(measureOf));
    await upsertRows(unit, CreditList, lists.map(listOf));
    // what an administrator loaded of a year, or of a rate, stays
    const known = new Set((await unit.findAll(OfficialCalendar, { fields: ['year'] })).map(({ year }) => year));
    const years = [...Map.groupBy(calendar, (row) => row['year']!).values()].map(calendarOf);
    await insertRows(
      unit,
      OfficialCalendar,
      years.filter(({ year }) => !known.has(year)),
    );
    const entered = new Set((await unit.findAll(LoanPrimeRate, { fields: ['from'] })).map(({ from }) => from));
    await insertRows(
      unit,
      LoanPrimeRate,
      rates.map(rateOf).filter(({ from }) => !entered.has(from)),
    );
    await loadEvaluation(unit, rowsOf);
    await loadFastTrack(unit, rowsOf);
    await upsertRows(unit, LoadedData, [{ name: 'reference', digest: edition, loadedAt: new Date() }]);
  });
  return true;
}

const ofTemplate = (rows: readonly Row[], item: Row): Row[] =>
  rows.filter(({ template }) => template === item['template']);

const itemId = (item: Row): string => uuidOf(`item:${item['code']}:${item['edition']}`, space);

const regionOf = (row: Row): Region => ({
  code: row['code']!,
  name: row['name']!,
  level: row['level'] as Region['level'],
  parentCode: text(row['parent']),
});

const industryOf = (row: Row): Industry => ({
  code: row['code']!,
  name: row['name']!,
  parentCode: text(row['parent']),
});

const departmentOf = (row: Row): Department => ({
  code: row['code']!,
  name: row['name']!,
  englishName: row['english_name']!,
  uscc: row['uscc']!,
  duty: row['duty']!,
});

const list = (value: string | undefined): string[] => (value ? value.split('|') : []);

const scopeOf = (row: Row): PurposeScope => ({
  purpose: row['purpose'] as PurposeScope['purpose'],
  classes: list(row['classes']),
  personal: list(row['personal']) as PurposeScope['personal'],
  basis: row['basis']!,
});

const mandateOf = (row: Row): Mandate => ({
  holder: row['holder']!,
  purpose: row['purpose'] as Mandate['purpose'],
  basis: row['basis']!,
});

const measureOf = (row: Row): PunishmentMeasure => ({
  code: row['code']!,
  edition: row['edition']!,
  title: row['title']!,
  kind: row['kind'] as PunishmentMeasure['kind'],
  object: row['object']!,
  onEntities: row['on_entities'] === 'true',
  basis: row['basis']!,
  units: list(row['units']),
  matters: list(row['matters']) as PunishmentMeasure['matters'],
  inForceFrom: row['in_force_from']!,
  inForceUntil: text(row['in_force_until']),
});

const itemOf = (row: Row): CatalogueItem => ({
  id: itemId(row),
  code: row['code']!,
  title: row['title']!,
  englishTitle: row['english_title']!,
  class: row['class'] as CatalogueItem['class'],
  providerCode: row['provider']!,
  polarity: row['polarity'] as CatalogueItem['polarity'],
  sharing: row['sharing'] as CatalogueItem['sharing'],
  disclosure: row['disclosure'] as CatalogueItem['disclosure'],
  legalBasis: row['legal_basis']!,
  retention: text(row['retention']),
  updateFrequency: text(row['update_frequency']),
  edition: row['edition']!,
  inForceFrom: row['in_force_from']!,
  inForceUntil: null,
  severity: text(row['severity']) as CatalogueItem['severity'],
  publishesMinor: row['publish_minor'] === 'true',
  publishesMinorBasis: text(row['publish_minor_basis']),
  repairExclusion: text(row['repair_exclusion']),
});

const fieldOf = (item: Row, row: Row): CatalogueField => ({
  id: uuidOf(`field:${row['key']}`, itemId(item)),
  itemId: itemId(item),
  position: Number(row['position']),
  key: row['key']!,
  title: row['title']!,
  type: row['type'] as CatalogueField['type'],
  length: text(row['length']),
  required: row['required'] === 'true',
  requiredWhen: text(row['required_when']),
  options: list(row['options']),
  disclosure: text(row['disclosure']) as CatalogueField['disclosure'],
  masking: text(row['masking']) as CatalogueField['masking'],
  role: text(row['role']) as CatalogueField['role'],
  unit: text(row['unit']),
});

const ruleOf = (item: Row, row: Row, i: number): ClassificationRule => ({
  id: uuidOf(`rule:${i}`, itemId(item)),
  itemId: itemId(item),
  fieldKey: row['field']!,
  contains: row['contains'] ?? '',
  amountKey: text(row['amount_field']),
  amountFrom: text(row['amount_from']),
  severity: row['severity'] as ClassificationRule['severity'],
  basis: row['basis']!,
  edition: row['edition']!,
});

const listOf = (row: Row): CreditList => ({
  id: uuidOf(`list:${row['code']}:${row['edition']}`, space),
  code: row['code']!,
  title: row['title']!,
  englishTitle: row['english_title']!,
  kind: row['kind'] as CreditList['kind'],
  departmentCode: row['department']!,
  itemCode: row['item']!,
  legalBasis: row['legal_basis']!,
  grounds: list(row['grounds']) as CreditList['grounds'],
  consequences: row['consequences']!,
  removalConditions: row['removal_conditions']!,
  termMonths: Number(row['term_months']),
  edition: row['edition']!,
  inForceFrom: row['in_force_from']!,
});

const rateOf = (row: Row): LoanPrimeRate => ({
  from: row['from']!,
  percent: row['percent']!,
  notice: row['notice']!,
});

/** The calendar of a year of the rows of that year. */
const calendarOf = (rows: readonly Row[]): OfficialCalendar => ({
  year: Number(rows[0]!['year']),
  notice: rows[0]!['notice']!,
  off: rows.filter(({ kind }) => kind === 'OFF').map((row) => ({ day: row['date']!, name: row['name']! })),
  work: rows.filter(({ kind }) => kind === 'WORK').map((row) => ({ day: row['date']! })),
});
