import type { YearNotice } from '../../src/calendar/working-days.js';
import { lines } from './reference.js';

/** The official calendars as the reference file writes them. */
export const notices: readonly YearNotice[] = [...Map.groupBy(lines.calendar, ({ year }) => year!)].map(
  ([year, days]) => ({
    year: Number(year),
    notice: days[0]!['notice']!,
    off: days.filter(({ kind }) => kind === 'OFF').map((line) => ({ day: line['date']!, name: line['name']! })),
    work: days.filter(({ kind }) => kind === 'WORK').map((line) => ({ day: line['date']! })),
  }),
);
