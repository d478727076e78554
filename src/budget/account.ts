import { type Day, endOfDay } from '../calendar/day.js';

/** What one holder has spent on one day, as far as this process knows. Everything here is synchronous: no two requests interleave. */
export class Account {
  readonly #codes = new Set<string>();
  #reserved = 0;
  /** The instant at which the day ends. */
  readonly resetsAt: Date;

  constructor(
    readonly day: Day,
    /** Pseudonym of the holder. */
    readonly viewer: string,
    readonly limit: number,
    /** When its rows were last asked of the database, in ms of the process's own clock. */
    public readAt: number,
  ) {
    this.resetsAt = endOfDay(day);
  }

  /** Distinct codes spent; more than the limit when other instances spent at the same time. */
  get used(): number {
    return this.#codes.size;
  }

  get remaining(): number {
    return Math.max(0, this.limit - this.#codes.size);
  }

  /** Codes that were spent already, here or elsewhere. */
  take(codes: Iterable<string>): void {
    for (const code of codes) this.#codes.add(code);
  }

  /** The codes among these that would cost something, each once. */
  newAmong(codes: readonly string[]): string[] {
    const unspent = codes.filter((code) => !this.#codes.has(code));
    return unspent.length > 1 ? [...new Set(unspent)] : unspent;
  }

  /** Whether so many more fit beside what is held back for look-ups under way. */
  hasRoomFor(count: number): boolean {
    return this.#codes.size + this.#reserved + count <= this.limit;
  }

  /** Holds room back for a look-up of which it is not known yet what it brings. */
  reserve(count: number): void {
    this.#reserved += count;
  }

  release(count: number): void {
    this.#reserved -= count;
  }
}
