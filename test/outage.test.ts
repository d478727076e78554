import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type City, openCity } from './world.js';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

/** More than the pool has places. */
const outages = 40;

test('however often the database throws its users out while deeds begin, none of the places for deeds is lost', async () => {
  const { orm, pool } = city.platform;
  const begins = async (): Promise<boolean> => {
    const em = orm.em.fork();
    return em.begin().then(
      () =>
        em
          .rollback()
          .then(() => true)
          .catch(() => false),
      () => false,
    );
  };
  let failed = 0;
  for (let outage = 0; outage < outages; outage += 1) {
    await Promise.all([begins(), begins()]);
    const [, ...deeds] = await Promise.all([
      city.owner(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename like '%_application'",
      ),
      ...[0, 1, 2].map(begins),
    ]);
    failed += deeds.filter((done) => !done).length;
  }
  // it is of no use unless some of them did begin on a connection that was gone
  expect(failed).toBeGreaterThan(5);
  // one that lies in the pool and is gone fails whoever takes it out
  for (let tries = 0; tries < 20 && !(await begins()); tries += 1);
  expect(await begins()).toBe(true);
  expect(pool.totalCount - pool.idleCount).toBeLessThanOrEqual(1);
}, 20_000);
