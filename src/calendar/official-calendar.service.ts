import { sql } from 'kysely';
import { audit } from '../audit/audit.js';
import type { Context } from '../context.js';
import { OfficialCalendar } from './official-calendar.entity.js';
import type { DefineCalendarInput } from './official-calendar.inputs.js';
import { workingDays } from './official-calendar.reads.js';
import { checkCalendar } from './official-calendar.rules.js';

/**
 * Loads the official calendar of a year, or replaces it: the State Council amends its notices. What the calendar was stands
 * in the audit.
 */
export async function defineCalendar(context: Context, input: DefineCalendarInput): Promise<OfficialCalendar> {
  const { year } = input;
  const said = { notice: input.notice.trim(), off: sorted(input.off), work: sorted(input.work) };
  checkCalendar({ year, ...said });
  const calendar = await context.em.transactional(async (em) => {
    // one deed on a year at a time, whether or not it has a row yet
    await sql`select pg_advisory_xact_lock(hashtext('calendar'), ${year}::int)`.execute(em.getKysely());
    const before = await em.findOne(OfficialCalendar, { year });
    const former = before && { notice: before.notice, off: before.off, work: before.work };
    const after = before ? em.assign(before, said) : em.create(OfficialCalendar, { year, ...said });
    em.persist(after);
    audit(em, context, {
      deed: 'calendar.define',
      subjectType: 'OfficialCalendar',
      subjectId: String(year),
      facts: { before: former, after: said },
    });
    return after;
  });
  await context.refreshed(workingDays);
  return calendar;
}

/** By day, as plain values: inputs are instances of their classes. */
const sorted = <Of extends { readonly day: string }>(days: readonly Of[]): Of[] =>
  days.map((one) => ({ ...one })).sort((a, b) => (a.day < b.day ? -1 : 1));
