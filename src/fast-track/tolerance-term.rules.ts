/** The longest time for supplying what was missing, in working days: 深圳市容缺办理管理办法 (2019-10-01). */
export const mostSupplyDays = 20;

/** So many working days before the promised limit everything must be there: 深圳市容缺办理管理办法. */
export const beforeTheLimit = 2;

/** The longest extension for force majeure, in working days: a choice of this platform, after 行政许可法 art. 42. */
export const longestExtension = 10;

/** Working days in which missing materials are to be supplied; none is left where the limit is two or less. */
export const suppliesWithin = (limitDays: number): number =>
  Math.max(0, Math.min(limitDays - beforeTheLimit, mostSupplyDays));
