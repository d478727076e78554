import { describe, expect, test } from '@jest/globals';
import { FieldRole, FieldType } from '../../src/catalogue/catalogue-field.entity.js';
import { amended, checkWithdrawal, type FieldChange } from '../../src/collection/amendment.rules.js';
import { RecordState } from '../../src/records/credit-record.entity.js';
import { field, itemOf } from './reference.js';

const item = itemOf([
  field('CODE', { type: FieldType.USCC, role: FieldRole.ENTITY_CODE }),
  field('NUMBER', { required: true, role: FieldRole.IDENTITY }),
  field('PART', { role: FieldRole.IDENTITY }),
  field('DAY', { type: FieldType.DATE, required: true, role: FieldRole.DETERMINED_ON }),
  field('SUM', { type: FieldType.DECIMAL, length: '5.2' }),
  field('WHAT', { required: true }),
]);
const sent = { CODE: '91150203MA0T3QT218', NUMBER: '一号', DAY: '2026-03-10', SUM: '2.00', WHAT: '罚款' };
const before = {
  ...{ state: RecordState.EFFECTIVE, disputed: false, determinedOn: '2026-03-10', validFrom: '2026-03-10' },
  ...{ stoppedOn: null as string | null, number: '一号' },
};
const corrects = (
  fields: readonly FieldChange[],
  more: Partial<typeof before> = {},
  effectiveFrom: string | null = null,
) => amended(item, { ...before, ...more }, sent, { fields, effectiveFrom, today: '2026-11-22' });

describe('a correction', () => {
  test('merges what it names into what was sent, and checks all of it', () => {
    const amendment = corrects([{ key: 'SUM' }, { key: 'WHAT', value: ' 没收 ' }]);
    const { SUM: _, ...rest } = sent;
    expect(amendment.content).toEqual({ ...rest, WHAT: '没收' });
    expect(amendment.changed).toEqual(['SUM', 'WHAT']);
    expect(amendment.validFrom).toBe('2026-03-10');
    expect(amendment.record).toMatchObject({ publicFrom: '2026-03-10', publicUntil: '2027-03-10' });
  });

  test('moves publicity with the determination; what was stopped stays so', () => {
    const moves = [{ key: 'DAY', value: '2026-03-01' }];
    expect(corrects(moves)).toMatchObject({ validFrom: '2026-03-01', record: { publicUntil: '2027-03-01' } });
    expect(corrects(moves, { stoppedOn: '2026-06-01' }).record.publicUntil).toBe('2026-05-31');
    expect(corrects(moves, { stoppedOn: '2028-06-01' }).record.publicUntil).toBe('2027-03-01');
  });

  test('may name what does not change, even what says which record it is', () => {
    expect(corrects([{ key: 'NUMBER', value: '一号' }, { key: 'PART' }, { key: 'SUM', value: '3' }]).changed).toEqual([
      'SUM',
    ]);
  });

  test.each<[string, FieldChange[], Partial<typeof before>, string]>([
    ['of nothing', [], {}, 'AMENDMENT_NOTHING'],
    ['to the same', [{ key: 'SUM', value: '2.00' }], {}, 'AMENDMENT_NOTHING'],
    ['of the number', [{ key: 'NUMBER', value: '二号' }], {}, 'AMENDMENT_IDENTITY'],
    ['of a part of it that was empty', [{ key: 'PART', value: '甲' }], {}, 'AMENDMENT_IDENTITY'],
    ['of the number to nothing', [{ key: 'NUMBER', value: null }], {}, 'AMENDMENT_IDENTITY'],
    ['of the entity', [{ key: 'CODE', value: '91150200MA0T3QT132' }], {}, 'AMENDMENT_IDENTITY'],
    ['of an unknown field', [{ key: 'toString', value: 'x' }], {}, 'UNKNOWN_COLUMN'],
    ['to what the item does not take', [{ key: 'SUM', value: '2.001' }], {}, 'FIELD_TYPE'],
    ['to nothing where something is required', [{ key: 'WHAT', value: '' }], {}, 'FIELD_REQUIRED'],
    ['of what is repaired', [{ key: 'SUM', value: '3' }], { state: RecordState.REPAIRED }, 'AMENDMENT_STATE'],
    ['of what is withdrawn', [{ key: 'SUM', value: '3' }], { state: RecordState.WITHDRAWN }, 'AMENDMENT_STATE'],
  ])('is refused: %s', (_what, fields, more, reason) => {
    expect(() => corrects(fields, more)).toThrow(expect.objectContaining({ reason }));
  });

  test.each([
    ['2026-03-10', true],
    ['2026-11-22', true],
    ['2026-03-09', false],
    ['2026-11-23', false],
  ])('from %s: %s', (from, taken) => {
    const correction = () => corrects([{ key: 'SUM', value: '3' }], {}, from).validFrom;
    if (taken) expect(correction()).toBe(from);
    else expect(correction).toThrow(expect.objectContaining({ reason: 'AMENDMENT_EFFECTIVE' }));
  });
});

describe('a withdrawal', () => {
  test.each<[string, RecordState, string, string | null]>([
    ['on the day of the determination', RecordState.EFFECTIVE, '2026-03-10', null],
    ['today', RecordState.EFFECTIVE, '2026-11-22', null],
    ['of what was repaired', RecordState.REPAIRED, '2026-11-20', null],
    ['of what has expired', RecordState.EXPIRED, '2026-11-20', null],
    ['of what was withdrawn', RecordState.WITHDRAWN, '2026-11-20', 'AMENDMENT_STATE'],
    ['before there was anything to revoke', RecordState.EFFECTIVE, '2026-03-09', 'REVOKED_ON'],
    ['tomorrow', RecordState.EFFECTIVE, '2026-11-23', 'REVOKED_ON'],
  ])('%s', (_what, state, revokedOn, reason) => {
    const withdraws = () => checkWithdrawal({ state, determinedOn: '2026-03-10' }, revokedOn, '2026-11-22');
    if (reason === null) expect(withdraws).not.toThrow();
    else expect(withdraws).toThrow(expect.objectContaining({ reason }));
  });
});
