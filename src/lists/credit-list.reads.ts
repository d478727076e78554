import type { Day } from '../calendar/day.js';
import { columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import type { CreditList } from './credit-list.entity.js';

const allLists = statement<CreditList>(
  'creditLists',
  `select ${columns<CreditList>('l', [
    ...(['id', 'code', 'title', 'englishTitle', 'kind', 'departmentCode', 'itemCode', 'legalBasis'] as const),
    ...(['grounds', 'consequences', 'removalConditions', 'termMonths', 'edition', 'inForceFrom'] as const),
  ])} from credit_list l order by l.code, l.in_force_from`,
);

/** Every list, every edition. */
export class CreditLists {
  readonly #byId: ReadonlyMap<string, CreditList>;

  constructor(readonly editions: readonly CreditList[]) {
    this.#byId = new Map(editions.map((list) => [list.id, list]));
  }

  /** The edition under which an entry was proposed. */
  edition(id: string): CreditList {
    return this.#byId.get(id)!;
  }

  /** Of each list the edition in force on a day, in the order of their codes. */
  inForce(on: Day): CreditList[] {
    const begun = this.editions.filter(({ inForceFrom }) => inForceFrom <= on);
    return [...Map.groupBy(begun, ({ code }) => code).values()].map((editions) => editions.at(-1)!);
  }

  /** The edition of a list that is in force on a day. */
  list(code: string, on: Day): CreditList | undefined {
    return this.inForce(on).find((list) => list.code === code);
  }
}

/** The lists as they stand. */
export const creditLists = snapshot(
  'credit lists',
  ['credit_list'],
  async (reads) => new CreditLists(await reads.rows(allLists)),
);
