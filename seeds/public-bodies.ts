import { agencies } from './agencies.js';
import { inventedCode } from './codes.js';
import { type Day, daysAfter } from './days.js';
import { Dice } from './dice.js';
import { addressIn, somewhere } from './districts.js';
import type { Entity } from './entity.js';
import { inventedName, inventedPhone, type Names } from './names.js';

interface Body {
  readonly kind: string;
  readonly organisation: string;
  readonly name: string;
  readonly form: string;
  readonly industry: string;
  readonly scope: string;
  readonly established: Day;
  readonly capital?: number;
}

/** An invented office, institution or association of the city. */
function body({ kind, organisation, ...facts }: Body, names: Names): Entity {
  const dice = new Dice(facts.name);
  const place = somewhere(dice);
  return {
    ...facts,
    code: inventedCode(kind, '150200', organisation),
    formerNames: [],
    district: place.name,
    address: addressIn(place.name, names.street()),
    status: '存续',
    representative: { name: inventedName(dice), phone: inventedPhone(dice) },
    temper: dice.weighted({ EXEMPLARY: 1, GOOD: 5, ORDINARY: 4, CARELESS: 1 }),
    traits: [],
  };
}

const offices = [
  '拟建河西新区管理服务中心办公室',
  '北部示例产业园建设办公室',
  '样本水库移民安置办公室',
  '拟名道路改造工程办公室',
  '示范片区征收补偿办公室',
];
const institutions = [
  ['拟名公共技术服务中心', 'M75'],
  ['示例区域农技推广站', 'A05'],
  ['样本职业实训中心', 'P83'],
  ['拟建河道管护所', 'N76'],
  ['示例图书资料馆', 'R88'],
  ['样本社区卫生服务中心', 'Q84'],
  ['拟名园林养护中心', 'N78'],
  ['示例测绘信息院', 'M74'],
  ['样本路灯管理所', 'N78'],
] as const;
const associations = [
  '示例稀土应用行业协会',
  '样本道路货运协会',
  '拟名羊绒商会',
  '示例物业服务行业协会',
  '样本乡村旅游促进会',
];
const privateBodies = [
  '拟名青少年科普馆',
  '示例养老服务中心',
  '样本职业培训学校',
  '拟名社会工作服务社',
  '示例康复托养中心',
  '样本幼儿园',
];
const foundations = ['示例助学基金会', '样本草原生态保护基金会'];

/** The departments, and invented offices, institutions and social organisations. */
export function publicBodies(names: Names): Entity[] {
  const two = (index: number): string => String(index).padStart(2, '0');
  return [
    ...agencies.map((one) => ({
      ...body(
        {
          kind: '11',
          organisation: one.uscc.slice(8, 16),
          name: one.name,
          form: '机关法人',
          industry: 'S92',
          scope: '依法履行公共管理职责。',
          established: '2002-01-07',
        },
        names,
      ),
      temper: 'GOOD' as const,
      told: true as const,
    })),
    ...offices.map((name, i) =>
      body(
        {
          kind: '11',
          organisation: `01T3QT${50 + i}`,
          name: `包头市${name}`,
          form: '机关法人',
          industry: 'S92',
          scope: '依法履行公共管理职责。',
          established: '2012-05-07',
        },
        names,
      ),
    ),
    ...institutions.map(([name, industry], i) =>
      body(
        {
          kind: '12',
          organisation: `46T3QT${10 + i}`,
          name: `包头市${name}`,
          form: '事业单位法人',
          industry,
          scope: '提供公益服务。',
          established: '2006-09-04',
          capital: 50 + 10 * i,
        },
        names,
      ),
    ),
    ...associations.map((name, i) =>
      body(
        {
          kind: '51',
          organisation: `50T3QT${10 + i}`,
          name: `包头市${name}`,
          form: '社会团体法人',
          industry: 'S95',
          scope: '行业交流、培训、自律与咨询服务。',
          established: '2013-06-03',
          capital: 3,
        },
        names,
      ),
    ),
    ...privateBodies.map((name, i) =>
      body(
        {
          kind: '52',
          organisation: `MJT3QT${10 + i}`,
          name: `包头市${name}`,
          form: '民办非企业单位',
          industry: i % 2 ? 'Q85' : 'P83',
          scope: '依照章程开展非营利性服务。',
          established: daysAfter('2014-03-10', 97 * i),
          capital: 10,
        },
        names,
      ),
    ),
    ...foundations.map((name, i) =>
      body(
        {
          kind: '53',
          organisation: `MJT3QT${two(40 + i)}`,
          name: `包头市${name}`,
          form: '基金会法人',
          industry: 'S95',
          scope: '资助公益项目。',
          established: '2016-11-14',
          capital: 400,
        },
        names,
      ),
    ),
  ];
}
