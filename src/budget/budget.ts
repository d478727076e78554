import { isItself, type Viewer } from '../access/viewer.js';
import type { Day } from '../calendar/day.js';
import { Refusal } from '../messages/refusal.js';
import type { Account } from './account.js';
import type { Budgets } from './budgets.js';

/** Who spends, and when. */
export interface Spender {
  readonly viewer: Viewer;
  /** Address of the client, as the server sees it. */
  readonly address: string;
  readonly today: Day;
  readonly now: Date;
}

/** How a budget stands, as `extensions.budget` tells it: distinct entities of one legal day. */
export interface BudgetTold {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** The instant at which it is whole again, RFC 3339. */
  readonly resetsAt: string;
}

/**
 * What one request spends. Every read that takes codes or shows entities charges them here, before it looks them up where
 * it can: what is refused then says nothing of what there is. A code asked counts whether or not anybody has it; the same
 * code again on the same day costs nothing; an enterprise asks about itself for nothing.
 */
export class Budget {
  readonly #budgets: Budgets;
  readonly #spender: Spender;
  #account: Account | undefined;

  constructor(budgets: Budgets, spender: Spender) {
    this.#budgets = budgets;
    this.#spender = spender;
  }

  /**
   * Charges the codes that were asked or shown: all of them or, when they do not fit, none.
   *
   * @throws Refusal BUDGET_SPENT
   */
  async spend(codes: readonly string[]): Promise<void> {
    const account = await this.#open();
    const costly = account.newAmong(this.#ofOthers(codes));
    if (costly.length === 0) return;
    await this.#budgets.refreshed(account);
    this.#charge(account, costly);
  }

  /**
   * Looks up a page of at most so many rows and charges their codes. The room for all of them is needed beforehand,
   * whatever there is to find: else a refusal would tell that there is something. A row that names no entity costs nothing.
   *
   * @throws Refusal BUDGET_SPENT
   */
  async page<Row>(most: number, lookUp: () => Promise<Row[]>, codeOf: (row: Row) => string | null): Promise<Row[]> {
    const account = await this.#open();
    await this.#budgets.refreshed(account);
    if (!account.hasRoomFor(most)) throw this.#refusal(account);
    account.reserve(most);
    let rows: Row[];
    try {
      rows = await lookUp();
    } finally {
      account.release(most);
    }
    this.#charge(account, this.#ofOthers(rows.slice(0, most).flatMap((row) => codeOf(row) ?? [])));
    return rows;
  }

  /** How the budget stands now; undefined while the request has touched no entity. */
  get told(): BudgetTold | undefined {
    if (!this.#account) return undefined;
    const { limit, used, remaining, resetsAt } = this.#account;
    return { limit, used, remaining, resetsAt: resetsAt.toISOString() };
  }

  async #open(): Promise<Account> {
    const { viewer, address, today } = this.#spender;
    this.#account ??= await this.#budgets.accountOf(viewer, address, today);
    return this.#account;
  }

  #ofOthers(codes: readonly string[]): readonly string[] {
    const { viewer } = this.#spender;
    return viewer.uscc === undefined ? codes : codes.filter((code) => !isItself(viewer, code));
  }

  // looks and charges in one go, without waiting in between: no other request can
  #charge(account: Account, codes: readonly string[]): void {
    const costly = account.newAmong(codes);
    if (costly.length === 0) return;
    if (!account.hasRoomFor(costly.length)) throw this.#refusal(account);
    this.#budgets.enter(account, costly);
  }

  #refusal({ limit, remaining, resetsAt }: Account): Refusal {
    const retryAfter = Math.max(1, Math.ceil((resetsAt.getTime() - this.#spender.now.getTime()) / 1000));
    return new Refusal('BUDGET_SPENT', { limit, remaining, resetsAt: resetsAt.toISOString(), retryAfter });
  }
}
