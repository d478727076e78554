import { isDay } from './day.js';

const rfc3339 = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;

/** The instant that a text of RFC 3339 names, such as 2026-11-22T08:00:00Z; null when it names none. */
export function instantOf(text: string): Date | null {
  if (!rfc3339.test(text) || !isDay(text.slice(0, 10))) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
