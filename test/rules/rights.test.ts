import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide, type FieldDeclaration, type RecordAtHand, reachOf } from '../../src/access/policy.js';
import { Purpose } from '../../src/access/purpose.js';
import { asSubject, Standing } from '../../src/access/standing.js';
import type { Viewer } from '../../src/access/viewer.js';
import { Disclosure, MaskingPattern, Role, SharingAttribute } from '../../src/access/words.js';
import { CatalogueClass } from '../../src/catalogue/catalogue-item.entity.js';
import { publicationOf } from '../../src/records/publication.rules.js';
import { Grants } from '../../src/sharing/grant.reads.js';
import { as, officer, standing, today } from './standings.js';

const item = fc.record({
  code: fc.constant('ITEM'),
  class: fc.constantFrom(...Object.values(CatalogueClass)),
  providerCode: fc.constantFrom('MARKET', 'TAX', 'COURT'),
  sharing: fc.constantFrom(...Object.values(SharingAttribute)),
  disclosure: fc.constantFrom(...Object.values(Disclosure)),
});
type Item = typeof item extends fc.Arbitrary<infer T> ? T : never;

const field: fc.Arbitrary<FieldDeclaration> = fc.record({
  key: fc.constantFrom('named', 'other'),
  disclosure: fc.constantFrom(null, ...Object.values(Disclosure)),
  masking: fc.constantFrom(null, ...Object.values(MaskingPattern)),
});

const day = fc.constantFrom(null, '2025-01-01', today, '2027-01-01');
const record = fc.record({
  state: fc.constantFrom('EFFECTIVE', 'REPAIRED', 'WITHDRAWN', 'EXPIRED'),
  naturalPerson: fc.boolean(),
  publicFrom: day,
  publicUntil: day,
});
type Record = typeof record extends fc.Arbitrary<infer T> ? T : never;

const purpose = fc.constantFrom(...Object.values(Purpose));
const viewer: fc.Arbitrary<Viewer> = fc.constantFrom(
  ...['MARKET', 'TAX', 'COURT', 'DISCIPLINE', 'HOUSING'].map(officer),
  as(Role.CREDIT_CENTRE),
  as(Role.ARREARS_ADMIN),
  as(Role.SUPERVISOR),
);

/** What someone may do: who, for what, under which grant, authorised by the subject or not. */
interface Right {
  readonly standing: Standing | 'THE SUBJECT';
  readonly consented: boolean;
}

/** Nothing (of the row or of the value), a part of the value, all of it; and whether the row may be known. */
function seen({ standing: of, consented }: Right, item: Item, field: FieldDeclaration, record: Record) {
  const footing = of === 'THE SUBJECT' ? asSubject : of.towards(item);
  const publication = publicationOf(record, today);
  const inForce = record.state === 'EFFECTIVE';
  const reach = reachOf(footing, item);
  const row =
    reach === 'ALL' ||
    (reach === 'IN_FORCE' && inForce) ||
    (reach === 'PUBLISHED' && publication === 'PUBLISHED') ||
    (footing.relation === 'PUBLIC' && item.disclosure === Disclosure.AUTHORISED && consented && inForce);
  const atHand: RecordAtHand = { publication, consented };
  const value = row ? { WITHHELD: 0, MASKED: 1, SHOWN: 2 }[decide(footing, item, field, atHand).state] : 0;
  return { row: Number(row), value };
}

function neverMore(less: Right, more: Right, ...[of, one, at]: [Item, FieldDeclaration, Record]): void {
  const [little, much] = [seen(less, of, one, at), seen(more, of, one, at)];
  expect(little.row).toBeLessThanOrEqual(much.row);
  expect(little.value).toBeLessThanOrEqual(much.value);
}

const grantOf = ({ department = '' }: Viewer, purpose: Purpose, fields: string[], inUse = true, until = today) =>
  new Grants([{ id: '1', requester: department, itemCode: 'ITEM', purpose, fields, from: today, until, inUse }]);

const often = { numRuns: 2000 };

describe('taking a right away never adds data', () => {
  test('the purpose', () => {
    fc.assert(
      fc.property(viewer, purpose, fc.boolean(), item, field, record, (who, why, consented, ...rest) => {
        const granted = grantOf(who, why, ['named']);
        const more = { standing: standing(who, why, '2026-0317', granted), consented };
        neverMore({ standing: standing(who, null, '2026-0317', granted), consented }, more, ...rest);
        neverMore({ standing: standing(who, null, null, granted), consented }, more, ...rest);
      }),
      often,
    );
  });

  test('the case', () => {
    fc.assert(
      fc.property(viewer, purpose, fc.boolean(), item, field, record, (who, why, consented, ...rest) => {
        const granted = grantOf(who, why, ['named']);
        neverMore(
          { standing: standing(who, why, null, granted), consented },
          { standing: standing(who, why, '2026-0317', granted), consented },
          ...rest,
        );
      }),
      often,
    );
  });

  test('the grant: whole, of a field by name, its term, its use', () => {
    fc.assert(
      fc.property(viewer, purpose, fc.boolean(), item, field, record, (who, why, consented, ...rest) => {
        const under = (granted?: Grants) => ({ standing: standing(who, why, '2026-0317', granted), consented });
        const named = under(grantOf(who, why, ['named']));
        const plain = under(grantOf(who, why, []));
        neverMore(plain, named, ...rest);
        for (const less of [undefined, grantOf(who, why, ['named'], false)]) neverMore(under(less), plain, ...rest);
        const ended = new Grants([
          {
            id: '1',
            requester: who.department ?? '',
            itemCode: 'ITEM',
            purpose: why,
            fields: ['named'],
            from: '2026-01-01',
            until: '2026-11-21',
            inUse: true,
          },
        ]);
        neverMore(under(ended), plain, ...rest);
      }),
      often,
    );
  });

  test('the authorisation of the subject', () => {
    const anybody = fc.oneof(viewer, fc.constantFrom(as(Role.PUBLIC), as(Role.ENTERPRISE, { uscc: 'X' })));
    fc.assert(
      fc.property(anybody, purpose, item, field, record, (who, why, ...rest) => {
        const of = standing(who, why, '2026-0317', grantOf(who, why, ['named']));
        neverMore({ standing: of, consented: false }, { standing: of, consented: true }, ...rest);
      }),
      often,
    );
  });

  test('the role: whoever is nobody sees no more, nor does the administrator', () => {
    const nobodies = fc.constantFrom(as(Role.PUBLIC), as(Role.ADMINISTRATOR), as(Role.ENTERPRISE, { uscc: 'X' }));
    fc.assert(
      fc.property(
        viewer,
        nobodies,
        fc.option(purpose),
        purpose,
        item,
        field,
        record,
        (who, nobody, why, other, ...rest) => {
          neverMore(
            { standing: standing(nobody, other, '2026-0317'), consented: false },
            { standing: standing(who, why, '2026-0317'), consented: false },
            ...rest,
          );
        },
      ),
      often,
    );
  });

  test('to be the subject', () => {
    const nobodies = fc.constantFrom(as(Role.PUBLIC), as(Role.ENTERPRISE, { uscc: 'X' }));
    fc.assert(
      fc.property(nobodies, fc.boolean(), item, field, record, (nobody, consented, ...rest) => {
        neverMore({ standing: standing(nobody), consented }, { standing: 'THE SUBJECT', consented: false }, ...rest);
      }),
      often,
    );
  });

  test('a purpose that opens fewer classes or less personal data, by the policy itself', () => {
    const scope = fc.record({
      classes: fc.subarray(Object.values(CatalogueClass), { minLength: 1 }),
      personal: fc.subarray(Object.values(MaskingPattern)),
    });
    fc.assert(
      fc.property(viewer, scope, scope, item, field, record, (who, wide, narrow, ...rest) => {
        const both = {
          classes: wide.classes.filter((one) => narrow.classes.includes(one)),
          personal: wide.personal.filter((one) => narrow.personal.includes(one)),
        };
        // no class at all would mean every class
        if (both.classes.length === 0) return;
        const under = (scope: typeof wide): Right => ({
          standing: new Standing(who, Purpose.INSPECTION, null, scope, () => 'NONE'),
          consented: false,
        });
        neverMore(under(both), under(wide), ...rest);
      }),
      often,
    );
  });
});
