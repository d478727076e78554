import { GraphQLScalarType, Kind } from 'graphql';
import { Refusal } from '../messages/refusal.js';
import { isDay } from './day.js';

function readDay(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new Refusal('DATE', { value: String(value) });
}

/** Calendar date of Asia/Shanghai. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'Calendar date of Asia/Shanghai, written YYYY-MM-DD (GB/T 7408.1-2023). 日期（北京时间）',
  serialize: (value) => value as string,
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : undefined),
});

const rfc3339 = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;

function readInstant(value: unknown): Date {
  if (typeof value === 'string' && rfc3339.test(value) && isDay(value.slice(0, 10))) {
    const instant = new Date(value);
    if (!Number.isNaN(instant.getTime())) return instant;
  }
  throw new Refusal('DATE_TIME', { value: String(value) });
}

/** Instant, RFC 3339. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'Instant, RFC 3339, such as 2026-11-22T08:00:00.000Z. 时刻',
  serialize: (value) => (value instanceof Date ? value : new Date(value as string)).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : undefined),
});
