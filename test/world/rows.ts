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

/** Rows as a CSV file with their keys as header. */
export const csv = (rows: Record<string, string>[]): string => {
  const keys = Object.keys(rows[0]!);
  const cell = (text = '') => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [keys.join(','), ...rows.map((row) => keys.map((key) => cell(row[key])).join(','))].join('\r\n');
};
