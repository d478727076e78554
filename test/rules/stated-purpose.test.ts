import { describe, expect, test } from '@jest/globals';
import { Purpose } from '../../src/access/purpose.js';
import type { Refusal } from '../../src/messages/refusal.js';
import { statedPurpose } from '../../src/server/stated-purpose.js';

/** As Node gives a header that came as UTF-8: byte by byte. */
const raw = (text: string): string => Buffer.from(text).toString('latin1');

const stated = (purpose?: string, caseNumber?: string) =>
  statedPurpose({
    ...(purpose !== undefined && { 'credit-purpose': purpose }),
    ...(caseNumber !== undefined && { 'credit-case': caseNumber }),
  });

function refusal(purpose?: string, caseNumber?: string): Refusal {
  try {
    stated(purpose, caseNumber);
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('it was understood');
}

describe('a purpose is one of the list, to the letter', () => {
  test('nothing stated is nothing stated', () => {
    expect(stated()).toEqual({ purpose: null, caseNumber: null });
  });

  test.each(Object.values(Purpose))('%s', (purpose) => {
    expect(stated(purpose)).toEqual({ purpose, caseNumber: null });
  });

  test.each([
    ['in lower case', 'inspection'],
    ['sent twice', 'INSPECTION, INSPECTION'],
    ['sent twice, differently', 'INSPECTION, LITIGATION'],
    ['unknown', 'CURIOSITY'],
    ['empty', ''],
    ['with blanks', ' INSPECTION'],
    ['a name that every object has', 'constructor'],
    ['in Chinese', raw('监督检查')],
  ])('%s: refused, with the list of those there are', (_how, purpose) => {
    const { reason, extensions } = refusal(purpose, '2026-0317');
    expect([reason, extensions]).toEqual(['PURPOSE_UNKNOWN', expect.objectContaining({ code: 'BAD_INPUT' })]);
    expect(String(extensions['purposes']).split(', ')).toEqual(Object.values(Purpose));
  });

  test('a long one is not echoed whole', () => {
    expect(String(refusal('X'.repeat(8000)).extensions['value'])).toHaveLength(100);
  });
});

describe('a case is a number as documents bear it', () => {
  test.each([
    ['plain', '2026-0317', '2026-0317'],
    ['with blanks around it', '  2026-0317 ', '2026-0317'],
    ['in Chinese, as UTF-8', raw('包市监案〔2026〕第17号'), '包市监案〔2026〕第17号'],
    ['in Chinese, percent-encoded', encodeURIComponent('包市监案〔2026〕第17号'), '包市监案〔2026〕第17号'],
    ['with brackets of full width', raw('（2026）内0203执17号'), '（2026）内0203执17号'],
    ['in Mongolian', raw('ᠬᠡᠷᠡᠭ 2026'), 'ᠬᠡᠷᠡᠭ 2026'],
    ['of three characters', 'A-1', 'A-1'],
    ['of sixty-four', `A${'1'.repeat(63)}`, `A${'1'.repeat(63)}`],
    ['of sixty-four Chinese characters', raw(`${'案'.repeat(63)}1`), `${'案'.repeat(63)}1`],
  ])('%s', (_how, header, caseNumber) => {
    expect(stated('INSPECTION', header)).toEqual({ purpose: Purpose.INSPECTION, caseNumber });
  });

  test.each([
    ['empty', ''],
    ['of blanks', '   '],
    ['of two characters', 'A1'],
    ['without a digit', 'inspection'],
    ['of sixty-five characters', `A${'1'.repeat(64)}`],
    ['sent twice', '2026-0317, 2026-0318'],
    ['with a line break, encoded', '2026%0A0317'],
    ['with a NUL, encoded', '2026%000317'],
    ['with a tab', '2026\t0317'],
    ['with a control character', '2026\u001b[31m0317'],
    ['with a mark that turns the writing round', raw('2026\u202e0317')],
    ['with markup', '<b>2026</b>'],
    ['with a quotation mark', "2026' or '1'='1"],
    ['no UTF-8', '2026-\xff\xfe'],
    ['no UTF-8, encoded', '2026-%FF%FE'],
    ['of lone surrogates, encoded', '2026-%ED%A0%80'],
  ])('%s: refused', (_how, header) => {
    const { reason, extensions } = refusal('INSPECTION', header);
    expect([reason, extensions['code']]).toEqual(['CASE_NUMBER', 'BAD_INPUT']);
    expect(String(extensions['value']).length).toBeLessThanOrEqual(100);
  });

  test('one that is not understood is refused though no purpose is stated', () => {
    expect(refusal(undefined, '?').reason).toBe('CASE_NUMBER');
  });
});
