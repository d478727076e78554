import type { Money } from '../money/money.js';

const written = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*[(（]?\s*(万)?\s*(人民币元|元人民币|人民币|元)?\s*[)）]?$/u;

/**
 * Registered capital as registries write it, in yuan: `5,000(万人民币元)`, `30万人民币`, `2,160(万)`. Without a currency it is
 * yuan. Another currency, or an amount finer than a fen, has no exact value in yuan: null, the text stays.
 */
export function capitalInYuan(text: string): Money | null {
  const match = written.exec(text.normalize('NFKC'));
  if (!match) return null;
  const [, whole, fraction = '', tenThousand] = match;
  const scale = tenThousand ? 6 : 2;
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > scale) return null;
  const fen = BigInt(whole!.replaceAll(',', '') + digits.padEnd(scale, '0'));
  if (fen >= 10n ** 20n) return null;
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
}
