import { Polarity } from '../catalogue/catalogue-item.entity.js';

/** What lines are made of: records of one item that stand alike. */
export interface Counted {
  readonly item: { readonly polarity: Polarity };
  readonly state: string;
  readonly said: string | null;
  readonly count: number;
  readonly disputed: number;
  readonly ids: readonly string[];
  readonly days: readonly string[];
  /** Yuan with two decimals. */
  readonly sum: string | null;
}

/** How records stand together. */
export interface Together {
  readonly count: number;
  readonly favourable: number;
  readonly adverse: number;
  readonly neutral: number;
  readonly inForce: number;
  /** Adverse ones in force: what weighs against the entity now. */
  readonly adverseInForce: number;
  readonly repaired: number;
  readonly withdrawn: number;
  readonly expired: number;
  readonly disputed: number;
  /** Yuan with two decimals; null: none of them says an amount. */
  readonly amount: string | null;
  readonly latestOn: string | null;
  /** The newest, first. */
  readonly ids: readonly string[];
}

/** Yuan with two decimals as fen, exact. */
const fenOf = (yuan: string): bigint => BigInt(yuan.replace('.', ''));

function yuanOf(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Ids of several lists, the newest first, and no more than a line cites. */
export function newest(parts: readonly Pick<Counted, 'ids' | 'days'>[], most: number): string[] {
  const dated = parts.flatMap(({ ids, days }) => ids.map((id, i) => ({ id, day: days[i]! })));
  dated.sort((one, other) => (one.day === other.day ? (one.id < other.id ? 1 : -1) : one.day < other.day ? 1 : -1));
  return dated.slice(0, most).map(({ id }) => id);
}

/** How the records of several tallies stand together. */
export function together(parts: readonly Counted[], most: number): Together {
  const sum = (wanted: (part: Counted) => boolean): number =>
    parts.filter(wanted).reduce((count, part) => count + part.count, 0);
  const sums = parts.flatMap((part) => part.sum ?? []);
  const days = parts.flatMap((part) => part.days.slice(0, 1)).sort();
  return {
    count: sum(() => true),
    favourable: sum(({ item }) => item.polarity === Polarity.FAVOURABLE),
    adverse: sum(({ item }) => item.polarity === Polarity.ADVERSE),
    neutral: sum(({ item }) => item.polarity === Polarity.NEUTRAL),
    inForce: sum(({ state }) => state === 'EFFECTIVE'),
    adverseInForce: sum(({ item, state }) => item.polarity === Polarity.ADVERSE && state === 'EFFECTIVE'),
    repaired: sum(({ state }) => state === 'REPAIRED'),
    withdrawn: sum(({ state }) => state === 'WITHDRAWN'),
    expired: sum(({ state }) => state === 'EXPIRED'),
    disputed: parts.reduce((count, { disputed }) => count + disputed, 0),
    amount: sums.length === 0 ? null : yuanOf(sums.reduce((total, one) => total + fenOf(one), 0n)),
    latestOn: days.at(-1) ?? null,
    ids: newest(parts, most),
  };
}
