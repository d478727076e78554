import { describe, expect, test } from '@jest/globals';
import { meaningOfFailure } from '../../src/database/failure.js';

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
