import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { isSecret } from '../../src/access/masking.js';
import { MaskingPattern } from '../../src/access/words.js';
import { fault } from '../../src/collection/row.js';
import { maskedFault, openedContent, sealedContent } from '../../src/collection/sealing.js';
import { Secrets } from '../../src/database/secrets.js';
import { penaltyRow } from '../world/rows.js';
import { field, itemOf, lines, referenceItem } from './reference.js';

const secrets = new Secrets([randomBytes(32)]);
const penalty = referenceItem('MARKET_PENALTY');
const uscc = '91150200MA0T3QT132';

describe('what is kept sealed', () => {
  test('ID numbers and telephone numbers; names, addresses and e-mails are masked alone', () => {
    expect(Object.values(MaskingPattern).filter(isSecret)).toEqual(['ID_NUMBER', 'PHONE']);
  });

  test('no such field identifies its record, classifies it or plays another part: those are kept in plain', () => {
    const sealed = lines.fields.filter(({ masking }) => isSecret(masking as MaskingPattern));
    expect(sealed.length).toBeGreaterThan(10);
    for (const { template, key, role } of sealed) {
      expect(role).toBe('');
      const classifies = lines.severity.some((rule) => rule['template'] === template && rule['field'] === key);
      expect(classifies).toBe(false);
    }
  });

  test('of a record its secret fields and nothing else; opened it is what was sent', () => {
    const sent = penaltyRow({ CF_FR_ZJHM: '150203199003070017', CF_XDR_ZJHM: '150207197806303028' });
    const kept = sealedContent(secrets, penalty, sent, uscc);
    const changed = Object.keys(sent).filter((key) => kept[key] !== sent[key]);
    expect(changed).toEqual(['CF_FR_ZJHM', 'CF_XDR_ZJHM']);
    expect(changed.every((key) => secrets.isSealed(kept[key]!))).toBe(true);
    expect(openedContent(secrets, penalty, kept, uscc)).toEqual(sent);
  });

  test('a record without such a value stays as it is, and one from before is read as it is', () => {
    expect(sealedContent(secrets, penalty, penaltyRow(), uscc)).toEqual(penaltyRow());
    const before = penaltyRow({ CF_FR_ZJHM: '150203199003070017' });
    expect(openedContent(secrets, penalty, before, uscc)).toEqual(before);
  });
});

describe('what is kept of a refused value', () => {
  const item = itemOf([
    field('ID', { masking: MaskingPattern.ID_NUMBER }),
    field('TEL', { masking: MaskingPattern.PHONE }),
    field('NO'),
  ]);
  test.each([
    ['ID', '150203199003070017', '1502**********0017'],
    ['TEL', '10015020301', '100****0301'],
    ['NO', '150203199003070017', '150203199003070017'],
    [null, '张三,150203199003070017,10015020301,2026-10-12', '张三,**************0017,*******0301,2026-10-12'],
    [null, '15020319900307001X', '**************001X'],
    [null, '1234567890', '1234567890'],
  ])('%s: %s is kept as %s', (key, value, kept) => {
    const masked = maskedFault(item, fault('FIELD_TYPE', key, value, { title: 'x' }));
    expect(masked).toMatchObject({ field: key, value: kept, params: { value: kept, title: 'x' } });
  });

  test('a fault without a value stays as it is', () => {
    const missing = fault('FIELD_REQUIRED', 'ID', null, { title: 'x' });
    expect(maskedFault(item, missing)).toBe(missing);
  });
});
