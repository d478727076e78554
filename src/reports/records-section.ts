import { asShown } from '../access/as-shown.js';
import { isSecret, mask } from '../access/masking.js';
import { decide, type Footing, type RecordAtHand } from '../access/policy.js';
import { ReadingList } from '../access/reading-list.js';
import { Disclosure, MaskingPattern, type WithheldReason } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import { FieldRole } from '../catalogue/catalogue-field.entity.js';
import type { Context } from '../context.js';
import { departments } from '../departments/department.reads.js';
import { Refusal } from '../messages/refusal.js';
import { publicationOf } from '../records/publication.rules.js';
import { authorised, consentedItems } from '../sharing/consent.reads.js';
import { outside } from './outside.js';
import type { ClassPart, FieldPart, ItemPart, RecordPart } from './records-content.js';
import { printedClasses } from './records-print.js';
import { extentOf, isExtent, isWatched, statementOf } from './report.rules.js';
import type { Extent } from './report.words.js';
import { type TellableRecord, tellableRecords } from './report-records.reads.js';
import type { About, Made, ReportSection } from './report-section.js';

/** The most records that one report tells: printing more would hold up everybody else for seconds. */
const mostRecords = 200;

/** On what footing values are decided: as the recipient's that the subject opens them to, or as the asking department's. */
interface Deciding {
  readonly context: Context;
  readonly about: About;
  /** Codes of items for which the subject has authorised the department. */
  readonly consented: readonly string[];
  /** What is told that not everybody may see. */
  readonly readings: ReadingList;
}

const footingOf = ({ context, about }: Deciding, item: Item): Footing =>
  (about.carried ? outside : context.standing).towards(item);

async function made(context: Context, about: About): Promise<Made<readonly ClassPart[]>> {
  const { viewer, reference, today } = context;
  const { entity, classes, carried, moment } = about;
  const known = reference(catalogue).items.filter((item) => classes.includes(item.class) && item.inForceFrom <= today);
  const asked = !carried && authorised(viewer, reference) !== null;
  const consented = asked ? await context.load(consentedItems, entity.id) : [];
  const deciding: Deciding = { context, about, consented, readings: new ReadingList() };
  const coverage = new Map(known.map((item) => [item.id, extentOf(footingOf(deciding, item), item, carried)]));
  const extents = new Map([...coverage].flatMap(([id, of]) => (isExtent(of) ? [[id, of] as const] : [])));
  const records = await tellableRecords(context, entity.id, extents, moment, mostRecords);
  if (records.length > mostRecords) throw new Refusal('REPORT_TOO_LONG', { most: mostRecords });

  // an item stands for all its editions, under the newest one
  const items = [...new Map(known.map((item) => [item.code, item])).values()];
  const content = classes.map((of): ClassPart => {
    const parts = items
      .filter((item) => item.class === of)
      .map((item) => itemPart(deciding, item, coverage.get(item.id)!, records));
    const told = records.filter(({ itemCode }) => parts.some(({ item }) => item === itemCode));
    return {
      class: of,
      statement: statementOf(parts),
      items: parts,
      records: told.map((record) => recordPart(deciding, record)),
    };
  });
  const watched = content.flatMap(({ statement, items: parts }) =>
    parts.flatMap(({ item, polarity, extent }) =>
      extent !== null && isWatched(statement, polarity) ? [{ item, extent }] : [],
    ),
  );
  return {
    content,
    records: records.map(({ id, version }) => ({ id, version })),
    watched,
    notPublic: deciding.readings.entries().flatMap(({ shown }) => shown),
  };
}

function itemPart(
  { context: { reference } }: Deciding,
  { code, title, polarity, providerCode }: Item,
  coverage: Extent | WithheldReason,
  records: readonly TellableRecord[],
): ItemPart {
  const told = isExtent(coverage);
  return {
    item: code,
    title,
    provider: reference(departments).get(providerCode)!.name,
    polarity,
    extent: told ? coverage : null,
    withheld: told ? null : coverage,
    records: told ? records.filter(({ itemCode }) => itemCode === code).length : null,
  };
}

function recordPart(deciding: Deciding, record: TellableRecord): RecordPart {
  const { context, about, consented, readings } = deciding;
  const item = context.reference(catalogue).edition(record.itemId);
  const publication = publicationOf(record, context.today);
  // what the subject itself hands on is not held back for want of publication
  const atHand: RecordAtHand = about.carried
    ? { publication: 'PUBLISHED', consented: true }
    : { publication, consented: consented.includes(item.code) };
  const { entityId, id, version, itemCode, number, severity, disputed, determinedOn } = record;
  if (item.disclosure !== Disclosure.PUBLIC || publication !== 'PUBLISHED') readings.record(entityId, item.code, id);
  return {
    ...{ id, version, item: itemCode, title: item.title, number, severity, disputed, determinedOn },
    provider: context.reference(departments).get(item.providerCode)!.name,
    fields: item.fields.flatMap((field) => fieldPart(deciding, item, field, record, atHand)),
  };
}

function fieldPart(
  deciding: Deciding,
  item: Item,
  field: Item['fields'][number],
  record: TellableRecord,
  atHand: RecordAtHand,
): FieldPart[] {
  const { context, about, readings } = deciding;
  const { key, title, masking, role } = field;
  const kept = record.content[key];
  // numbers of identity cards and telephones have no place in a document that is handed on, nor what its provider alone sees
  if (kept === undefined || isSecret(masking) || field.disclosure === null) return [];
  const verdict = decide(footingOf(deciding, item), item, field, atHand);
  const shown = asShown(kept, about.entity.uscc, verdict, context.secrets);
  if (verdict.state === 'WITHHELD' || shown === null) return [];
  if (verdict.nonPublic) {
    const { entityId, id } = record;
    readings.value({ entityId, item: item.code, record: id, key }, verdict.state === 'MASKED');
  }
  // the name of a natural person that a record is about is no name of the registry
  const person = record.naturalPerson && role === FieldRole.ENTITY_NAME && shown !== about.entity.name;
  const value = person ? mask(MaskingPattern.NAME, shown) : shown;
  return [{ key, title, value, masked: person || verdict.state === 'MASKED' }];
}

/** What departments have recorded of the subject, class by class, with what is not recorded. */
export const recordsSection: ReportSection<readonly ClassPart[]> = {
  key: 'classes',
  heading: '信用信息',
  make: made,
  print: printedClasses,
};
