import type { Sample } from './load.js';

/** A sample with the processor time that it took. */
export interface Round extends Sample {
  /** µs of the server's processor time a request; undefined where the system does not tell. */
  readonly cpu: number | undefined;
  /** µs of the load generator's. */
  readonly generator: number;
}

/** A server's figures: medians of its rounds. */
export interface Figures {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number | undefined;
  readonly generator: number;
}

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const quantile = (sorted: Float64Array, part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;

const rate = ({ requests, seconds }: Sample): number => requests / seconds;

/** Medians of the rounds. */
export function figuresOf(rounds: readonly Round[]): Figures {
  const cpu = rounds.flatMap((round) => round.cpu ?? []);
  return {
    requestsPerSecond: median(rounds.map(rate)),
    p50: median(rounds.map(({ latencies }) => quantile(latencies, 0.5))),
    p99: median(rounds.map(({ latencies }) => quantile(latencies, 0.99))),
    cpu: cpu.length > 0 ? median(cpu) : undefined,
    generator: median(rounds.map(({ generator }) => generator)),
  };
}

/** Ours to bare, round by round: the two of a round ran one after the other, so a machine that slows down slows both. */
export const ratios = (ours: readonly Round[], bare: readonly Round[]): number[] =>
  ours.map((round, i) => rate(round) / rate(bare[i]!));

const columns = ['', 'requests/s', 'p50 ms', 'p99 ms', 'server CPU µs', 'statements'] as const;

/** The figures as a small table; `statements` a request. */
export function tableOf(lines: readonly { name: string; figures: Figures; statements: number }[]): string {
  const rows = lines.map(({ name, figures, statements }) => [
    name,
    figures.requestsPerSecond.toFixed(0),
    figures.p50.toFixed(1),
    figures.p99.toFixed(1),
    figures.cpu?.toFixed(0) ?? 'unknown',
    String(statements),
  ]);
  const [first, ...others] = columns;
  const width = Math.max(...lines.map(({ name }) => name.length));
  return [[first, ...others], ...rows]
    .map(
      ([name, ...cells]) => name!.padEnd(width) + cells.map((cell, i) => cell.padStart(others[i]!.length + 2)).join(''),
    )
    .join('\n');
}
