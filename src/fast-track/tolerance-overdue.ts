import { ToleranceState } from './tolerance.states.js';

const s = ToleranceState;

/**
 * Whether the time for supplying of a tolerant acceptance is over and nothing has excused it yet, as SQL over its table: the same
 * as the rules say, whether or not the clock has looked at it.
 *
 * @param t alias of the table
 * @param day SQL of the day as of which it is asked
 */
export const overdueSql = (t: string, day: string): string =>
  `(${t}.state = '${s.OVERDUE}' or ${t}.state = '${s.EXTENSION_ASKED}' and 'passDueDay' = any(${t}.history)
    or ${t}.state in ('${s.ACCEPTED}', '${s.EXTENDED}') and ${t}.due_on < ${day})`;
