import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Viewer } from '../access/viewer.js';
import type { Day } from '../calendar/day.js';
import { Reads } from '../database/reads.js';
import { Account } from './account.js';
import type { Limits } from './limits.js';
import { eraseBefore, keepUse, secretOf, type Use, usedCodes } from './use.reads.js';
import { holderOf, pseudonymOf } from './viewer-key.js';

/** Holders in memory at once, and codes of all of them together; the database remembers the others. */
const mostAccounts = 20_000;
const mostCodes = 500_000;

/** How long what was spent may wait to be written, in ms. */
const writtenWithin = 300;
/** How long to wait when the database did not take it, in ms. */
const triedAgainAfter = 3_000;
/** Codes written by one statement. */
const writtenAtOnce = 10_000;

/** An account read longer ago than this (ms) is read again, beside the requests … */
const fresh = 3_000;
/** … and one read longer ago than this (ms) before the next new code is spent. */
const tooOld = 15_000;

/**
 * The budgets of one process: how many distinct entities each holder has asked about or been shown today. Exact in memory
 * for everything that this process answers, however much at once. The database is told within 300 ms, behind the
 * answers, so that a restart forgets nothing and other instances take it up within seconds; `kill -9` loses what the
 * last of these intervals had not written yet. Instances can together overspend by what they answer in those seconds.
 */
export class Budgets {
  readonly #reads: Reads;
  readonly #limits: Limits;
  readonly #report: (message: string) => void;
  readonly #accounts: LRUCache<string, Account>;
  readonly #opening = new Map<string, Promise<Account>>();
  readonly #secrets = new Map<Day, Promise<string>>();
  /** Spent and not yet written; what is being written stays in it until it is. */
  #unwritten: Use[] = [];
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #codesHeld = 0;
  #latestDay: Day = '';
  #erasedOn: Day = '';

  constructor(pool: pg.Pool, limits: Limits, report: (message: string) => void) {
    this.#reads = new Reads(pool);
    this.#limits = limits;
    this.#report = report;
    this.#accounts = new LRUCache({
      max: mostAccounts,
      dispose: (account) => {
        this.#codesHeld -= account.used;
      },
    });
  }

  /**
   * The account of whoever asks, on a day. It comes at once when it is in memory, and by a statement when the holder asks
   * this process for the first time that day.
   */
  accountOf(viewer: Viewer, address: string, day: Day): Account | Promise<Account> {
    const key = `${day} ${holderOf(viewer, address)}`;
    const known = this.#accounts.get(key);
    if (known) return known;
    let opening = this.#opening.get(key);
    if (!opening) {
      opening = this.#open(key, viewer, address, day).finally(() => this.#opening.delete(key));
      this.#opening.set(key, opening);
    }
    return opening;
  }

  /** What must happen before the account may spend new codes; undefined when nothing must. */
  refreshed(account: Account): Promise<void> | undefined {
    const age = performance.now() - account.readAt;
    if (age < fresh) return undefined;
    const before = account.readAt;
    account.readAt = performance.now();
    const reading = this.#takeUp(account);
    if (age > tooOld) {
      return reading.catch((error: Error) => {
        account.readAt = before;
        throw error;
      });
    }
    reading.catch((error: Error) => this.#report(`budgets: ${error.message}`));
    return undefined;
  }

  /** Enters new codes into the account, and into what is to be written. */
  enter(account: Account, codes: readonly string[]): void {
    const { day, viewer } = account;
    this.#add(account, codes);
    for (const uscc of codes) this.#unwritten.push({ day, viewer, uscc });
    this.#writeSoon();
  }

  /** Writes what is not written yet. Does not fail: what cannot be written is kept for the next time. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** Writes the rest and ends. */
  async close(): Promise<void> {
    await this.flush();
    clearTimeout(this.#timer);
  }

  async #open(key: string, viewer: Viewer, address: string, day: Day): Promise<Account> {
    this.#begin(day);
    const pseudonym = pseudonymOf(holderOf(viewer, address), await this.#secret(day));
    const account = new Account(day, pseudonym, this.#limits[viewer.role], performance.now());
    // it may have been dropped from memory before what it spent was written
    account.take(this.#unwritten.filter((use) => use.viewer === pseudonym && use.day === day).map(({ uscc }) => uscc));
    account.take(await usedCodes(this.#reads, day, pseudonym));
    this.#accounts.set(key, account);
    this.#codesHeld += account.used;
    while (this.#codesHeld > mostCodes && this.#accounts.size > 1) this.#accounts.pop();
    return account;
  }

  async #takeUp(account: Account): Promise<void> {
    this.#add(account, await usedCodes(this.#reads, account.day, account.viewer));
  }

  #add(account: Account, codes: readonly string[]): void {
    const before = account.used;
    account.take(codes);
    this.#codesHeld += account.used - before;
  }

  /** A new day begins with empty accounts. */
  #begin(day: Day): void {
    if (day <= this.#latestDay) return;
    this.#latestDay = day;
    this.#accounts.clear();
    this.#secrets.clear();
    this.#writeSoon();
  }

  #secret(day: Day): Promise<string> {
    let secret = this.#secrets.get(day);
    if (!secret) {
      secret = secretOf(this.#reads, day);
      this.#secrets.set(day, secret);
      secret.catch(() => this.#secrets.delete(day));
    }
    return secret;
  }

  #writeSoon(wait = writtenWithin): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, wait).unref();
  }

  async #write(): Promise<void> {
    try {
      while (this.#unwritten.length > 0) {
        const uses = this.#unwritten.slice(0, writtenAtOnce);
        await keepUse(this.#reads, uses);
        this.#unwritten.splice(0, uses.length);
      }
      if (this.#erasedOn === this.#latestDay) return;
      await eraseBefore(this.#reads, this.#latestDay);
      this.#erasedOn = this.#latestDay;
    } catch (error) {
      this.#report(`budgets: ${(error as Error).message}`);
      this.#writeSoon(triedAgainAfter);
    }
  }
}
