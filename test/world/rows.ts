/** A row of a penalty with everything that the national list requires. */
export function penaltyRow(more: Record<string, string> = {}): Record<string, string> {
  return {
    CF_XDR_MC: '包头市某某有限公司',
    CF_XDR_LB: '法人及非法人组织',
    CF_XDR_SHXYM: '91150200MA0T3QT132',
    CF_WSH: '包市监罚〔2026〕1号',
    CF_WFXW: '违反价格管理规定',
    CF_SY: '未明码标价',
    CF_YJ: '《中华人民共和国价格法》第四十二条',
    CF_CFLB: '罚款',
    CF_NR: '处罚款2000元',
    CF_NR_FK: '0.2',
    CF_JDRQ: '2026-10-12',
    CF_YXQ: '2027-10-12',
    CF_CFJG: '包头市市场监督管理局',
    CF_CFJGDM: '1115020001T3QT1233',
    CF_SJLY: '包头市市场监督管理局',
    CF_SJLYDM: '1115020001T3QT1233',
    ...more,
  };
}

/** What an entity has volunteered about itself. */
export const volunteeredRow = (more: Record<string, string> = {}): Record<string, string> => ({
  ZTMC: '包头市某某有限公司',
  TYSHXYDM: '91150200MA0T3QT132',
  TGBH: 'ZY2026-9001',
  XXLB: '管理体系认证',
  XXMC: 'ISO 9001 质量管理体系认证',
  XXNR: '认证范围：饲料生产。',
  TGRQ: '2026-09-01',
  SFHY: '否',
  LXR: '云某真',
  LXDH: '13800005678',
  ...more,
});

/** A subsidy that was paid. */
export const subsidyRow = (more: Record<string, string> = {}): Record<string, string> => ({
  ZTMC: '包头市某某有限公司',
  TYSHXYDM: '91150200MA0T3QT132',
  ZFWH: '包财农〔2026〕9001号',
  XMMC: '农业产业化奖补',
  JE: '500000.00',
  BFRQ: '2026-08-20',
  ZJLY: '市本级资金',
  ...more,
});

/** A certificate of a high-technology enterprise. */
export const highTechRow = (more: Record<string, string> = {}): Record<string, string> => ({
  QYMC: '包头市某某有限公司',
  TYSHXYDM: '91150200MA0T3QT132',
  ZSBH: 'GR202615009001',
  JSLY: '生物与新医药',
  RDND: '2026',
  FZRQ: '2026-06-01',
  YXQZ: '2029-05-31',
  YFZB: '6.5',
  PZJG: '内蒙古自治区科学技术厅',
  ...more,
});

/** Rows as a CSV file with their keys as header. */
export const csv = (rows: Record<string, string>[]): string => {
  const keys = Object.keys(rows[0]!);
  const cell = (text = '') => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [keys.join(','), ...rows.map((row) => keys.map((key) => cell(row[key])).join(','))].join('\r\n');
};
