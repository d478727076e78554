/** A case of any capability: its kind, such as REPAIR, and its id. */
export interface CaseAt {
  readonly kind: string;
  readonly id: string;
}

/** Names a case to the batches of what belongs to cases: `REPAIR:<id>`. */
export const caseKey = (kind: string, id: string): string => `${kind}:${id}`;

/** The kinds and the ids behind keys, as two lists of one length: what a statement takes. */
export function casesOf(keys: readonly string[]): [kinds: string[], ids: string[]] {
  const cases = keys.map((key) => key.split(':') as [string, string]);
  return [cases.map(([kind]) => kind), cases.map(([, id]) => id)];
}
