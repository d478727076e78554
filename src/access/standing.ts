import { type Footing, type Holding, type ItemDeclaration, relationTo } from './policy.js';
import type { Purpose, Scope } from './purpose.js';
import type { Viewer } from './viewer.js';
import type { WithheldReason } from './words.js';

/** What a request says about why it reads: the headers `Credit-Purpose` and `Credit-Case`. */
export interface StatedPurpose {
  readonly purpose: Purpose | null;
  readonly caseNumber: string | null;
}

/**
 * The legal standing of a kind of viewer for one stated purpose. Viewers of one kind share it while mandates and grants stay
 * as they are, so that what follows from it (which items may be known of, how their fields look) is worked out once.
 */
export class Standing {
  readonly #footings = new Map<string, Footing>();

  constructor(
    private readonly viewer: Pick<Viewer, 'role' | 'department'>,
    /** The stated purpose where it holds. */
    readonly purpose: Purpose | null,
    /** Why none holds. */
    readonly bar: WithheldReason | null,
    private readonly scope: Scope | null,
    private readonly holdingOf: (itemCode: string) => Holding,
  ) {}

  /** Ids of the granted requests under which items are read. */
  grantsOn(itemCodes: readonly string[]): string[] {
    const holdings = itemCodes.map((code) => this.holdingOf(code));
    return [...new Set(holdings.flatMap((holding) => (typeof holding === 'object' ? holding.requests : [])))];
  }

  /** On what footing the viewer asks about records of an item, of which it is not the subject. */
  towards(item: ItemDeclaration & { readonly code: string }): Footing {
    const key = `${item.code}:${item.providerCode}`;
    let footing = this.#footings.get(key);
    if (!footing) {
      footing = {
        relation: relationTo(this.viewer, item),
        purpose: this.purpose,
        bar: this.bar,
        scope: this.scope,
        holding: this.holdingOf(item.code),
      };
      this.#footings.set(key, footing);
    }
    return footing;
  }
}

/** The footing of a subject that asks about itself: nothing else is asked. */
export const asSubject: Footing = { relation: 'SUBJECT', purpose: null, bar: null, scope: null, holding: 'NONE' };
