import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type City, openCity } from './world.js';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

describe('an entity is found', () => {
  test('by its code', async () => {
    const { data } = await city.anyone.asks('{ entity(uscc: "91150203MA0T3QT218") { uscc kind region { name } } }');
    expect(data.entity).toMatchObject({ uscc: '91150203MA0T3QT218', kind: 'ENTERPRISE', region: { name: '昆都仑区' } });
  });
});
