import { GraphQLScalarType, Kind } from 'graphql';
import { Refusal } from '../messages/refusal.js';
import { isDay } from './day.js';
import { instantOf } from './instant.js';

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

function readInstant(value: unknown): Date {
  const instant = typeof value === 'string' ? instantOf(value) : null;
  if (instant) return instant;
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
