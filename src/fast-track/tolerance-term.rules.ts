/** The longest time for supplying what was missing, in working days: 深圳市容缺办理管理办法 (2019-10-01). */
const longest = 20;

/** So many working days before the promised limit everything must be there: 深圳市容缺办理管理办法. */
const before = 2;

/** Working days in which missing materials are to be supplied; none is left where the limit is two or less. */
export const suppliesWithin = (limitDays: number): number => Math.max(0, Math.min(limitDays - before, longest));
