import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type City, openCity, type Person } from './world.js';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());
test('x', async () => {
  city.on('2026-11-25T09:00:00+08:00');
  const q = `query($u: USCC!) { entity(uscc: $u) { profile { asOf knownAt says notice
    total { count favourable adverse neutral inForce adverseInForce repaired withdrawn expired disputed amount latestOn records(first: 3) { id title } }
    lines { class department { code } count adverse inForce amount records { title } }
    byDepartment: lines(by: DEPARTMENT) { department { code } count }
    commitments { given kept keptInPart notKept broken records { title } }
    timeline(first: 3) { totalCount edges { node { title determinedOn state } } }
    grade { grade score edition { code } evaluatedOn stored dimensions { dimension { title weight } points } firedRules { rule { code title basis points } points records { title } } }
    gradeHistory { grade }
  } } }`;
  for (const who of [city.anyone, await city.enterprise('91150204MA0T3QT3XE'), await city.official('supervisor'), (await city.officer('MARKET')).for('INSPECTION', 'X1')]) {
    const a = await who.asks(q, { u: '91150204MA0T3QT3XE' });
    console.log(JSON.stringify(a.data, null, 1), JSON.stringify(a.refusals), a.statements, JSON.stringify(a.withheld.map(({path, reason, items}) => [path, reason, items?.length])));
  }
});
