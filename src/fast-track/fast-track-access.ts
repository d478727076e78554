import { decide } from '../access/policy.js';
import { asDeclared, departmentOf, only, ownEntity, role } from '../access/rules.js';
import { Disclosure, Role, SharingAttribute } from '../access/words.js';
import type { Context } from '../context.js';
import type { FastTrackGrant } from './grant.entity.js';

/**
 * What the fast track says of an entity is declared as an evaluation is: the entity itself sees it, departments with a purpose that
 * needs evaluations, the credit centre likewise, and the supervisor. The public sees announced grants and no more.
 */
const item = {
  code: 'FAST_TRACK',
  class: 'EVALUATION',
  providerCode: '',
  sharing: SharingAttribute.UNCONDITIONAL,
  disclosure: Disclosure.SUBJECT,
};
const field = (key: string) => ({ key, disclosure: Disclosure.GOVERNMENT, masking: null });

/** Of a value about an entity. */
export const toClerks = <Row>(key: string, idOf: (row: Row) => string, codeOf: (row: Row) => string) =>
  asDeclared<Row>({ item, field: field(key), idOf, codeOf });

/** Whether values about entities in general are shown to the viewer. */
export function answersClerk({ standing }: Pick<Context, 'standing'>): boolean {
  const atHand = { publication: 'PUBLISHED', consented: false } as const;
  return decide(standing.towards(item), item, field('grant'), atHand).state === 'SHOWN';
}

/** What became of a grant and why: for its own sides, since it would tell of what was repaired. */
export const ofItsSides = only(
  ownEntity<FastTrackGrant>(({ uscc }) => uscc),
  departmentOf<FastTrackGrant>('the department that proposed it', ({ proposerCode }) => proposerCode),
  role(Role.CREDIT_CENTRE, Role.SUPERVISOR),
);
