import { describe, expect, test } from '@jest/globals';
import { decide, type Footing, type Grant, type Publication, reachOf, relationTo } from '../../src/access/policy.js';
import { Purpose } from '../../src/access/purpose.js';
import type { Verdict } from '../../src/access/verdict.js';
import { Disclosure, MaskingPattern, Role, SharingAttribute, WithheldReason } from '../../src/access/words.js';

const relations = ['PROVIDER', 'SUBJECT', 'SUPERVISOR', 'CREDIT_CENTRE', 'DEPARTMENT', 'PUBLIC'] as const;
const sharings = Object.values(SharingAttribute);
const disclosures = Object.values(Disclosure);
const item = (sharing: SharingAttribute, disclosure: Disclosure) => ({
  providerCode: 'TAX',
  class: 'EVALUATION',
  sharing,
  disclosure,
});

const holds = (purpose: Purpose, personal: readonly MaskingPattern[]) => ({
  purpose,
  bar: null,
  scope: { classes: [], personal },
});
const barred = (bar: WithheldReason) => ({ purpose: null, bar, scope: null });

/** What is stated, and what that comes to. */
const stated = {
  nothing: barred(WithheldReason.PURPOSE_REQUIRED),
  'no-case': barred(WithheldReason.CASE_REQUIRED),
  'no-mandate': barred(WithheldReason.PURPOSE_NOT_COVERED),
  'other-class': { purpose: Purpose.FUNDING, bar: null, scope: { classes: ['HONOUR'], personal: [] } },
  impersonal: holds(Purpose.PROCUREMENT, [MaskingPattern.PHONE]),
  personal: holds(Purpose.INSPECTION, [MaskingPattern.NAME]),
  court: holds(Purpose.LITIGATION, [MaskingPattern.NAME]),
};
type Stated = keyof typeof stated;

const grant = (...fields: string[]): Grant => ({ requests: ['id'], fields });
/** What a department holds of the item; nobody else holds anything. */
const held = {
  none: 'NONE',
  ended: 'ENDED',
  'other-use': 'OTHER_PURPOSE',
  grant: grant('another'),
  named: grant('field'),
} as const;
type Held = keyof typeof held;

/** Lines of a table in text: cells apart by blanks or bars. */
const table = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/[\s|]+/));

/** What a cell says of an axis: `*` is every value, `A,B` some, `-A,B` all but some. */
const spread = <T extends string>(cell: string, all: readonly T[]): T[] =>
  cell.startsWith('-')
    ? all.filter((one) => !cell.slice(1).split(',').includes(one))
    : all.filter((one) => cell === '*' || cell.split(',').includes(one));

type Combination = readonly [Footing['relation'], Stated, Held, SharingAttribute, Disclosure];

const all = (
  of: readonly Footing['relation'][],
  states: readonly Stated[],
  holdings: readonly Held[],
  shared: readonly SharingAttribute[],
  disclosed: readonly Disclosure[],
): Combination[] =>
  of.flatMap((r) =>
    states.flatMap((p) =>
      holdings
        .filter((h) => r === 'DEPARTMENT' || h === 'none')
        .flatMap((h) => shared.flatMap((s) => disclosed.map((d): Combination => [r, p, h, s, d]))),
    ),
  );

const statings = Object.keys(stated) as Stated[];
const holdings = Object.keys(held) as Held[];

/** Every combination that a line speaks of. */
const combinations = ([relation, states, holding, sharing, disclosure]: readonly string[]) =>
  all(
    spread(relation!, relations),
    spread(states!, statings),
    spread(holding!, holdings),
    spread(sharing!, sharings),
    spread(disclosure!, disclosures),
  );

const footing = (relation: Footing['relation'], states: Stated, holding: Held = 'none'): Footing => ({
  relation,
  ...stated[states],
  holding: held[holding],
});

// How far records may be known, and a field's verdict in a published record. Where a pattern of masking (NAME) makes a
// difference: without / with one. open: shown as to everyone; show: shown and entered among the readings; part: shown in
// part and entered; seen: shown in part, as to everyone; otherwise withheld. The word after the colon, or alone, is why.
const verdicts = table(`
  relation       stated      holds     sharing       item       | reach      undecided PUBLIC              GOVERNMENT          AUTHORISED SUBJECT
  PROVIDER       *           none      *             PUBLIC     | ALL        show      open/show           show                show       show
  PROVIDER       *           none      *             -PUBLIC    | ALL        show      show                show                show       show
  SUBJECT        *           none      *             *          | ALL        own       open                open                open       open
  SUPERVISOR     *           none      *             PUBLIC     | ALL        own       open/show           show                show       show
  SUPERVISOR     *           none      *             -PUBLIC    | ALL        own       show                show                show       show

  CREDIT_CENTRE  nothing     none      *             PUBLIC     | ALL        own       open/seen:purpose   purpose             purpose    purpose
  CREDIT_CENTRE  nothing     none      *             -PUBLIC    | ALL        own       purpose             purpose             purpose    purpose
  CREDIT_CENTRE  no-case     none      *             PUBLIC     | ALL        own       open/seen:case      case                case       case
  CREDIT_CENTRE  no-case     none      *             -PUBLIC    | ALL        own       case                case                case       case
  CREDIT_CENTRE  no-mandate,other-class none *       PUBLIC     | ALL        own       open/seen:uncovered uncovered           uncovered  uncovered
  CREDIT_CENTRE  no-mandate,other-class none *       -PUBLIC    | ALL        own       uncovered           uncovered           uncovered  uncovered
  CREDIT_CENTRE  impersonal  none      *             PUBLIC     | ALL        own       open/seen:uncovered show/part:uncovered consent    subject/uncovered
  CREDIT_CENTRE  impersonal  none      *             -PUBLIC    | ALL        own       show/part:uncovered show/part:uncovered consent    subject/uncovered
  CREDIT_CENTRE  personal,court none   *             PUBLIC     | ALL        own       open/show           show                consent    subject/part:personal
  CREDIT_CENTRE  personal,court none   *             -PUBLIC    | ALL        own       show                show                consent    subject/part:personal

  DEPARTMENT     nothing     *         UNCONDITIONAL PUBLIC     | PUBLISHED  own       open/seen:purpose   purpose             purpose    purpose
  DEPARTMENT     nothing     *         UNCONDITIONAL -PUBLIC    | purpose    own       purpose             purpose             purpose    purpose
  DEPARTMENT     no-case     *         UNCONDITIONAL PUBLIC     | PUBLISHED  own       open/seen:case      case                case       case
  DEPARTMENT     no-case     *         UNCONDITIONAL -PUBLIC    | case       own       case                case                case       case
  DEPARTMENT     no-mandate,other-class * UNCONDITIONAL PUBLIC  | PUBLISHED  own       open/seen:uncovered uncovered           uncovered  uncovered
  DEPARTMENT     no-mandate,other-class * UNCONDITIONAL -PUBLIC | uncovered  own       uncovered           uncovered           uncovered  uncovered
  DEPARTMENT     impersonal  -named    UNCONDITIONAL PUBLIC     | IN_FORCE   own       open/seen:uncovered show/part:uncovered consent    subject/uncovered
  DEPARTMENT     impersonal  -named    UNCONDITIONAL -PUBLIC    | IN_FORCE   own       show/part:uncovered show/part:uncovered consent    subject/uncovered
  DEPARTMENT     personal    -named    UNCONDITIONAL PUBLIC     | IN_FORCE   own       open/show           show                consent    subject/part:personal
  DEPARTMENT     personal    -named    UNCONDITIONAL -PUBLIC    | IN_FORCE   own       show                show                consent    subject/part:personal
  DEPARTMENT     court       -named    UNCONDITIONAL PUBLIC     | ALL        own       open/show           show                consent    subject/part:personal
  DEPARTMENT     court       -named    UNCONDITIONAL -PUBLIC    | ALL        own       show                show                consent    subject/part:personal

  DEPARTMENT     *           none      CONDITIONAL   PUBLIC     | PUBLISHED  own       open/seen:grant     grant               grant      grant
  DEPARTMENT     *           none      CONDITIONAL   -PUBLIC    | grant      own       grant               grant               grant      grant
  DEPARTMENT     *           ended     CONDITIONAL   PUBLIC     | PUBLISHED  own       open/seen:ended     ended               ended      ended
  DEPARTMENT     *           ended     CONDITIONAL   -PUBLIC    | ended      own       ended               ended               ended      ended
  DEPARTMENT     nothing     -none,ended CONDITIONAL PUBLIC     | PUBLISHED  own       open/seen:purpose   purpose             purpose    purpose
  DEPARTMENT     nothing     -none,ended CONDITIONAL -PUBLIC    | purpose    own       purpose             purpose             purpose    purpose
  DEPARTMENT     no-case     -none,ended CONDITIONAL PUBLIC     | PUBLISHED  own       open/seen:case      case                case       case
  DEPARTMENT     no-case     -none,ended CONDITIONAL -PUBLIC    | case       own       case                case                case       case
  DEPARTMENT     no-mandate,other-class -none,ended CONDITIONAL PUBLIC  | PUBLISHED own open/seen:uncovered uncovered         uncovered  uncovered
  DEPARTMENT     no-mandate,other-class -none,ended CONDITIONAL -PUBLIC | uncovered own uncovered          uncovered           uncovered  uncovered
  DEPARTMENT     impersonal,personal,court other-use CONDITIONAL PUBLIC  | PUBLISHED own open/seen:uncovered uncovered        uncovered  uncovered
  DEPARTMENT     impersonal,personal,court other-use CONDITIONAL -PUBLIC | uncovered own uncovered         uncovered           uncovered  uncovered
  DEPARTMENT     impersonal  grant     CONDITIONAL   PUBLIC     | IN_FORCE   own       open/seen:uncovered show/part:uncovered consent    subject/uncovered
  DEPARTMENT     impersonal  grant     CONDITIONAL   -PUBLIC    | IN_FORCE   own       show/part:uncovered show/part:uncovered consent    subject/uncovered
  DEPARTMENT     personal    grant     CONDITIONAL   PUBLIC     | IN_FORCE   own       open/show           show                consent    subject/part:personal
  DEPARTMENT     personal    grant     CONDITIONAL   -PUBLIC    | IN_FORCE   own       show                show                consent    subject/part:personal
  DEPARTMENT     court       grant     CONDITIONAL   PUBLIC     | ALL        own       open/show           show                consent    subject/part:personal
  DEPARTMENT     court       grant     CONDITIONAL   -PUBLIC    | ALL        own       show                show                consent    subject/part:personal
  DEPARTMENT     impersonal,personal named -NONE     PUBLIC     | IN_FORCE   own       open/show           show                consent    show
  DEPARTMENT     impersonal,personal named -NONE     -PUBLIC    | IN_FORCE   own       show                show                consent    show
  DEPARTMENT     court       named     -NONE         PUBLIC     | ALL        own       open/show           show                consent    show
  DEPARTMENT     court       named     -NONE         -PUBLIC    | ALL        own       show                show                consent    show

  DEPARTMENT     *           *         NONE          PUBLIC     | PUBLISHED  own       open/seen:unshared  unshared            unshared   unshared
  DEPARTMENT     *           *         NONE          -PUBLIC    | unshared   own       unshared            unshared            unshared   unshared

  PUBLIC         *           none      *             PUBLIC     | PUBLISHED  own       open/seen:personal  government          consent    subject
  PUBLIC         *           none      *             GOVERNMENT | government own       government          government          consent    subject
  PUBLIC         *           none      *             AUTHORISED | consent    own       consent             government          consent    subject
  PUBLIC         *           none      *             SUBJECT    | subject    own       subject             government          consent    subject
`).filter((cells) => cells.length > 1);

// What the subject's authorisation of the viewer adds.
const consented = table(`
  relation       stated      holds     sharing       item       | undecided  PUBLIC             GOVERNMENT  AUTHORISED              SUBJECT
  PUBLIC         *           none      *             PUBLIC     | own        open/seen:personal government  show/part:personal      subject
  PUBLIC         *           none      *             GOVERNMENT | own        government         government  consent                 subject
  PUBLIC         *           none      *             AUTHORISED | own        show/part:personal government  show/part:personal      subject
  PUBLIC         *           none      *             SUBJECT    | own        subject            government  consent                 subject
  DEPARTMENT     nothing     *         UNCONDITIONAL AUTHORISED | own        purpose            purpose     purpose                 purpose
  DEPARTMENT     impersonal  none      UNCONDITIONAL AUTHORISED | own        show/part:uncovered show/part:uncovered show/part:uncovered subject/uncovered
  DEPARTMENT     personal    none      UNCONDITIONAL AUTHORISED | own        show               show        show                    subject/part:personal
  DEPARTMENT     personal    none      CONDITIONAL   AUTHORISED | own        grant              grant       grant                   grant
  DEPARTMENT     personal    grant     CONDITIONAL   AUTHORISED | own        show               show        show                    subject/part:personal
  DEPARTMENT     personal    grant     NONE          AUTHORISED | own        unshared           unshared    unshared                unshared
`);

// Of a public field of a public item, without / with a pattern, when the record is not published.
const publications = table(`
  record            PROVIDER  SUBJECT  SUPERVISOR  DEPARTMENT:nothing  DEPARTMENT:personal  DEPARTMENT:court  PUBLIC
  PUBLISHED         open/show open     open/show   open/seen:purpose   open/show            open/show         open/seen:personal
  NATURAL_PERSON    show      open     show        purpose             show                 show              NATURAL_PERSON
  MINOR_NOT_PUBLIC  show      open     show        purpose             show                 show              MINOR_NOT_PUBLIC
  PUBLICITY_ENDED   show      open     show        purpose             show                 show              PUBLICITY_ENDED
  WITHDRAWN         show      open     show        purpose             show                 show              WITHDRAWN
  REPAIRED          REPAIRED  open     show        REPAIRED            REPAIRED             show              REPAIRED
`);

const reasons: Readonly<Record<string, WithheldReason>> = {
  own: WithheldReason.OWN_DEPARTMENT_ONLY,
  government: WithheldReason.GOVERNMENT_ONLY,
  consent: WithheldReason.CONSENT_MISSING,
  subject: WithheldReason.SUBJECT_ONLY,
  grant: WithheldReason.GRANT_REQUIRED,
  ended: WithheldReason.GRANT_EXPIRED,
  unshared: WithheldReason.NOT_SHARED,
  purpose: WithheldReason.PURPOSE_REQUIRED,
  case: WithheldReason.CASE_REQUIRED,
  uncovered: WithheldReason.PURPOSE_NOT_COVERED,
  personal: WithheldReason.PERSONAL_INFORMATION,
};
const reason = (word: string): WithheldReason => reasons[word] ?? (word as WithheldReason);

function verdict(word: string): Verdict {
  const [state, why] = word.split(':') as [string, string?];
  if (state === 'open' || state === 'show') return { state: 'SHOWN', nonPublic: state === 'show' };
  if (why === undefined) return { state: 'WITHHELD', reason: reason(word) };
  return { state: 'MASKED', pattern: MaskingPattern.NAME, reason: reason(why), nonPublic: state === 'part' };
}

const fieldDisclosures = [null, ...disclosures];
const masked = [null, MaskingPattern.NAME];

/** What a cell says of a field without and with a pattern of masking. */
const cellOf = (disclosure: Disclosure | null, cell: string) => {
  const [without, withPattern = without] = cell.split('/') as [string, string?];
  return masked.map((masking) => ({
    field: { key: 'field', disclosure, masking },
    verdict: verdict(masking === null ? without : withPattern),
  }));
};

/** Everything that a line says of fields, beside what the policy says. */
const linesOf = (line: readonly string[], cells: readonly string[], consented: boolean) =>
  combinations(line).flatMap(([relation, states, holding, sharing, disclosure]) =>
    fieldDisclosures.flatMap((of, i) =>
      cellOf(of, cells[i]!).map(({ field, verdict: said }) => {
        const decided = decide(footing(relation, states, holding), item(sharing, disclosure), field, {
          publication: 'PUBLISHED',
          consented,
        });
        const where = [relation, states, holding, sharing, disclosure, of, field.masking].join(' ');
        return { said: { where, ...said }, decided: { where, ...decided } };
      }),
    ),
  );

const named = (lines: string[][]) => lines.slice(1).map((line) => [line.join(' '), line] as const);

describe('how far records may be known, and the verdict on a field of one that is published', () => {
  test('the table speaks of every combination exactly once', () => {
    const said = verdicts.slice(1).flatMap((line) => combinations(line).map((one) => one.join(' ')));
    const every = all(relations, statings, holdings, sharings, disclosures).map((one) => one.join(' '));
    expect(said.toSorted()).toEqual(every.toSorted());
    expect(verdicts[0]!.slice(6)).toEqual(fieldDisclosures.map((disclosure) => disclosure ?? 'undecided'));
  });

  test.each(named(verdicts))('%s', (_words, line) => {
    for (const [relation, states, holding, sharing, disclosure] of combinations(line)) {
      const reach = reachOf(footing(relation, states, holding), item(sharing, disclosure));
      expect([relation, states, holding, sharing, disclosure, reach]).toEqual([
        relation,
        states,
        holding,
        sharing,
        disclosure,
        reason(line[5]!),
      ]);
    }
    const lines = linesOf(line, line.slice(6), false);
    expect(lines.map(({ decided }) => decided)).toEqual(lines.map(({ said }) => said));
  });
});

describe('with the authorisation of the subject', () => {
  test.each(named(consented))('%s', (_words, line) => {
    const lines = linesOf(line, line.slice(5), true);
    expect(lines.map(({ decided }) => decided)).toEqual(lines.map(({ said }) => said));
  });
});

describe('of a record that is not published', () => {
  test.each(named(publications))('%s', (_words, [publication, ...cells]) => {
    const said = cells.flatMap((cell) => cellOf(Disclosure.PUBLIC, cell).map((one) => one.verdict));
    const decided = publications[0]!.slice(1).flatMap((who) => {
      const [relation, states = 'nothing'] = who.split(':') as [Footing['relation'], Stated?];
      return cellOf(Disclosure.PUBLIC, 'open').map(({ field }) =>
        decide(footing(relation, states), item(SharingAttribute.UNCONDITIONAL, Disclosure.PUBLIC), field, {
          publication: publication as Publication,
          consented: false,
        }),
      );
    });
    expect(decided).toEqual(said);
  });

  test('an authorisation opens what was repaired to nobody', () => {
    const field = { key: 'field', disclosure: Disclosure.AUTHORISED, masking: null };
    const atHand = { publication: WithheldReason.REPAIRED, consented: true } as const;
    for (const who of [footing('PUBLIC', 'nothing'), footing('DEPARTMENT', 'personal', 'named')]) {
      expect(decide(who, item(SharingAttribute.UNCONDITIONAL, Disclosure.AUTHORISED), field, atHand)).toEqual(
        verdict('REPAIRED'),
      );
    }
  });
});

describe('what a viewer is to the records of an item of TAX', () => {
  const gobi = '91150203MA0T3QT218';
  test.each<[string, Footing['relation'], { role: Role; department?: string; uscc?: string }, string | null]>([
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
    expect(relationTo(viewer, declared, subject ?? undefined)).toBe(relation);
  });
});
