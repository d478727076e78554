import { inventedCode, serial } from './codes.js';
import { weekdayBetween } from './days.js';
import { Dice } from './dice.js';
import { addressIn, inTheCountry, somewhere } from './districts.js';
import type { Entity, Temper } from './entity.js';
import { Names } from './names.js';
import { somebody } from './people.js';
import { publicBodies } from './public-bodies.js';
import { cooperativeTrades, enterpriseTrades, soleTrades } from './trades.js';

const tempers: Readonly<Record<Temper, number>> = { EXEMPLARY: 14, GOOD: 30, ORDINARY: 34, CARELESS: 16, BAD: 6 };
const forms = [
  '有限责任公司（自然人投资或控股）',
  '有限责任公司（自然人独资）',
  '有限责任公司（法人独资）',
  '股份有限公司（非上市）',
] as const;
const capitals = [50, 100, 200, 300, 500, 800, 1000, 2000, 3000, 5000, 12000] as const;

/** Still there, or gone since a day. */
function fate(dice: Dice): Pick<Entity, 'status' | 'ended'> {
  const status = dice.weighted({ 存续: 93, 注销: 3, 吊销: 2, 停业: 2 });
  return status === '存续' || status === '停业'
    ? { status }
    : { status, ended: weekdayBetween(dice, '2025-03-03', '2026-09-30') };
}

function enterprise(index: number, names: Names): Entity {
  const dice = new Dice(`enterprise ${index}`);
  const { word, industry, scope, traits } = enterpriseTrades[index % enterpriseTrades.length]!;
  const place = somewhere(dice);
  const tail = dice.chance(8) ? '股份有限公司' : '有限公司';
  const head = dice.pick(['包头市', '包头市', '包头市', '内蒙古', '包头']);
  const name = `${head}${names.tradeName()}${word}${tail}`;
  return {
    code: inventedCode('91', place.registers, `MA0T3Q${serial(index)}`),
    name,
    formerNames: dice.chance(9) ? [`${head}${names.tradeName()}${word}${tail}`] : [],
    established: weekdayBetween(dice, '1999-03-01', dice.chance(80) ? '2020-10-30' : '2024-06-28'),
    form: tail === '股份有限公司' ? forms[3] : dice.pick(forms.slice(0, 3)),
    capital: dice.pick(capitals),
    scope,
    district: place.name,
    address: addressIn(place.name, names.street()),
    ...fate(dice),
    industry,
    representative: somebody(dice),
    temper: dice.weighted(tempers),
    traits,
  };
}

function soleTrader(index: number, names: Names): Entity {
  const dice = new Dice(`sole trader ${index}`);
  const { word, industry, scope, traits } = soleTrades[index % soleTrades.length]!;
  const place = somewhere(dice);
  return {
    code: inventedCode('92', place.registers, `MA0T3Q${serial(300 + index)}`),
    name: `${place.registers === place.code ? place.name : '包头稀土高新区'}${names.shopName()}${word}`,
    formerNames: [],
    established: weekdayBetween(dice, '2008-03-03', '2023-11-30'),
    form: '个体工商户',
    capital: dice.pick([1, 2, 3, 5, 10, 20]),
    scope,
    district: place.name,
    address: addressIn(place.name, names.street()),
    ...fate(dice),
    industry,
    representative: somebody(dice),
    temper: dice.weighted(tempers),
    traits,
  };
}

function cooperative(index: number, names: Names): Entity {
  const dice = new Dice(`cooperative ${index}`);
  const { word, industry, scope, traits } = cooperativeTrades[index % cooperativeTrades.length]!;
  const place = inTheCountry(dice);
  return {
    code: inventedCode('93', place.code, `MA0T3Q${serial(450 + index)}`),
    name: `${place.name}${names.tradeName()}${word}农民专业合作社`,
    formerNames: [],
    established: weekdayBetween(dice, '2009-04-01', '2022-10-31'),
    form: '农民专业合作社',
    capital: dice.pick([30, 60, 100, 200, 300]),
    scope,
    district: place.name,
    address: addressIn(place.name, names.street()),
    ...fate(dice),
    industry,
    representative: somebody(dice),
    temper: dice.weighted(tempers),
    traits,
  };
}

/** Everybody but those of the stories. */
export function population(): Entity[] {
  const names = new Names(new Dice('names'));
  const count = <T>(length: number, make: (index: number, names: Names) => T): T[] =>
    Array.from({ length }, (_, i) => make(i, names));
  return [...count(170, enterprise), ...count(62, soleTrader), ...count(20, cooperative), ...publicBodies(names)];
}
