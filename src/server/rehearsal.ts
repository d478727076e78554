import type { IncomingHttpHeaders } from 'node:http';
import { legalDay } from '../calendar/day.js';
import { instantOf } from '../calendar/instant.js';
import { yearOf } from '../calendar/working-days.js';
import type { Config } from '../config.js';
import { Refusal } from '../messages/refusal.js';

/** The years in which one may rehearse. */
const earliest = 2000;
const latest = 2100;

/** Whether requests may bring a clock of their own: where tokens are given to anyone, time may be too. */
export const mayRehearse = ({ authIssuer, production }: Pick<Config, 'authIssuer' | 'production'>): boolean =>
  authIssuer === undefined && !production;

/**
 * The instant at which the request asks to be answered, from its header `Credit-Clock`; null when it brings none.
 *
 * @throws Refusal CLOCK_NOT_YOURS where nobody may rehearse, CLOCK when the header names no instant of 2000 to 2100
 */
export function rehearsedInstant(headers: IncomingHttpHeaders, allowed: boolean): Date | null {
  const given = headers['credit-clock'];
  if (given === undefined) return null;
  if (!allowed) throw new Refusal('CLOCK_NOT_YOURS');
  // a header that was sent twice arrives joined by commas, and is no instant
  const instant = instantOf(String(given));
  const year = instant && yearOf(legalDay(instant));
  if (instant && year !== null && year >= earliest && year <= latest) return instant;
  const value = String(given).slice(0, 100);
  throw new Refusal('CLOCK', { value, earliest: String(earliest), latest: String(latest) });
}
