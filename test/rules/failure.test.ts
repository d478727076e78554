import { describe, expect, test } from '@jest/globals';
import { meaningOfFailure, stripped } from '../../src/database/failure.js';

describe('what a failure of the database means to the caller', () => {
  test.each([
    [{ code: '57014', message: 'canceling statement due to statement timeout' }, 'TIMEOUT'],
    [{ code: '57P01', message: 'terminating connection due to administrator command' }, 'UNAVAILABLE'],
    [{ code: '57P03', message: 'the database system is starting up' }, 'UNAVAILABLE'],
    [{ code: '53300', message: 'sorry, too many clients already' }, 'UNAVAILABLE'],
    [{ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' }, 'UNAVAILABLE'],
    [{ message: 'timeout exceeded when trying to connect' }, 'UNAVAILABLE'],
    [{ message: 'Connection terminated unexpectedly' }, 'UNAVAILABLE'],
    [{ code: '40P01', message: 'deadlock detected' }, 'COLLIDED'],
    [{ code: '23505', message: 'duplicate key value violates unique constraint' }, undefined],
    [{ code: '42P01', message: 'relation does not exist' }, undefined],
    [new TypeError('x is not a function'), undefined],
  ])('%j: %s', (failure, meaning) => {
    expect(meaningOfFailure(failure)).toBe(meaning);
  });
});

describe('what of a failure goes to the log', () => {
  const fault = Object.assign(new Error('duplicate key: (150203)'), { code: '23505' });

  test('the place and the code, and no value that the database repeats', () => {
    expect(stripped(fault)).toMatchObject({ type: 'Error', code: '23505', message: 'database error' });
    expect(JSON.stringify(stripped(fault))).not.toContain('150203');
  });

  test('a copy of an error, as the queue hands it on, says as much', () => {
    const { message, stack } = fault;
    expect(stripped({ ...fault, message, stack, queue: 'delivery' })).toEqual(stripped(fault));
  });

  test('what is no error at all says so', () => {
    expect([stripped(undefined), stripped('x')].map(({ message }) => message)).toEqual([
      'not an Error',
      'not an Error',
    ]);
  });
});
