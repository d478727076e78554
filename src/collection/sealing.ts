import { mask } from '../access/masking.js';
import { type Item, secretFields } from '../catalogue/catalogue.js';
import type { Secrets } from '../database/secrets.js';
import { type LegalEntity, secretProperties } from '../registry/legal-entity.entity.js';
import type { Cells, Fault } from './row.js';

type Sealable = Pick<LegalEntity, 'uscc' | (typeof secretProperties)[number]>;

function turned<Row extends Sealable>(row: Row, turn: (text: string, place: string) => string): Row {
  const copy = { ...row };
  for (const property of secretProperties) {
    const value = row[property];
    if (value !== null) copy[property] = turn(value, row.uscc);
  }
  return copy;
}

/** The entity as it is stored. */
export const sealedEntity = <Row extends Sealable>(secrets: Secrets, entity: Row): Row =>
  turned(entity, (text, place) => secrets.seal(text, place));

/** The entity as it was sent. */
export const openedEntity = <Row extends Sealable>(secrets: Secrets, entity: Row): Row =>
  turned(entity, (text, place) => secrets.open(text, place));

function turnedContent(item: Item, content: Cells, turn: (text: string) => string): Cells {
  const filled = secretFields(item).filter(({ key }) => content[key] !== undefined);
  if (filled.length === 0) return content;
  return { ...content, ...Object.fromEntries(filled.map(({ key }) => [key, turn(content[key]!)])) };
}

/** A record's content as it is stored. */
export const sealedContent = (secrets: Secrets, item: Item, content: Cells, uscc: string): Cells =>
  turnedContent(item, content, (text) => secrets.seal(text, uscc));

/**
 * A content as it is stored in the next version of a record: what stays keeps its sealed form, so that versions that say the
 * same are the same to the letter.
 *
 * @param former the content of the version before, as it is stored and as it was sent
 */
export function sealedAgain(
  secrets: Secrets,
  item: Item,
  content: Cells,
  uscc: string,
  former: { readonly stored: Cells; readonly sent: Cells },
): Cells {
  const stayed = secretFields(item).filter(
    ({ key }) =>
      content[key] !== undefined && content[key] === former.sent[key] && secrets.isSealed(former.stored[key]!),
  );
  const sealed = sealedContent(secrets, item, content, uscc);
  return { ...sealed, ...Object.fromEntries(stayed.map(({ key }) => [key, former.stored[key]!])) };
}

/** A record's content as it was sent. */
export const openedContent = (secrets: Secrets, item: Item, content: Cells, uscc: string): Cells =>
  turnedContent(item, content, (text) => secrets.open(text, uscc));

/** What may be a number of a person in a row that could not be read as one: eleven digits or more. */
const personal = /\d{7,}(?=[\dXx]{4})/g;

/**
 * A fault as it may be kept: what a secret field said is masked, and where a whole row was not understood, every long number
 * in it, since any could be one of a person.
 */
export function maskedFault(item: Item, fault: Fault): Fault {
  const { field, value, params } = fault;
  if (value === null) return fault;
  const pattern = secretFields(item).find(({ key }) => key === field)?.masking;
  if (field !== null && !pattern) return fault;
  const hidden = pattern ? mask(pattern, value) : value.replace(personal, (digits) => '*'.repeat(digits.length));
  return { ...fault, value: hidden, params: 'value' in params ? { ...params, value: hidden } : params };
}
