import { inventedCode } from './codes.js';

/** A department of `reference/departments.csv`, with the invented code that stands there. */
export interface Agency {
  readonly code: string;
  readonly name: string;
  readonly uscc: string;
  /** The word in the numbers of its documents. */
  readonly word: string;
}

const listed = [
  ['DRC', '包头市发展和改革委员会', '包发改'],
  ['MARKET', '包头市市场监督管理局', '包市监'],
  ['TAX', '包头市税务局', '包税'],
  ['COURT', '包头市中级人民法院', '包中院'],
  ['HRSS', '包头市人力资源和社会保障局', '包人社'],
  ['HOUSING', '包头市住房和城乡建设局', '包住建'],
  ['ECOLOGY', '包头市生态环境局', '包环'],
  ['EMERGENCY', '包头市应急管理局', '包应急'],
  ['MIIT', '包头市工业和信息化局', '包工信'],
  ['FINANCE', '包头市财政局', '包财'],
  ['TRANSPORT', '包头市交通运输局', '包交'],
  ['SERVICES', '包头市政务服务与数据管理局', '包政数'],
  ['DISCIPLINE', '包头市纪律检查监察委员会', '包纪监'],
  ['SCIENCE', '包头市科学技术局', '包科'],
  ['COMMERCE', '包头市商务局', '包商务'],
  ['CULTURE', '包头市文化旅游局', '包文旅'],
  ['HEALTH', '包头市卫生健康委员会', '包卫健'],
  ['CIVIL', '包头市民政局', '包民政'],
  ['AGRICULTURE', '包头市农牧局', '包农牧'],
] as const;

export type AgencyCode = (typeof listed)[number][0];

/** Every department, in the order of the reference file. */
export const agencies: readonly Agency[] = listed.map(([code, name, word], index) => ({
  code,
  name,
  word,
  uscc: inventedCode('11', '150200', `01T3QT${11 + index}`),
}));

export function agency(code: AgencyCode): Agency {
  return agencies.find((one) => one.code === code)!;
}
