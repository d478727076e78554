import type { StepRefusal } from '../workflow/take.js';
import { BuyerKind } from './procurement.words.js';

// Who buys and who sells in the sense of State Council Order 802 (保障中小企业款项支付条例), arts 2, 3, 36, by the first two
// characters of their codes (GB 32100-2015).

/** What a code says of a buyer by itself. */
const byCode: Readonly<Record<string, BuyerKind>> = { '11': BuyerKind.AGENCY, '12': BuyerKind.INSTITUTION };

/** What has to be stated of a buyer, since its code does not say it: that it uses fiscal money, that it is large. */
const stateable: Readonly<Record<string, readonly BuyerKind[]>> = {
  '13': [BuyerKind.FISCAL_ORGANISATION],
  '51': [BuyerKind.FISCAL_ORGANISATION],
  '52': [BuyerKind.FISCAL_ORGANISATION],
  '53': [BuyerKind.FISCAL_ORGANISATION],
  '91': [BuyerKind.STATE_OWNED_LARGE_ENTERPRISE, BuyerKind.LARGE_ENTERPRISE],
};

/** Codes of market entities: enterprises, sole traders, farmers' cooperatives. */
const marketEntities: readonly string[] = ['91', '92', '93'];

const prefixOf = (uscc: string): string => uscc.slice(0, 2);

/** What a buyer is, or why the order does not cover it. */
export type BuyerVerdict = { readonly refused: null; readonly kind: BuyerKind } | { readonly refused: StepRefusal };

/** What the buyer with a code is, with what is stated of it; a statement never contradicts the code. */
export function buyerKindOf(uscc: string, stated: BuyerKind | null): BuyerVerdict {
  const prefix = prefixOf(uscc);
  const certain = byCode[prefix];
  const possible = certain ? [certain] : (stateable[prefix] ?? []);
  const kind = stated ?? certain;
  if (possible.length === 0 || kind === undefined) {
    return { refused: { reason: 'BUYER_NOT_COVERED', params: { prefix, possible: possible.join(', ') || '-' } } };
  }
  if (possible.includes(kind)) return { refused: null, kind };
  return { refused: { reason: 'BUYER_KIND_CONTRADICTS', params: { prefix, kind, possible: possible.join(', ') } } };
}

/** Whether somebody with the code is a market entity: an enterprise, a sole trader or a farmers' cooperative. */
export const isMarketEntity = (uscc: string): boolean => marketEntities.includes(prefixOf(uscc));

/** Whether the code can be that of a body that spends by a budget. */
export const spendsByBudget = (uscc: string): boolean => ['11', '12', '13', '51', '52', '53'].includes(prefixOf(uscc));

/** Buyers that spend fiscal money, by an approved budget (Order 802, arts 8, 36). */
export const publicBuyers: readonly BuyerKind[] = [
  BuyerKind.AGENCY,
  BuyerKind.INSTITUTION,
  BuyerKind.FISCAL_ORGANISATION,
];
