import { v7 as uuid } from 'uuid';
import { type CitySubmission, demonstrationCity } from '../../seeds/city.js';
import { inventedCode } from '../../seeds/codes.js';
import { Dice } from '../../seeds/dice.js';
import { thePublic, type Viewer } from '../../src/access/viewer.js';
import { Role, SharingAttribute } from '../../src/access/words.js';
import { legalDay } from '../../src/calendar/day.js';
import { fieldWithRole, type Item } from '../../src/catalogue/catalogue.js';
import { catalogue } from '../../src/catalogue/catalogue.reads.js';
import { FieldRole } from '../../src/catalogue/catalogue-field.entity.js';
import { rowOf } from '../../src/collection/file-reader.js';
import type { Receiving } from '../../src/collection/receiving.js';
import { importRegistry } from '../../src/collection/registry-import.service.js';
import { SubmissionFormat } from '../../src/collection/submission.entity.js';
import { receiveSubmission } from '../../src/collection/submission.service.js';
import { loadConfig } from '../../src/config.js';
import { insertRows } from '../../src/database/bulk.js';
import { LoadedData } from '../../src/database/loaded-data.entity.js';
import { openPlatform, type Platform } from '../../src/platform.js';
import { administer, type Database } from './database.js';

/** Records of each entity. */
export const recordsEach = 10;

type Cells = Record<string, string>;

/** A row of the demonstration, to be sent again about another enterprise. */
interface Card {
  readonly item: Item;
  readonly cells: Cells;
  /** Two of the same would be one record. */
  readonly identity: string;
}

/**
 * Fills a fresh database with enterprises and ten records of each, through the doors by which all data comes in: the rows
 * are those of the demonstration city, dealt out to invented enterprises. Answers the enterprises' codes.
 */
export async function populate({ url, dataDir }: Database, enterprises: number): Promise<string[]> {
  const platform = await openPlatform(
    { url, leave: async () => undefined },
    { config: loadConfig({ DATA_DIR: dataDir }), demonstration: false, log: () => undefined },
  );
  try {
    const city = demonstrationCity();
    const subjects = new Map<string, string>();
    for (let i = 0; i < enterprises; i++) {
      subjects.set(inventedCode('91', '150203', `MT3Q${String(i).padStart(4, '0')}`), `包头市示例${i}号商贸有限公司`);
    }
    const { 曾用名: _, ...model } = city.entities.find((entity) => entity['统一社会信用代码']!.startsWith('91'))!;
    const registered = [...subjects].map(([code, name]) => ({ ...model, 统一社会信用代码: code, 企业名称: name }));
    const registrar = as(platform, { ...thePublic, role: Role.ADMINISTRATOR, subject: 'bench' });
    const { created } = await importRegistry(registrar, sent(registered), {
      refused: (row, faults) => fail(`entity ${row}: ${JSON.stringify(faults)}`),
      progressed: () => undefined,
    });
    if (created !== enterprises) fail(`${created} entities of ${enterprises} were taken`);
    const dealt = deal(cardsOf(platform, city.submissions), subjects);
    for (const [item, rows] of dealt) {
      const officer = as(platform, { role: Role.DEPARTMENT, subject: 'bench', department: item.providerCode });
      const submission = await receiveSubmission(officer, item, SubmissionFormat.ROWS, sent(rows));
      if (submission.created !== rows.length) fail(`${submission.created} records of ${item.code}, not ${rows.length}`);
    }
    // the server would add the demonstration city on its start
    await insertRows(platform.orm.em.fork(), LoadedData, [{ name: 'demonstration', digest: '', loadedAt: new Date() }]);
    await administer(url, (owner) => owner.query('vacuum analyze'));
    return [...subjects.keys()];
  } finally {
    await platform.close();
  }
}

function fail(what: string): never {
  throw new Error(`The generated database is not as it should be: ${what}.`);
}

const sent = (rows: readonly Cells[]) => rows.map((row, i) => rowOf(i + 1, row));

function as({ orm, reference, secrets }: Platform, viewer: Viewer): Receiving {
  const now = new Date();
  const get: Receiving['reference'] = (snapshot) => reference.get(snapshot);
  return {
    viewer,
    now,
    today: legalDay(now),
    rehearsed: false,
    requestId: uuid(),
    em: orm.em.fork(),
    secrets,
    reference: get,
  };
}

/** The demonstration's rows about enterprises, of items that any department may read. */
function cardsOf({ reference }: Platform, submissions: readonly CitySubmission[]): Card[] {
  const known = reference.get(catalogue);
  const today = legalDay(new Date());
  const cards = submissions.flatMap(({ item: code, rows }): Card[] => {
    const item = known.item(code, today)!;
    if (item.sharing !== SharingAttribute.UNCONDITIONAL) return [];
    const keys = item.fields.filter(({ role }) => role === FieldRole.IDENTITY).map(({ key }) => key);
    const subject = fieldWithRole(item, FieldRole.ENTITY_CODE)!.key;
    return rows
      .filter((cells) => cells[subject]?.startsWith('91'))
      .map((cells) => ({ item, cells, identity: [code, ...keys.map((key) => cells[key])].join('\u001f') }));
  });
  return new Dice('bench').shuffled(cards);
}

/** Goes round the cards until every enterprise has its ten, no two of one identity; by item. */
function deal(cards: readonly Card[], subjects: ReadonlyMap<string, string>): Map<Item, Cells[]> {
  const rows = new Map<Item, Cells[]>();
  let next = 0;
  for (const [code, name] of subjects) {
    const held = new Set<string>();
    while (held.size < recordsEach) {
      const { item, cells, identity } = cards[next++ % cards.length]!;
      if (held.has(identity)) continue;
      held.add(identity);
      const row = { ...cells, [fieldWithRole(item, FieldRole.ENTITY_CODE)!.key]: code };
      const named = fieldWithRole(item, FieldRole.ENTITY_NAME);
      if (named) row[named.key] = name;
      const ofItem = rows.get(item);
      if (ofItem) ofItem.push(row);
      else rows.set(item, [row]);
    }
  }
  return rows;
}
