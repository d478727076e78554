import { describe, expect, test } from '@jest/globals';
import { WorkingDays } from '../../src/calendar/working-days.js';
import { withdrawalDeadline } from '../../src/records/withdrawal.rules.js';
import { notices } from './notices.js';

const calendar = new WorkingDays(notices);

describe('what was revoked is withdrawn within three working days of the revocation', () => {
  test.each([
    ['2026-11-16', '2026-11-19', '2026-11-19', false, 'in one week'],
    ['2026-11-16', '2026-11-20', '2026-11-19', true, 'the day after the last'],
    ['2026-11-06', '2026-11-11', '2026-11-11', false, 'over a weekend'],
    ['2026-11-06', '2026-11-06', '2026-11-11', false, 'on the very day'],
    ['2026-09-30', '2026-10-10', '2026-10-10', false, 'over the National Day; Saturday the 10th is made up for'],
    ['2026-09-30', '2026-10-11', '2026-10-10', true, 'over the National Day, a day late'],
  ])('revoked on %s, withdrawn on %s: by %s, late %s (%s)', (revokedOn, withdrawnOn, dueOn, overdue) => {
    expect(withdrawalDeadline(revokedOn, withdrawnOn, calendar)).toMatchObject({
      ...{ startedOn: revokedOn, dueOn, overdue, length: 3, unit: 'WORKING_DAYS' },
      basis: expect.stringContaining('48, 85'),
    });
  });

  test('of a year without an official calendar nothing is guessed', () => {
    expect(() => withdrawalDeadline('2019-11-06', '2019-11-07', calendar)).toThrow(
      expect.objectContaining({ reason: 'CALENDAR_MISSING' }),
    );
  });
});
