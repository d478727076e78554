import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Item } from '../../src/catalogue/catalogue.js';
import { type CatalogueField, FieldType } from '../../src/catalogue/catalogue-field.entity.js';
import { type CatalogueItem, Polarity, Severity } from '../../src/catalogue/catalogue-item.entity.js';
import type { ClassificationRule } from '../../src/catalogue/classification-rule.entity.js';
import { projectRoot } from '../../src/config.js';

/** A line of a reference file, by column. */
export type Line = Readonly<Record<string, string>>;

const read = (name: string): Line[] =>
  parse(readFileSync(join(projectRoot, 'seeds', 'reference', `${name}.csv`)), { columns: true, bom: true });

/** The reference files as they are written. */
export const lines = {
  regions: read('regions'),
  industries: read('industries'),
  departments: read('departments'),
  items: read('items'),
  fields: read('fields'),
  severity: read('severity'),
  calendar: read('calendar'),
  purposes: read('purposes'),
  mandates: read('mandates'),
  loanPrimeRates: read('loan-prime-rates'),
  measures: read('measures'),
  lists: read('lists'),
} as const;

const or = <T extends string>(text: string | undefined): T | null => (text ? (text as T) : null);

/** A field, everything unsaid being empty. */
export const field = (key: string, declared: Partial<CatalogueField> = {}): CatalogueField => ({
  id: key,
  itemId: 'item',
  position: 1,
  key,
  title: key,
  type: FieldType.TEXT,
  length: null,
  required: false,
  requiredWhen: null,
  options: [],
  disclosure: null,
  masking: null,
  role: null,
  unit: null,
  ...declared,
});

/** An item with these fields. */
export const itemOf = (fields: readonly CatalogueField[], declared: Partial<Item> = {}): Item =>
  ({
    id: 'item',
    code: 'ITEM',
    title: '目录项',
    polarity: Polarity.ADVERSE,
    severity: Severity.GENERAL,
    inForceFrom: '2024-03-01',
    inForceUntil: null,
    classification: [],
    ...declared,
    fields,
  }) as unknown as Item;

/** An item of the reference data with the fields and the classification of its template. */
export function referenceItem(code: string): Item {
  const line = lines.items.find((one) => one['code'] === code)!;
  const ofTemplate = (rows: readonly Line[]) => rows.filter(({ template }) => template === line['template']);
  const fields = ofTemplate(lines.fields).map((row) =>
    field(row['key']!, {
      title: row['title']!,
      type: row['type'] as FieldType,
      length: or(row['length']),
      required: row['required'] === 'true',
      requiredWhen: or(row['required_when']),
      options: row['options'] ? row['options'].split('|') : [],
      disclosure: or(row['disclosure']),
      masking: or(row['masking']),
      role: or(row['role']),
      unit: or(row['unit']),
    }),
  );
  const classification = ofTemplate(lines.severity).map((row) => ({
    fieldKey: row['field']!,
    contains: row['contains']!,
    amountKey: or(row['amount_field']),
    amountFrom: or(row['amount_from']),
    severity: row['severity'] as Severity,
    basis: row['basis']!,
    edition: row['edition']!,
  })) as ClassificationRule[];
  return itemOf(fields, {
    code,
    polarity: line['polarity'] as CatalogueItem['polarity'],
    severity: or(line['severity']),
    classification,
  });
}
