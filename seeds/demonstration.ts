import { v7 as uuid } from 'uuid';
import { thePublic } from '../src/access/viewer.js';
import { Role } from '../src/access/words.js';
import { legalDay } from '../src/calendar/day.js';
import { catalogue } from '../src/catalogue/catalogue.reads.js';
import { rowOf } from '../src/collection/file-reader.js';
import type { Receiving } from '../src/collection/receiving.js';
import { importRegistry } from '../src/collection/registry-import.service.js';
import { SubmissionFormat } from '../src/collection/submission.entity.js';
import { itemToSubmit, receiveSubmission } from '../src/collection/submission.service.js';
import { LoadedData } from '../src/database/loaded-data.entity.js';
import type { Resources } from '../src/server/request-context.js';
import { loadCases } from './cases.js';
import { demonstrationCity } from './city.js';
import { loadSharing } from './sharing.js';

/**
 * Loads the demonstration city through the same doors as everybody's data: the registry import and the submissions of its
 * departments, whose requests for each other's data take their steps like anybody's, as do applications for repair and
 * objections. Once; a start that was cut off in the middle goes on where it stopped, since known rows change nothing.
 */
export async function loadDemonstration(resources: Resources): Promise<boolean> {
  const { orm, reference, secrets } = resources;
  if (await orm.em.fork().findOne(LoadedData, { name: 'demonstration' })) return false;
  const now = new Date();
  const today = legalDay(now);
  const as = (viewer: Receiving['viewer']): Receiving => ({
    viewer,
    now,
    today,
    rehearsed: false,
    requestId: uuid(),
    em: orm.em.fork(),
    secrets,
    reference: (snapshot) => reference.get(snapshot),
  });
  const { entities, submissions } = demonstrationCity();
  const registrar = as({ ...thePublic, role: Role.ADMINISTRATOR, subject: 'demonstration' });
  const counts = await importRegistry(
    registrar,
    entities.map((entity, i) => rowOf(i + 1, entity)),
    {
      refused: (row, faults) => {
        throw new Error(`demonstration entity ${row}: ${JSON.stringify(faults)}`);
      },
      progressed: () => undefined,
    },
  );
  if (counts.refused > 0) throw new Error('demonstration entities were refused');
  for (const { item, rows } of submissions) {
    const department = reference.get(catalogue).item(item, today)?.providerCode;
    const officer = as({ role: Role.DEPARTMENT, subject: 'demonstration', ...(department && { department }) });
    const sent = rows.map((row, i) => rowOf(i + 1, row));
    const { refused, id } = await receiveSubmission(officer, itemToSubmit(officer, item), SubmissionFormat.ROWS, sent);
    if (refused > 0) throw new Error(`demonstration records of ${item} were refused: submission ${id}`);
  }
  await loadSharing(resources);
  await loadCases(resources);
  const loaded = { name: 'demonstration', digest: '1', loadedAt: now };
  // the program may add to what is loaded, not change it
  await orm.em.fork().upsert(LoadedData, loaded, { onConflictAction: 'ignore' });
  return true;
}
