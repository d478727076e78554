import { describe, expect, test } from '@jest/globals';
import { publicationOf, publicationOfPast } from '../../src/records/publication.rules.js';

const today = '2026-11-22';
const record = { state: 'EFFECTIVE', naturalPerson: false, publicFrom: '2026-03-10', publicUntil: '2027-03-10' };

describe('whether a record is published on 2026-11-22, or the first reason why not', () => {
  test.each<[string, Partial<typeof record> | { publicFrom?: string | null; publicUntil?: string | null }, string]>([
    ['within its publicity', {}, 'PUBLISHED'],
    ['on its first day', { publicFrom: today }, 'PUBLISHED'],
    ['on its last day', { publicUntil: today }, 'PUBLISHED'],
    ['on its only day', { publicFrom: today, publicUntil: today }, 'PUBLISHED'],
    ['without a last day', { publicUntil: null }, 'PUBLISHED'],
    ['the day after the last', { publicUntil: '2026-11-21' }, 'PUBLICITY_ENDED'],
    ['the day before the first', { publicFrom: '2026-11-23' }, 'PUBLICITY_ENDED'],
    ['expired though its last day is to come', { state: 'EXPIRED' }, 'PUBLICITY_ENDED'],
    ['expired without a last day', { state: 'EXPIRED', publicUntil: null }, 'PUBLICITY_ENDED'],
    ['minor: never published', { publicFrom: null, publicUntil: null }, 'MINOR_NOT_PUBLIC'],
    ['minor and past', { publicFrom: null, publicUntil: '2026-01-01' }, 'MINOR_NOT_PUBLIC'],
    ['of a natural person', { naturalPerson: true }, 'NATURAL_PERSON'],
    ['of a natural person, minor and past', { naturalPerson: true, publicFrom: null }, 'NATURAL_PERSON'],
    ['of a natural person, expired', { naturalPerson: true, state: 'EXPIRED' }, 'NATURAL_PERSON'],
    ['withdrawn', { state: 'WITHDRAWN' }, 'WITHDRAWN'],
    ['withdrawn, of a natural person', { state: 'WITHDRAWN', naturalPerson: true }, 'WITHDRAWN'],
    ['repaired', { state: 'REPAIRED' }, 'REPAIRED'],
    [
      'repaired, of a natural person, past',
      { state: 'REPAIRED', naturalPerson: true, publicUntil: '2026-01-01' },
      'REPAIRED',
    ],
  ])('%s', (_when, more, publication) => {
    expect(publicationOf({ ...record, ...more }, today)).toBe(publication);
  });
});

describe('whether what a former version says is published', () => {
  test.each<[string, Partial<typeof record>, boolean, string]>([
    ['what still is said of a published record', {}, true, 'PUBLISHED'],
    ['what was corrected', {}, false, 'PUBLICITY_ENDED'],
    ['of a repaired record', { state: 'REPAIRED' }, true, 'REPAIRED'],
    ['of a repaired record, corrected', { state: 'REPAIRED' }, false, 'REPAIRED'],
    ['of a withdrawn record', { state: 'WITHDRAWN' }, true, 'WITHDRAWN'],
    ['of a record whose publicity has ended', { publicUntil: '2026-11-21' }, true, 'PUBLICITY_ENDED'],
  ])('%s', (_what, more, same, publication) => {
    expect(publicationOfPast({ ...record, ...more }, same, today)).toBe(publication);
  });
});
