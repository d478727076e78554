import { CatalogueClass, type Severity } from '../catalogue/catalogue-item.entity.js';
import type { ClassPart, ItemPart, RecordPart } from './records-content.js';
import type { ClassStatement } from './report.words.js';

/** How the classes of the national catalogue are called (发改财金规〔2024〕203号). */
export const classTitles: Readonly<Record<CatalogueClass, string>> = {
  [CatalogueClass.REGISTRATION]: '登记注册基本信息',
  [CatalogueClass.JUDICIAL]: '司法裁判及执行信息',
  [CatalogueClass.ADMINISTRATIVE]: '行政管理信息',
  [CatalogueClass.PROFESSIONAL]: '职称和职业信息',
  [CatalogueClass.ABNORMAL_OPERATION]: '经营（活动）异常名录（状态）信息',
  [CatalogueClass.SERIOUS_DISHONESTY]: '严重失信主体名单信息',
  [CatalogueClass.CONTRACT_PERFORMANCE]: '合同履行信息',
  [CatalogueClass.COMMITMENT]: '信用承诺及履行情况信息',
  [CatalogueClass.EVALUATION]: '信用评价结果信息',
  [CatalogueClass.COMPLIANCE]: '遵守法律法规情况信息',
  [CatalogueClass.HONOUR]: '诚实守信相关荣誉信息',
  [CatalogueClass.INTELLECTUAL_PROPERTY]: '知识产权信息',
  [CatalogueClass.VOLUNTARY]: '经营主体自愿提供的信用信息',
};

const severities: Readonly<Record<Severity, string>> = { MINOR: '轻微', GENERAL: '一般', SERIOUS: '严重' };

const statements: Readonly<Record<ClassStatement, string>> = {
  RECORDS: '有记录，列示如下。',
  NO_ADVERSE_RECORD: '未发现失信信息；其他记录列示如下。',
  NO_RECORD: '未发现记录。',
  WITHHELD: '依法不向接收方提供，不作判断。',
  NOT_COLLECTED: '平台未归集，不作判断。',
};

const extents = { IN_FORCE: '', WITHOUT_MINOR: '（不含未公示轻微失信）', PUBLISHED: '（仅含公示信息）' } as const;

const toldItem = ({ title, extent, records }: ItemPart): string =>
  `${title}${extents[extent!]}${records === 0 ? '未发现' : `${records}条`}`;

function ofRecord(
  { title, number, provider, determinedOn, severity, disputed, fields }: RecordPart,
  i: number,
): string[] {
  const gravity = severity === null ? '' : `，失信程度：${severities[severity]}`;
  const doubted = disputed ? '，异议处理中' : '';
  return [
    `${i + 1}. ${title}　${number}`,
    `提供单位：${provider}，认定日期：${determinedOn}${gravity}${doubted}`,
    fields.map((field) => `${field.title}：${field.value.replaceAll(/\s+/g, ' ')}`).join('；'),
  ];
}

/** The classes in print: what is said of each, item by item, and its records. */
export function printedClasses(classes: readonly ClassPart[]): string[] {
  return classes.flatMap(({ class: of, statement, items, records }, i) => {
    const told = items.filter(({ extent }) => extent !== null);
    const closed = items.filter(({ extent }) => extent === null);
    return [
      `（${i + 1}）${classTitles[of]}：${statements[statement]}`,
      ...(told.length > 0 ? [`涵盖目录项：${told.map(toldItem).join('、')}。`] : []),
      ...(closed.length > 0 ? [`不予提供的目录项：${closed.map(({ title }) => title).join('、')}。`] : []),
      ...records.flatMap(ofRecord),
    ];
  });
}
