import { Role } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import { AlertKind } from './alert.words.js';

/** How much a watcher may watch: this platform's own limits, so that no watch stands in for a copy of the register. */
export interface WatchLimit {
  /** Entities that one watch may name. */
  readonly perWatch: number;
  /** Distinct entities that all watches of an enterprise together may name; null: no such limit. */
  readonly inAll: number | null;
  /** Watches that go on at the same time. */
  readonly watches: number;
}

/** The limits of a role that may watch. */
export const limitOf = (role: Role): WatchLimit =>
  role === Role.DEPARTMENT ? { perWatch: 1000, inAll: null, watches: 200 } : { perWatch: 200, inAll: 200, watches: 20 };

/** The hour of the digest, Asia/Shanghai: what was found before it is told that day. */
export const digestHour = (today: Day): Date => new Date(`${today}T08:00:00+08:00`);

/** What is wrong with what is to be watched. */
export type TargetFault = 'NOTHING' | 'BOTH' | 'REGION_FORM' | 'REGION_UNKNOWN' | 'REGION_OF_ENTERPRISE' | 'TOO_MANY';

/** What is to be watched, as it was asked. */
export interface Target {
  readonly usccs: readonly string[] | null;
  readonly region: string | null;
}

/**
 * What is wrong with what is to be watched; null when nothing is. A watch names entities, or the region of which it watches
 * all: this a department alone, for an enterprise has suppliers and no district.
 *
 * @param regions codes of the regions that there are
 */
export function targetFault(role: Role, { usccs, region }: Target, regions: Iterable<string>): TargetFault | null {
  const named = new Set(usccs ?? []).size;
  if (region === null) {
    if (named === 0) return 'NOTHING';
    return named > limitOf(role).perWatch ? 'TOO_MANY' : null;
  }
  if (role !== Role.DEPARTMENT) return 'REGION_OF_ENTERPRISE';
  if (usccs !== null) return 'BOTH';
  if (!/^\d{2}(\d{2}(\d{2})?)?$/.test(region)) return 'REGION_FORM';
  return [...regions].some((code) => code.startsWith(region)) ? null : 'REGION_UNKNOWN';
}

/** The kinds that were asked, each once and in the order in which they are declared. */
export const kindsOf = (kinds: readonly AlertKind[]): AlertKind[] =>
  Object.values(AlertKind).filter((kind) => kinds.includes(kind));

/** Kinds for which a gravity can be asked: those that are about records. */
export const hasGravity = (kinds: readonly AlertKind[]): boolean =>
  kinds.includes(AlertKind.NEW_ADVERSE_RECORD) || kinds.includes(AlertKind.LISTED);
