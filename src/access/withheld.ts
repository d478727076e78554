import type { Language } from '../messages/language.js';
import type { Verdict } from './verdict.js';
import { withheldReasons } from './withheld-reasons.js';
import type { WithheldReason } from './words.js';

/** Path of a value in the answer, as graphql-js links it. */
interface Path {
  readonly prev: Path | undefined;
  readonly key: string | number;
}

/** One entry of `extensions.withheld`. */
export interface WithheldEntry {
  readonly path: (string | number)[];
  readonly state: 'MASKED' | 'WITHHELD';
  readonly reason: WithheldReason;
  readonly rule: string;
  readonly basis: string;
  readonly remedy: string;
  /** Of a list: the catalogue items of which records, if there are any, are not listed. */
  readonly items?: readonly string[];
}

type Hidden = Exclude<Verdict, { state: 'SHOWN' }>;

interface Noted {
  readonly path: Path;
  readonly state: 'MASKED' | 'WITHHELD';
  readonly reason: WithheldReason;
  readonly items?: readonly string[];
}

/** What one answer did not show. It is collected while the answer is made and told with it. */
export class WithheldList {
  readonly #entries: Noted[] = [];

  /** A value that was masked or withheld. */
  add(path: Path, { state, reason }: Hidden): void {
    this.#entries.push({ path, state, reason });
  }

  /** What a list leaves out, whether or not there is any: records of the items, or of all items for the reason. */
  addRows(path: Path, reason: WithheldReason, items?: readonly string[]): void {
    this.#entries.push({ path, state: 'WITHHELD', reason, ...(items && { items }) });
  }

  /** Forgets them: the answer they belong to does not leave. */
  clear(): void {
    this.#entries.length = 0;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /**
   * The entries in the language of the caller, by path: the order in which statements come back would be another each time,
   * and would tell how long each took.
   */
  told(language: Language): WithheldEntry[] {
    const entries = this.#entries.map(({ path, state, reason, items }) => {
      const { rule, basis, remedy } = withheldReasons[reason];
      const entry = { path: keysOf(path), state, reason, rule: rule[language], basis, remedy: remedy[language] };
      return items ? { ...entry, items } : entry;
    });
    return entries.sort(byPath);
  }
}

function byPath({ path: one }: WithheldEntry, { path: other }: WithheldEntry): number {
  const at = one.findIndex((key, i) => key !== other[i]);
  if (at < 0 || at >= other.length) return one.length - other.length;
  return one[at]! < other[at]! ? -1 : 1;
}

function keysOf(path: Path): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let step: Path | undefined = path; step; step = step.prev) keys.push(step.key);
  return keys.reverse();
}
