import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide, type FieldDeclaration, type Relation, reachOf, relationTo } from '../../src/access/policy.js';
import type { Verdict } from '../../src/access/verdict.js';
import { Disclosure, MaskingPattern, Role, SharingAttribute, WithheldReason } from '../../src/access/words.js';

const relations: readonly Relation[] = ['PROVIDER', 'SUBJECT', 'SUPERVISOR', 'CREDIT_CENTRE', 'DEPARTMENT', 'PUBLIC'];
const sharings = Object.values(SharingAttribute);
const disclosures = Object.values(Disclosure);
const item = (sharing: SharingAttribute, disclosure: Disclosure) => ({ providerCode: 'TAX', sharing, disclosure });

/** Lines of a table in text: cells apart by blanks or bars. */
const table = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/[\s|]+/));

/** What a cell says of an axis: `*` is every value, `A,B` some. */
const spread = <T extends string>(cell: string, all: readonly T[]): T[] =>
  all.filter((one) => cell === '*' || cell.split(',').includes(one));

/** Every relation × sharing × disclosure of the item that a line speaks of. */
const combinations = ([relation, sharing, disclosure]: readonly string[]) =>
  spread(relation!, relations).flatMap((r) =>
    spread(sharing!, sharings).flatMap((s) => spread(disclosure!, disclosures).map((d) => [r, s, d] as const)),
  );

const everyCombination = relations.flatMap((r) => sharings.flatMap((s) => disclosures.map((d) => `${r} ${s} ${d}`)));

// A field's verdict. Where a pattern of masking makes a difference: without / with one.
// own: nobody decided, so its provider alone; gov: government only; consent: the subject's authorisation is missing;
// subject: the subject only; grant: a granted sharing request is needed; none: not shared; mask: shown in part
const fieldVerdicts = table(`
  relation       sharing        item                            | undecided  PUBLIC     GOVERNMENT  AUTHORISED  SUBJECT
  PROVIDER       *              *                               | show       show       show        show        show
  SUBJECT        *              *                               | own        show       show        show        show
  SUPERVISOR     *              *                               | own        show       show        show        show
  CREDIT_CENTRE  *              *                               | own        show       show        consent     subject/mask
  DEPARTMENT     UNCONDITIONAL  *                               | own        show       show        consent     subject/mask
  DEPARTMENT     CONDITIONAL    PUBLIC                          | own        show       grant       grant       grant
  DEPARTMENT     CONDITIONAL    GOVERNMENT,AUTHORISED,SUBJECT   | own        grant      grant       grant       grant
  DEPARTMENT     NONE           PUBLIC                          | own        show       none        none        none
  DEPARTMENT     NONE           GOVERNMENT,AUTHORISED,SUBJECT   | own        none       none        none        none
  PUBLIC         *              PUBLIC                          | own        show/mask  gov         consent     subject
  PUBLIC         *              GOVERNMENT                      | own        gov        gov         consent     subject
  PUBLIC         *              AUTHORISED                      | own        consent    gov         consent     subject
  PUBLIC         *              SUBJECT                         | own        subject    gov         consent     subject
`);

// How far records may be known to exist.
const reaches = table(`
  relation                                    sharing           item                           | reach
  PROVIDER,SUBJECT,SUPERVISOR,CREDIT_CENTRE   *                 *                              | ALL
  DEPARTMENT                                  UNCONDITIONAL     *                              | IN_FORCE
  DEPARTMENT                                  CONDITIONAL,NONE  PUBLIC                         | PUBLISHED
  DEPARTMENT                                  CONDITIONAL       GOVERNMENT,AUTHORISED,SUBJECT  | GRANT_REQUIRED
  DEPARTMENT                                  NONE              GOVERNMENT,AUTHORISED,SUBJECT  | NOT_SHARED
  PUBLIC                                      *                 PUBLIC                         | PUBLISHED
  PUBLIC                                      *                 GOVERNMENT                     | GOVERNMENT_ONLY
  PUBLIC                                      *                 AUTHORISED                     | CONSENT_MISSING
  PUBLIC                                      *                 SUBJECT                        | SUBJECT_ONLY
`);

const reasons: Readonly<Record<string, WithheldReason>> = {
  own: WithheldReason.OWN_DEPARTMENT_ONLY,
  gov: WithheldReason.GOVERNMENT_ONLY,
  consent: WithheldReason.CONSENT_MISSING,
  subject: WithheldReason.SUBJECT_ONLY,
  grant: WithheldReason.GRANT_REQUIRED,
  none: WithheldReason.NOT_SHARED,
};

function verdict(word: string): Verdict {
  if (word === 'show') return { state: 'SHOWN' };
  if (word === 'mask') {
    return { state: 'MASKED', pattern: MaskingPattern.NAME, reason: WithheldReason.PERSONAL_INFORMATION };
  }
  return { state: 'WITHHELD', reason: reasons[word]! };
}

const fieldDisclosures = [null, Disclosure.PUBLIC, Disclosure.GOVERNMENT, Disclosure.AUTHORISED, Disclosure.SUBJECT];

describe('the verdict on a field of a record', () => {
  test('the table speaks of every combination exactly once', () => {
    const said = fieldVerdicts.slice(1).flatMap((line) => combinations(line).map((one) => one.join(' ')));
    expect(said.toSorted()).toEqual(everyCombination.toSorted());
    expect(fieldVerdicts[0]!.slice(3)).toEqual(fieldDisclosures.map((disclosure) => disclosure ?? 'undecided'));
  });

  test.each(fieldVerdicts.slice(1).map((line) => [line.slice(0, 3).join(' '), line.slice(3).join(' '), line] as const))(
    '%s: %s',
    (_who, _words, line) => {
      const expected = combinations(line).flatMap(([relation, sharing, disclosure]) =>
        fieldDisclosures.flatMap((of, i) => {
          const [without, withPattern = without] = line[3 + i]!.split('/') as [string, string?];
          const declared = item(sharing, disclosure);
          return [
            { relation, item: declared, field: { disclosure: of, masking: null }, verdict: verdict(without) },
            {
              relation,
              item: declared,
              field: { disclosure: of, masking: MaskingPattern.NAME },
              verdict: verdict(withPattern),
            },
          ];
        }),
      );
      expect(expected.map((one) => ({ ...one, verdict: decide(one.relation, one.item, one.field) }))).toEqual(expected);
    },
  );
});

describe('the reach of records', () => {
  test('the table speaks of every combination exactly once', () => {
    const said = reaches.slice(1).flatMap((line) => combinations(line).map((one) => one.join(' ')));
    expect(said.toSorted()).toEqual(everyCombination.toSorted());
  });

  test.each(reaches.slice(1).map((line) => [line.slice(0, 3).join(' '), line[3]!, line] as const))(
    '%s: %s',
    (_who, reach, line) => {
      for (const [relation, sharing, disclosure] of combinations(line)) {
        expect([relation, sharing, disclosure, reachOf(relation, item(sharing, disclosure))]).toEqual([
          relation,
          sharing,
          disclosure,
          reach,
        ]);
      }
    },
  );
});

describe('what a viewer is to the records of an item of TAX', () => {
  const gobi = '91150203MA0T3QT218';
  test.each<[string, Relation, { role: Role; department?: string; uscc?: string }, string | null]>([
    ['an officer of TAX', 'PROVIDER', { role: Role.DEPARTMENT, department: 'TAX' }, null],
    ['an officer of MARKET', 'DEPARTMENT', { role: Role.DEPARTMENT, department: 'MARKET' }, null],
    ['the administrator of arrears', 'DEPARTMENT', { role: Role.ARREARS_ADMIN }, null],
    ['the entity, of its own record', 'SUBJECT', { role: Role.ENTERPRISE, uscc: gobi }, gobi],
    ["the entity, of another's record", 'PUBLIC', { role: Role.ENTERPRISE, uscc: gobi }, '91150200MA0T3QT132'],
    ['the entity, of no record at hand', 'PUBLIC', { role: Role.ENTERPRISE, uscc: gobi }, null],
    ['an officer who bears the code of the subject', 'DEPARTMENT', { role: Role.DEPARTMENT, uscc: gobi }, gobi],
    ['the supervisor', 'SUPERVISOR', { role: Role.SUPERVISOR }, null],
    ['the credit centre', 'CREDIT_CENTRE', { role: Role.CREDIT_CENTRE }, null],
    ['the administrator of the system', 'PUBLIC', { role: Role.ADMINISTRATOR }, null],
    ['anyone', 'PUBLIC', { role: Role.PUBLIC }, null],
  ])('%s: %s', (_who, relation, viewer, subject) => {
    const declared = item(SharingAttribute.UNCONDITIONAL, Disclosure.PUBLIC);
    expect(relationTo({ subject: 'account', ...viewer }, declared, subject ?? undefined)).toBe(relation);
  });
});

describe('whoever has less of a right never sees more', () => {
  const items = fc.record({ sharing: fc.constantFrom(...sharings), disclosure: fc.constantFrom(...disclosures) });
  const fields = fc.record({
    disclosure: fc.constantFrom(...fieldDisclosures),
    masking: fc.constantFrom(null, ...Object.values(MaskingPattern)),
  });
  const shownOf = { WITHHELD: 0, MASKED: 1, SHOWN: 2 } as const;
  const rowsOf: Readonly<Record<string, number>> = { PUBLISHED: 1, IN_FORCE: 2, ALL: 3 };
  type Declared = Omit<ReturnType<typeof item>, 'providerCode'>;
  const rows = (relation: Relation, of: Declared) => rowsOf[reachOf(relation, { providerCode: 'TAX', ...of })] ?? 0;
  const value = (relation: Relation, of: Declared, field: FieldDeclaration) =>
    shownOf[decide(relation, { providerCode: 'TAX', ...of }, field).state];

  test.each<[Relation, Relation]>([
    ['PROVIDER', 'SUPERVISOR'],
    ['PROVIDER', 'SUBJECT'],
    ['SUPERVISOR', 'CREDIT_CENTRE'],
    ['CREDIT_CENTRE', 'DEPARTMENT'],
    ['PROVIDER', 'DEPARTMENT'],
    ['SUBJECT', 'PUBLIC'],
    ['DEPARTMENT', 'PUBLIC'],
  ])('%s, then %s', (more, less) => {
    fc.assert(
      fc.property(items, fields, (of, field) => {
        expect(rows(less, of)).toBeLessThanOrEqual(rows(more, of));
        // a field is seen only in a record that may be known to exist
        if (rows(less, of) > 0) expect(value(less, of, field)).toBeLessThanOrEqual(value(more, of, field));
      }),
    );
  });

  test('even of a record out of reach: the item that is not public decides before its public field', () => {
    const of = item(SharingAttribute.CONDITIONAL, Disclosure.SUBJECT);
    const field = { disclosure: Disclosure.PUBLIC, masking: null };
    expect(value('PUBLIC', of, field)).toBeLessThanOrEqual(value('DEPARTMENT', of, field));
  });
});
