import { Temporal } from 'temporal-polyfill';

/** A calendar date of Asia/Shanghai, `YYYY-MM-DD`. Strings of this form sort as dates do. */
export type Day = string;

const pattern = /^\d{4}-\d{2}-\d{2}$/;

const hour = 3_600_000;
let latest: { hour: number; day: Day } | undefined;

/** The date on which an instant falls in law: Asia/Shanghai, never UTC. */
export function legalDay(instant: Date): Day {
  // days begin on the hour, and every request asks
  const hours = Math.floor(instant.getTime() / hour);
  if (latest?.hour !== hours) latest = { hour: hours, day: dayOf(instant) };
  return latest.day;
}

function dayOf(instant: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDate()
    .toString();
}

/** The instant at which the day ends in law: the next midnight of Asia/Shanghai. */
export function endOfDay(day: Day): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 });
  return new Date(next.toZonedDateTime('Asia/Shanghai').epochMilliseconds);
}

/** Whether the text is a date that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  // there was no year 0, and PostgreSQL knows none
  if (!pattern.test(text) || text < '0001-01-01') return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The day after a number of calendar days. */
export function daysAfter(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** How many calendar days lie between a day and a later one. */
export function daysBetween(day: Day, later: Day): number {
  return Temporal.PlainDate.from(day).until(later).days;
}

/**
 * The corresponding day after a period of months, or the month's last day when there is none
 * (Civil Code 民法典 art. 202). It does not roll over holidays: publicity must not be lengthened by them.
 */
export function monthsAfter(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }).toString();
}
