import { type Day, isDay } from '../calendar/day.js';
import { fieldWithRole, type Item } from '../catalogue/catalogue.js';
import { type CatalogueField, FieldRole, FieldType } from '../catalogue/catalogue-field.entity.js';
import type { Severity } from '../catalogue/catalogue-item.entity.js';
import { publicityOf } from '../records/publicity.rules.js';
import { severityOf } from '../records/severity.rules.js';
import { usccFault } from '../registry/uscc.js';
import { type Cells, type Fault, fault } from './row.js';

/** What a good row says: a record in the making. */
export interface CheckedRow {
  /** Code of the entity it is about. */
  readonly uscc: string;
  readonly name: string | undefined;
  readonly identity: string;
  readonly number: string;
  readonly severity: Severity | null;
  readonly naturalPerson: boolean;
  readonly determinedOn: Day;
  readonly publicFrom: Day | null;
  readonly publicUntil: Day | null;
  readonly content: Cells;
}

/** A row checked against the item: the record it makes, or everything that is wrong with it. */
export type Checked = { readonly faults: readonly Fault[] } | { readonly faults: null; readonly record: CheckedRow };

/** Checks a row against the catalogue. Pure: the same row, item and day, the same answer. */
export function checkRow(item: Item, cells: Cells, today: Day): Checked {
  const faults = [
    ...unknownColumns(item, cells),
    ...item.fields.flatMap((field) => checkField(item, field, cells, today)),
  ];
  return faults.length > 0 ? { faults } : { faults: null, record: recordOf(item, cells) };
}

function unknownColumns(item: Item, cells: Cells): Fault[] {
  const known = new Set(item.fields.map(({ key }) => key));
  return Object.keys(cells)
    .filter((key) => !known.has(key))
    .map((key) => fault('UNKNOWN_COLUMN', key));
}

function checkField(item: Item, field: CatalogueField, cells: Cells, today: Day): Fault[] {
  const { key, title } = field;
  const value = cells[key];
  if (value === undefined) {
    if (field.role === FieldRole.ENTITY_CODE) return [fault('ENTITY_CODE_MISSING', key, null, { title })];
    if (field.required) return [fault('FIELD_REQUIRED', key, null, { title })];
    const condition = field.requiredWhen ? conditionOf(item, field.requiredWhen, cells) : undefined;
    return condition ? [fault('FIELD_REQUIRED_WHEN', key, null, { title, condition })] : [];
  }
  if (value.includes('\0')) return [fault('NUL_CHARACTER', key, value)];
  if (!value.isWellFormed()) return [fault('BROKEN_CHARACTER', key, value)];
  return checkValue(field, value, today);
}

/** The condition in words when it holds: `KEY=value`, or `KEY~text` for "contains". */
function conditionOf(item: Item, requiredWhen: string, cells: Cells): string | undefined {
  const [, key, operator, wanted] = /^(\w+)([=~])(.*)$/u.exec(requiredWhen)!;
  const value = cells[key!] ?? '';
  const holds = operator === '=' ? value === wanted : value.includes(wanted!);
  const title = item.fields.find((field) => field.key === key)?.title ?? key;
  return holds ? `${title}${operator === '=' ? ' = ' : ' ∋ '}${wanted}` : undefined;
}

function checkValue(field: CatalogueField, value: string, today: Day): Fault[] {
  const { key, title, length } = field;
  const wrong = (type: string): Fault[] => [fault('FIELD_TYPE', key, value, { title, type })];
  switch (field.type) {
    case FieldType.TEXT: {
      const characters = [...value].length;
      if (length === null || characters <= Number(length)) return [];
      return [fault('FIELD_LENGTH', key, value, { title, length: characters, limit: Number(length) })];
    }
    case FieldType.DATE:
      if (!isDay(value)) return wrong('DATE YYYY-MM-DD');
      if (field.role !== FieldRole.DETERMINED_ON || value <= today) return [];
      return [fault('DATE_IN_FUTURE', key, value, { title })];
    case FieldType.INTEGER:
      return new RegExp(`^-?\\d{1,${length ?? 18}}$`).test(value) ? [] : wrong(`INTEGER(${length ?? 18})`);
    case FieldType.DECIMAL: {
      const [precision = 18, scale = 6] = (length ?? '').split('.').filter(Boolean).map(Number);
      const decimal = new RegExp(`^-?\\d{1,${precision - scale}}(\\.\\d{1,${scale}})?$`);
      return decimal.test(value) ? [] : wrong(`DECIMAL(${precision},${scale})`);
    }
    case FieldType.OPTION:
      if (field.options.includes(value)) return [];
      return [fault('FIELD_OPTION', key, value, { title, options: field.options.join(' / ') })];
    case FieldType.USCC: {
      const broken = usccFault(value);
      return broken ? [fault(broken, key, value, { length: [...value].length, prefix: value.slice(0, 2) })] : [];
    }
  }
}

/** In a national list of counterparties this category is a person, not a body. */
const naturalPerson = '自然人';

function recordOf(item: Item, cells: Cells): CheckedRow {
  const roleValue = (role: FieldRole): string | undefined => {
    const field = fieldWithRole(item, role);
    return field && cells[field.key];
  };
  const identity = item.fields.filter(({ role }) => role === FieldRole.IDENTITY).map(({ key }) => cells[key] ?? '');
  const severity = severityOf(item, cells);
  const determinedOn = roleValue(FieldRole.DETERMINED_ON)!;
  const publicity = publicityOf({
    polarity: item.polarity,
    severity,
    publishesMinor: item.publishesMinor,
    determinedOn,
    publicUntil: roleValue(FieldRole.PUBLIC_UNTIL),
    validUntil: roleValue(FieldRole.VALID_UNTIL),
  });
  return {
    uscc: roleValue(FieldRole.ENTITY_CODE)!,
    name: roleValue(FieldRole.ENTITY_NAME),
    // the separator keeps ("a", "bc") and ("ab", "c") apart
    identity: identity.join('\u001f'),
    number: identity.join(' '),
    severity,
    naturalPerson: roleValue(FieldRole.SUBJECT_CATEGORY) === naturalPerson,
    determinedOn,
    publicFrom: publicity.from,
    publicUntil: publicity.until,
    content: cells,
  };
}
