import type { Holding } from '../access/policy.js';
import type { Purpose } from '../access/purpose.js';
import type { Day } from '../calendar/day.js';
import { statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';

/** A sharing request that was granted, as far as access asks: what it opens to whom, for what and until when. */
interface GrantedRequest {
  readonly id: string;
  readonly requester: string;
  readonly itemCode: string;
  readonly purpose: Purpose;
  readonly fields: readonly string[];
  readonly from: Day;
  readonly until: Day;
  /** Whether it is in use: neither suspended, completed nor terminated. */
  readonly inUse: boolean;
}

const granted = statement<GrantedRequest>(
  'grantedRequests',
  `select s.id, s.requester_code as requester, s.item_code as "itemCode", s.purpose, s.fields,
     s.valid_from as "from", s.valid_until as "until", s.state = 'IN_USE' as "inUse"
   from sharing_request s where s.valid_from is not null`,
);

/** Every grant there is or was, by department and item. */
export class Grants {
  readonly #byHolder: ReadonlyMap<string, readonly GrantedRequest[]>;

  constructor(requests: readonly GrantedRequest[]) {
    this.#byHolder = Map.groupBy(requests, ({ requester, itemCode }) => `${requester}:${itemCode}`);
  }

  /** What the department holds of the item on a day for a purpose. */
  holding(department: string, itemCode: string, purpose: Purpose | null, today: Day): Holding {
    const all = this.#byHolder.get(`${department}:${itemCode}`);
    if (!all) return 'NONE';
    const inForce = all.filter(({ inUse, from, until }) => inUse && from <= today && today <= until);
    if (inForce.length === 0) return 'ENDED';
    const forPurpose = inForce.filter((one) => one.purpose === purpose);
    if (forPurpose.length === 0) return 'OTHER_PURPOSE';
    return { requests: forPurpose.map(({ id }) => id), fields: forPurpose.flatMap(({ fields }) => fields) };
  }
}

/** The grants as they stand. */
export const grants = snapshot(
  'grants',
  ['sharing_request'],
  async (reads): Promise<Grants> => new Grants(await reads.rows(granted)),
);
