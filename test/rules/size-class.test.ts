import { describe, expect, test } from '@jest/globals';
import { type SizeFigures, sizeClassOf } from '../../src/procurement/size-class.rules.js';
import { SizeClass, SizeIndustry, SizeMeasure } from '../../src/procurement/size-class.words.js';
import { sizeIndustryOf } from '../../src/procurement/size-industry.rules.js';
import { lines } from './reference.js';

/** The standard in its own words (工信部联企业〔2011〕300号, item 4): who is an SME, then who is medium-sized, then who is small. */
const standard: readonly [SizeIndustry, string, string, string][] = [
  [SizeIndustry.AGRICULTURE, '营业收入20000万元以下', '营业收入500万元及以上', '营业收入50万元及以上'],
  [
    SizeIndustry.INDUSTRY,
    '从业人员1000人以下或营业收入40000万元以下',
    '从业人员300人及以上，且营业收入2000万元及以上',
    '从业人员20人及以上，且营业收入300万元及以上',
  ],
  [
    SizeIndustry.CONSTRUCTION,
    '营业收入80000万元以下或资产总额80000万元以下',
    '营业收入6000万元及以上，且资产总额5000万元及以上',
    '营业收入300万元及以上，且资产总额300万元及以上',
  ],
  [
    SizeIndustry.WHOLESALE,
    '从业人员200人以下或营业收入40000万元以下',
    '从业人员20人及以上，且营业收入5000万元及以上',
    '从业人员5人及以上，且营业收入1000万元及以上',
  ],
  [
    SizeIndustry.RETAIL,
    '从业人员300人以下或营业收入20000万元以下',
    '从业人员50人及以上，且营业收入500万元及以上',
    '从业人员10人及以上，且营业收入100万元及以上',
  ],
  [
    SizeIndustry.TRANSPORT,
    '从业人员1000人以下或营业收入30000万元以下',
    '从业人员300人及以上，且营业收入3000万元及以上',
    '从业人员20人及以上，且营业收入200万元及以上',
  ],
  [
    SizeIndustry.WAREHOUSING,
    '从业人员200人以下或营业收入30000万元以下',
    '从业人员100人及以上，且营业收入1000万元及以上',
    '从业人员20人及以上，且营业收入100万元及以上',
  ],
  [
    SizeIndustry.POST,
    '从业人员1000人以下或营业收入30000万元以下',
    '从业人员300人及以上，且营业收入2000万元及以上',
    '从业人员20人及以上，且营业收入100万元及以上',
  ],
  [
    SizeIndustry.ACCOMMODATION,
    '从业人员300人以下或营业收入10000万元以下',
    '从业人员100人及以上，且营业收入2000万元及以上',
    '从业人员10人及以上，且营业收入100万元及以上',
  ],
  [
    SizeIndustry.CATERING,
    '从业人员300人以下或营业收入10000万元以下',
    '从业人员100人及以上，且营业收入2000万元及以上',
    '从业人员10人及以上，且营业收入100万元及以上',
  ],
  [
    SizeIndustry.INFORMATION_TRANSMISSION,
    '从业人员2000人以下或营业收入100000万元以下',
    '从业人员100人及以上，且营业收入1000万元及以上',
    '从业人员10人及以上，且营业收入100万元及以上',
  ],
  [
    SizeIndustry.SOFTWARE,
    '从业人员300人以下或营业收入10000万元以下',
    '从业人员100人及以上，且营业收入1000万元及以上',
    '从业人员10人及以上，且营业收入50万元及以上',
  ],
  [
    SizeIndustry.REAL_ESTATE,
    '营业收入200000万元以下或资产总额10000万元以下',
    '营业收入1000万元及以上，且资产总额5000万元及以上',
    '营业收入100万元及以上，且资产总额2000万元及以上',
  ],
  [
    SizeIndustry.PROPERTY_MANAGEMENT,
    '从业人员1000人以下或营业收入5000万元以下',
    '从业人员300人及以上，且营业收入1000万元及以上',
    '从业人员100人及以上，且营业收入500万元及以上',
  ],
  [
    SizeIndustry.LEASING_AND_BUSINESS,
    '从业人员300人以下或资产总额120000万元以下',
    '从业人员100人及以上，且资产总额8000万元及以上',
    '从业人员10人及以上，且资产总额100万元及以上',
  ],
  [SizeIndustry.OTHER, '从业人员300人以下', '从业人员100人及以上', '从业人员10人及以上'],
];

const figureOf: Readonly<Record<string, keyof SizeFigures>> = {
  从业人员: 'employees',
  营业收入: 'revenue',
  资产总额: 'assets',
};
type Bound = readonly [figure: keyof SizeFigures, value: number];

/** The bounds that a sentence of the standard names. */
const boundsIn = (sentence: string): Bound[] =>
  [...sentence.matchAll(/(从业人员|营业收入|资产总额)(\d+)/g)].map(([, name, value]) => [
    figureOf[name!]!,
    Number(value),
  ]);

/** What the sentences say of an enterprise, read from the top. */
function asWritten([, sme, medium, small]: (typeof standard)[number], figures: SizeFigures): SizeClass {
  const value = (figure: keyof SizeFigures) => Number(figures[figure]);
  if (!boundsIn(sme).some(([figure, below]) => value(figure) < below)) return SizeClass.LARGE;
  if (boundsIn(medium).every(([figure, least]) => value(figure) >= least)) return SizeClass.MEDIUM;
  return boundsIn(small).every(([figure, least]) => value(figure) >= least) ? SizeClass.SMALL : SizeClass.MICRO;
}

/** Just below a bound, at it and just above. */
const around = ([figure, value]: Bound): (string | number)[] =>
  figure === 'employees' ? [value - 1, value, value + 1] : [`${value - 1}.999999`, `${value}`, `${value}.000001`];

/** For an industry, what is around each of its bounds, by figure; nought and plenty as well. */
function figuresOf([, ...sentences]: (typeof standard)[number]): ReadonlyMap<keyof SizeFigures, (string | number)[]> {
  const values = new Map<keyof SizeFigures, (string | number)[]>();
  for (const bound of sentences.flatMap(boundsIn)) {
    const plenty = bound[0] === 'employees' ? [0, 999_999_999] : ['0', '99999999999999'];
    values.set(bound[0], [...(values.get(bound[0]) ?? plenty), ...around(bound)]);
  }
  return values;
}

const nothing: SizeFigures = { employees: null, revenue: null, assets: null };

/** Every mixture of these values. */
const mixtures = (row: (typeof standard)[number]): SizeFigures[] =>
  [...figuresOf(row)].reduce<SizeFigures[]>(
    (mixed, [figure, values]) => mixed.flatMap((one) => values.map((value) => ({ ...one, [figure]: value }))),
    [nothing],
  );

const sizeOf = (industry: SizeIndustry, figures: Partial<SizeFigures>) => {
  const verdict = sizeClassOf(industry, { ...nothing, ...figures });
  return verdict.refused ? [verdict.refused.reason, verdict.refused.params] : verdict.size;
};

test('the standard speaks of every industry, by one measure or two', () => {
  expect(standard.map(([industry]) => industry)).toEqual(Object.values(SizeIndustry));
  for (const row of standard) {
    expect(boundsIn(row[1]).map(([figure]) => figure)).toEqual([...figuresOf(row).keys()]);
    expect(mixtures(row)).toHaveLength(11 ** figuresOf(row).size);
  }
});

describe.each(standard)('%s', (...row) => {
  const [industry] = row;
  const others = (figure: keyof SizeFigures, value: string | number): Partial<SizeFigures> =>
    Object.fromEntries([...figuresOf(row)].map(([name, values]) => [name, name === figure ? value : values[1]]));

  const tiers: [string, SizeClass, SizeClass][] = [
    [row[1], SizeClass.LARGE, SizeClass.MEDIUM],
    [row[2], SizeClass.MEDIUM, SizeClass.SMALL],
    [row[3], SizeClass.SMALL, SizeClass.MICRO],
  ];
  const rows = tiers.flatMap(([sentence, reached, below]) =>
    boundsIn(sentence).flatMap((bound) => {
      const [less, ...enough] = around(bound);
      return [[bound[0], less!, below] as const, ...enough.map((value) => [bound[0], value, reached] as const)];
    }),
  );

  test.each(rows)('%s of %s and plenty of everything else: %s', (figure, value, size) => {
    expect(sizeOf(industry, others(figure, value))).toBe(size);
  });

  test('and so with every mixture of values around its bounds', () => {
    for (const figures of mixtures(row)) {
      expect([figures, sizeOf(industry, figures)]).toEqual([figures, asWritten(row, figures)]);
    }
  });

  test.each([...figuresOf(row).keys()])('without its %s nothing is told', (figure) => {
    const measure = figure.toUpperCase();
    expect(sizeOf(industry, { employees: 1, revenue: '1', assets: '1', [figure]: null })).toEqual([
      'SIZE_MEASURE_MISSING',
      { industry, measure },
    ]);
  });
});

describe('the answer', () => {
  test('names each measure, its bounds and what it reaches by itself', () => {
    expect(sizeClassOf(SizeIndustry.RETAIL, { employees: 60, revenue: '99.5', assets: '7' })).toEqual({
      refused: null,
      size: SizeClass.MICRO,
      by: [
        {
          ...{ measure: SizeMeasure.EMPLOYEES, value: '60', reaches: SizeClass.MEDIUM },
          bounds: { large: '300', medium: '50', small: '10' },
        },
        {
          ...{ measure: SizeMeasure.REVENUE, value: '99.5', reaches: SizeClass.MICRO },
          bounds: { large: '20000', medium: '500', small: '100' },
        },
      ],
    });
  });

  test.each<[SizeIndustry, Partial<SizeFigures>, string, string]>([
    [SizeIndustry.OTHER, { employees: -1 }, 'EMPLOYEES', '-1'],
    [SizeIndustry.OTHER, { employees: 1.5 }, 'EMPLOYEES', '1.5'],
    [SizeIndustry.OTHER, { employees: Number.NaN }, 'EMPLOYEES', 'NaN'],
    [SizeIndustry.AGRICULTURE, { revenue: '-1' }, 'REVENUE', '-1'],
    [SizeIndustry.AGRICULTURE, { revenue: '1e5' }, 'REVENUE', '1e5'],
    [SizeIndustry.AGRICULTURE, { revenue: '' }, 'REVENUE', ''],
    [SizeIndustry.REAL_ESTATE, { revenue: '1', assets: '1,000' }, 'ASSETS', '1,000'],
  ])('%s with %j: the %s is no number that counts', (industry, figures, measure, value) => {
    expect(sizeOf(industry, figures)).toEqual(['SIZE_MEASURE', { measure, value }]);
  });

  test('what an industry is not measured by may be anything', () => {
    expect(sizeOf(SizeIndustry.OTHER, { employees: 9, revenue: 'unknown' })).toBe(SizeClass.MICRO);
  });
});

describe('the industry of a code of GB/T 4754-2017', () => {
  const undecided = ['F', 'G', 'H', 'I', 'J', 'J66', 'J67', 'J68', 'J69', 'K', 'K70'];
  const some: [string, SizeIndustry | null][] = [
    ['A01', SizeIndustry.AGRICULTURE],
    ['B06', SizeIndustry.INDUSTRY],
    ['C', SizeIndustry.INDUSTRY],
    ['D44', SizeIndustry.INDUSTRY],
    ['E47', SizeIndustry.CONSTRUCTION],
    ['F51', SizeIndustry.WHOLESALE],
    ['F52', SizeIndustry.RETAIL],
    ['G53', SizeIndustry.OTHER],
    ['G54', SizeIndustry.TRANSPORT],
    ['G58', SizeIndustry.TRANSPORT],
    ['G59', SizeIndustry.WAREHOUSING],
    ['G60', SizeIndustry.POST],
    ['H61', SizeIndustry.ACCOMMODATION],
    ['H62', SizeIndustry.CATERING],
    ['I63', SizeIndustry.INFORMATION_TRANSMISSION],
    ['I64', SizeIndustry.INFORMATION_TRANSMISSION],
    ['I65', SizeIndustry.SOFTWARE],
    ['L71', SizeIndustry.LEASING_AND_BUSINESS],
    ['L72', SizeIndustry.LEASING_AND_BUSINESS],
    ['M75', SizeIndustry.OTHER],
    ['S91', SizeIndustry.OTHER],
    ['K70', null],
    ['J66', null],
    ['F', null],
    ['X99', null],
    ['f51', null],
    ['51', null],
    ['F5', null],
    ['', null],
  ];

  test.each(some)('%j: %s', (code, industry) => {
    expect(sizeIndustryOf(code)).toBe(industry);
  });

  test('every code of the registry has one, but for those that do not decide', () => {
    const codes = lines.industries.map(({ code }) => code!);
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => sizeIndustryOf(code) === null)).toEqual(undecided);
  });

  test('every industry of the standard but real estate and management of property has a code', () => {
    const reached = new Set(lines.industries.map(({ code }) => sizeIndustryOf(code!)));
    expect(Object.values(SizeIndustry).filter((industry) => !reached.has(industry))).toEqual([
      SizeIndustry.REAL_ESTATE,
      SizeIndustry.PROPERTY_MANAGEMENT,
    ]);
  });
});
