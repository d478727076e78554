import type { Purpose } from '../access/purpose.js';
import type { Viewer } from '../access/viewer.js';
import { columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import type { Mandate } from './mandate.entity.js';
import type { PurposeScope } from './purpose-scope.entity.js';

const allMandates = statement<Mandate>(
  'mandates',
  `select ${columns<Mandate>('m', ['holder', 'purpose', 'basis'])} from mandate m order by m.holder, m.purpose`,
);

const allScopes = statement<PurposeScope>(
  'purposeScopes',
  `select ${columns<PurposeScope>('p', ['purpose', 'classes', 'personal', 'basis'])} from purpose_scope p order by p.purpose`,
);

/** Who may read for which purpose, and what each purpose opens. */
export class Mandates {
  readonly #byHolder: ReadonlyMap<string, readonly Mandate[]>;
  readonly #scopes: ReadonlyMap<Purpose, PurposeScope>;

  constructor(
    mandates: readonly Mandate[],
    readonly scopes: readonly PurposeScope[],
  ) {
    this.#byHolder = Map.groupBy(mandates, ({ holder }) => holder);
    this.#scopes = new Map(scopes.map((scope) => [scope.purpose, scope]));
  }

  /** The purposes that a department (by its code) or an office (by its role) may state. */
  of(holder: string): readonly Mandate[] {
    return this.#byHolder.get(holder) ?? [];
  }

  /** What a purpose opens. */
  scope(purpose: Purpose): PurposeScope | null {
    return this.#scopes.get(purpose) ?? null;
  }

  /** Whether the viewer may read for the purpose. */
  covers(viewer: Pick<Viewer, 'role' | 'department'>, purpose: Purpose): boolean {
    return this.of(viewer.department ?? viewer.role).some((mandate) => mandate.purpose === purpose);
  }
}

/** Mandates and scopes as they stand. */
export const mandates = snapshot(
  'mandates',
  ['mandate', 'purpose_scope'],
  async (reads): Promise<Mandates> => new Mandates(await reads.rows(allMandates), await reads.rows(allScopes)),
);
