import { expect, test } from '@jest/globals';
import { isEnumType, isObjectType } from 'graphql';
import { ruleOf } from '../../src/access/access.decorator.js';
import { reachOf } from '../../src/access/policy.js';
import { asSubject } from '../../src/access/standing.js';
import { withheldReasons } from '../../src/access/withheld-reasons.js';
import { Disclosure, MaskingPattern, Role, SharingAttribute, WithheldReason } from '../../src/access/words.js';
import { Catalogue } from '../../src/catalogue/catalogue.js';
import { publicationOf } from '../../src/records/publication.rules.js';
import { visibleItems } from '../../src/records/record-visibility.js';
import { buildPlatformSchema } from '../../src/server/schema.js';
import { fieldAccess } from '../../src/sharing/field-access.js';
import { Grants } from '../../src/sharing/grant.reads.js';
import { field, itemOf } from '../rules/reference.js';
import { today } from '../rules/standings.js';
import { situations } from './access-situations.js';

const schema = buildPlatformSchema();

/** Reasons that none of the situations below yields, and why. */
const elsewhere: Partial<Record<WithheldReason, string>> = {
  [WithheldReason.NATURAL_PERSON]: 'told of the list of a sole trader, which takes an entity: records.test.ts',
  [WithheldReason.CASE_REQUIRED]: 'every situation states a case: records.test.ts leaves it out',
};

const items = Object.values(SharingAttribute).flatMap((sharing) =>
  Object.values(Disclosure).map((disclosure) =>
    itemOf(
      [null, ...Object.values(Disclosure)].flatMap((of) =>
        [null, MaskingPattern.NAME].map((masking) => field(`${of}:${masking}`, { disclosure: of, masking })),
      ),
      { id: `${sharing}:${disclosure}`, code: `${sharing}:${disclosure}`, providerCode: 'MARKET', sharing, disclosure },
    ),
  ),
);

const grants = new Grants(
  items.map(({ code }) => {
    const [purpose, until] = ['INSPECTION' as never, '2026-11-21'];
    return { id: code, requester: 'TAX', itemCode: code, purpose, fields: [], from: until, until, inUse: true };
  }),
);

const records = ['EFFECTIVE', 'REPAIRED', 'WITHDRAWN', 'EXPIRED'].flatMap((state) =>
  [null, '2026-01-01'].flatMap((publicFrom) =>
    [null, '2026-02-01'].flatMap((publicUntil) =>
      [false, true].map((naturalPerson) => ({ state, publicFrom, publicUntil, naturalPerson })),
    ),
  ),
);

/** Every reason that is told of a list, of a value in a record that is found, or by a rule beside a field. */
function told(): Set<WithheldReason> {
  const reasons = new Set<WithheldReason>();
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith('__')) continue;
    for (const one of Object.values(type.getFields())) for (const why of ruleOf(one)!.reasons) reasons.add(why);
  }
  for (const { role, row, asking } of situations.filter((one) => one.row !== 'missing')) {
    for (const granted of [undefined, grants]) {
      const { standing } = asking(granted);
      for (const why of visibleItems(new Catalogue(items), standing).leftOut.keys()) reasons.add(why);
      for (const item of items) {
        const isSubject = role === Role.ENTERPRISE && row === 'own';
        const footing = isSubject ? asSubject : standing.towards(item);
        const reach = reachOf(footing, item);
        for (const record of records) {
          const publication = publicationOf(record, today);
          const found =
            reach === 'ALL' ||
            (reach === 'IN_FORCE' && record.state === 'EFFECTIVE') ||
            (reach === 'PUBLISHED' && publication === 'PUBLISHED');
          if (!found) continue;
          for (const { reason } of fieldAccess(footing, item, { publication, consented: false }, 'en')) {
            if (reason) reasons.add(reason);
          }
        }
      }
    }
  }
  return reasons;
}

test('every reason is told in some situation, or it is said here why not', () => {
  const [reached, others] = [told(), Object.keys(elsewhere)];
  expect([...reached, ...others].toSorted()).toEqual(Object.values(WithheldReason).toSorted());
});

test('every reason is one of the schema, described as it is told', () => {
  const type = schema.getType('WithheldReason');
  if (!isEnumType(type)) throw new Error('WithheldReason is no enum of the schema');
  expect(type.getValues().map(({ name }) => name)).toEqual(Object.values(WithheldReason));
  for (const { name, description } of type.getValues()) {
    const { rule, basis } = withheldReasons[name as WithheldReason];
    expect(description).toBe(`${rule.en} ${rule.zh} (${basis})`);
  }
});
