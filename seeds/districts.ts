import type { Dice } from './dice.js';

interface District {
  readonly code: string;
  readonly name: string;
  /** Region in the codes of those who are registered there: the city's where it has none of GB/T 2260. */
  readonly registers: string;
}

const district = (code: string, name: string, registers = code): District => ({ code, name, registers });

const districts = {
  donghe: district('150202', '东河区'),
  kundulun: district('150203', '昆都仑区'),
  qingshan: district('150204', '青山区'),
  shiguai: district('150205', '石拐区'),
  baiyun: district('150206', '白云鄂博矿区'),
  jiuyuan: district('150207', '九原区'),
  tumote: district('150221', '土默特右旗'),
  guyang: district('150222', '固阳县'),
  daerhan: district('150223', '达尔罕茂明安联合旗'),
  hightech: district('150271', '包头稀土高新技术产业开发区', '150200'),
} as const;

const townWeights = {
  donghe: 16,
  kundulun: 24,
  qingshan: 20,
  shiguai: 3,
  baiyun: 2,
  jiuyuan: 12,
  tumote: 7,
  guyang: 4,
  daerhan: 4,
  hightech: 10,
} as const;
const countryWeights = { tumote: 8, guyang: 6, daerhan: 6, jiuyuan: 3 } as const;

export const somewhere = (dice: Dice): District => districts[dice.weighted(townWeights)];
export const inTheCountry = (dice: Dice): District => districts[dice.weighted(countryWeights)];

export const addressIn = (name: string, street: string): string => `内蒙古自治区包头市${name}${street}`;
