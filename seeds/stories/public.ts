import { agency } from '../agencies.js';
import type { Entity } from '../entity.js';
import { insuranceDebt } from '../records/arrears.js';
import { abnormality, judgment } from '../records/lists.js';
import { penalty } from '../records/penalties.js';
import { commitment } from '../records/promises.js';
import { type Story, storyDesk } from './story.js';

/** An invented public body; its representatives have no number. */
function body(
  code: string,
  name: string,
  form: string,
  industry: string,
  scope: string,
  person: string,
  phone: string,
): Entity {
  return {
    code,
    name,
    formerNames: [],
    established: '2015-03-16',
    form,
    capital: form === '机关法人' ? undefined : 100,
    scope,
    district: '昆都仑区',
    address: '内蒙古自治区包头市昆都仑区砺石路1号',
    status: '存续',
    industry,
    representative: { name: person, phone },
    temper: 'ORDINARY',
    traits: [],
  };
}

/** The agency, institution and social organisations of the stories: a debtor agency, and four with a line or two. */
export function publicStories(): Story[] {
  const debtor = body(
    '1115020001T3QT019Y',
    '包头市示例新区建设管理办公室',
    '机关法人',
    'S92',
    '示例新区基础设施建设与管理。',
    '甄拟',
    '10015020001',
  );
  const institution = body(
    '1215020046T3QT0245',
    '包头市示例公共资源服务中心',
    '事业单位法人',
    'M74',
    '提供公共资源交易服务。',
    '贾样本',
    '10015020002',
  );
  const association = body(
    '5115020050T3QT0546',
    '包头市示例羊绒行业协会',
    '社会团体法人',
    'S95',
    '行业交流、培训与自律。',
    '虞设例',
    '10015020003',
  );
  const school = body(
    '52150200MJT3QT0652',
    '包头市示例技能培训学校',
    '民办非企业单位',
    'P83',
    '职业技能培训。',
    '莫拟名',
    '10015020004',
  );
  const foundation = body(
    '53150200MJT3QT030C',
    '包头市示例草原公益基金会',
    '基金会法人',
    'S95',
    '资助草原生态保护公益项目。',
    '舒例文',
    '10015020005',
  );
  const desk = storyDesk('public');
  const drc = agency('DRC');
  return [
    {
      entity: debtor,
      records: {
        COURT_UNPERFORMED_JUDGMENT: [
          judgment(debtor, {
            number: '（2026）内02执9002号',
            on: '2026-04-15',
            basis: '（2025）内02民初9002号',
            duty: '支付申请执行人工程款人民币1000000.00元及逾期利息。',
            unperformed: 100_000_000,
          }),
          judgment(debtor, {
            number: '（2023）内02执9002号',
            on: '2023-05-18',
            basis: '（2022）内02民初9002号',
            duty: '支付申请执行人设计费人民币240000.00元。',
            performedOn: '2024-01-25',
          }),
        ],
      },
    },
    {
      entity: institution,
      records: {
        DRC_COMMITMENT: [
          commitment(institution, {
            serial: 900_002,
            kind: '主动型',
            cause: '主动公开作出信用承诺',
            content: '按合同约定及时足额支付账款。',
            on: '2026-01-12',
            until: '2027-01-12',
            by: drc,
          }),
        ],
      },
    },
    {
      entity: association,
      records: {
        CIVIL_ABNORMAL_ACTIVITY: [
          abnormality(association, agency('CIVIL'), {
            number: '包民政异列〔2024〕9001号',
            on: '2024-07-03',
            reason: '未按照规定时限和要求向登记管理机关报送年度工作报告',
            removedOn: '2025-07-04',
          }),
        ],
      },
    },
    {
      entity: school,
      records: {
        MARKET_PENALTY: [
          penalty(school, agency('MARKET'), {
            number: '包市监罚决〔2025〕9002号',
            on: '2025-12-03',
            conduct: '发布虚假广告',
            facts: '当事人在招生宣传中使用与实际情况不符的就业率数据。',
            basis: '《中华人民共和国广告法》第五十五条第一款',
            sanctions: ['罚款'],
            fine: 200_000,
          }),
        ],
        HRSS_SOCIAL_INSURANCE_ARREARS: [
          insuranceDebt(
            school,
            {
              month: '2025-05',
              kind: '失业保险',
              owed: 243_600,
              people: 9,
              on: '2025-07-08',
              notice: '包人社限缴〔2025〕9002号',
              settledOn: '2025-08-20',
            },
            desk,
          ),
        ],
      },
    },
    {
      entity: foundation,
      records: {
        DRC_COMMITMENT: [
          commitment(foundation, {
            serial: 900_003,
            kind: '行业自律型',
            cause: '公益慈善诚信倡议',
            content: '依照章程使用善款，按时公开收支情况。',
            on: '2026-03-09',
            until: '2027-03-09',
            by: drc,
          }),
        ],
      },
    },
  ];
}
