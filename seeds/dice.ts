import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const citySeed = 150200;

/** FNV-1a over the UTF-16 code units: the same label always opens the same stream. */
function streamOf(label: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  return hash ^ citySeed;
}

/** Chance that always falls the same way. One stream a label, so that a new kind of record disturbs no other. */
export class Dice {
  private readonly generator;

  constructor(label: string) {
    this.generator = xoroshiro128plus(streamOf(label));
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return uniformInt(this.generator, from, to);
  }

  /** True in `percent` of a hundred throws. */
  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  /** One of the list, each as likely. */
  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!;
  }

  /** One of the keys, as likely as its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let throwOf = this.int(
      1,
      entries.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [key, weight] of entries) {
      throwOf -= weight;
      if (throwOf <= 0) return key;
    }
    return entries[0]![0];
  }

  /** As many digits as asked. */
  digits(count: number): string {
    let text = '';
    for (let i = 0; i < count; i++) text += String(this.int(0, 9));
    return text;
  }

  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  }
}
