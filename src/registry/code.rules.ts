import { EntityKind } from './legal-entity.entity.js';

const kinds: Readonly<Record<string, EntityKind>> = {
  '11': EntityKind.GOVERNMENT_AGENCY,
  '12': EntityKind.PUBLIC_INSTITUTION,
  '13': EntityKind.SOCIAL_ORGANISATION,
  '51': EntityKind.SOCIAL_ORGANISATION,
  '52': EntityKind.SOCIAL_ORGANISATION,
  '53': EntityKind.SOCIAL_ORGANISATION,
  '81': EntityKind.SOCIAL_ORGANISATION,
  '91': EntityKind.ENTERPRISE,
  '92': EntityKind.SOLE_TRADER,
  '93': EntityKind.COOPERATIVE,
};

/** Kind of the entity, from the first two characters of its code (GB 32100-2015). */
export const kindOf = (uscc: string): EntityKind => kinds[uscc.slice(0, 2)] ?? EntityKind.OTHER;

/**
 * Region of registration, from positions 3 to 8 of the code: the region itself if it is known, else the city or province
 * that contains it. Codes outlive the divisions they name, so a district that was dissolved falls to its city.
 */
export function regionOf(uscc: string, known: (code: string) => boolean): string | null {
  const code = uscc.slice(2, 8);
  return [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find(known) ?? null;
}
