import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { ruleOf } from '../../src/access/access.decorator.js';
import type { RecordAtHand } from '../../src/access/policy.js';
import { reachOf } from '../../src/access/policy.js';
import { Purpose } from '../../src/access/purpose.js';
import type { Asking, Rule } from '../../src/access/rules.js';
import { asSubject } from '../../src/access/standing.js';
import type { Verdict } from '../../src/access/verdict.js';
import { Disclosure, MaskingPattern, Role, SharingAttribute } from '../../src/access/words.js';
import type { Item } from '../../src/catalogue/catalogue.js';
import { fieldAccess } from '../../src/sharing/field-access.js';
import { Grants } from '../../src/sharing/grant.reads.js';
import { field, itemOf } from '../rules/reference.js';
import { today } from '../rules/standings.js';
import { inWords, owner, type Situation, situations } from './access-situations.js';

/** Sample rows of the owner, of a type that has guarded fields. */
interface Sample {
  readonly rows: Readonly<Record<string, unknown>>;
  /** Whether the reads find the row for the one who asks, where not everybody's do. */
  readonly finds?: (situation: Situation) => boolean;
}

/** A department finds what it is a party to; others may not call what leads to it. */
const ofParties = ({ role, row }: Situation): boolean =>
  role === Role.DEPARTMENT ? row !== 'missing' : role === Role.CREDIT_CENTRE || role === Role.SUPERVISOR;

const samples: Readonly<Record<string, Sample>> = {
  // its two sides, the administrators and the supervisor find a case of arrears
  ArrearsCase: {
    rows: { '': { debtorCode: owner.department, creditorUscc: owner.uscc } },
    finds: ({ role, row }) =>
      ((role === Role.DEPARTMENT || role === Role.ENTERPRISE) && row === 'own') ||
      role === Role.ARREARS_ADMIN ||
      role === Role.SUPERVISOR,
  },
  ArrearsStatistic: {
    rows: {
      'of a debtor': { debtor: owner.uscc, debtorCode: owner.department, ofFew: true },
      'of few': { debtor: null, debtorCode: null, ofFew: true },
      'of many': { debtor: null, debtorCode: null, ofFew: false },
    },
  },
  // the entity, its counterpart, the offices that take part and the supervisor find a case and its steps
  CaseStep: {
    rows: {
      'of a department': { departmentCode: owner.department, uscc: null },
      'of an entity': { departmentCode: null, uscc: owner.uscc },
      'of the credit centre': { departmentCode: null, uscc: null, by: 'REVIEWER' },
      'of the administrators': { departmentCode: null, uscc: null, by: 'ADMIN' },
    },
    finds: ({ role, row }) =>
      ((role === Role.DEPARTMENT || role === Role.ENTERPRISE) && row === 'own') ||
      role === Role.CREDIT_CENTRE ||
      role === Role.ARREARS_ADMIN ||
      role === Role.SUPERVISOR,
  },
  CommitmentStatistic: {
    rows: {
      'of few': { department: { code: owner.department }, ofFew: true },
      'of many': { department: null, ofFew: false },
    },
  },
  Consumer: { rows: { '': { departmentCode: owner.department } } },
  // the answer of a deed that is the credit centre's
  ConsumerAnswer: { rows: { '': {} } },
  Correction: {
    rows: {
      'of the requester': { requesterCode: owner.department, providerCode: 'COURT' },
      'of the provider': { requesterCode: 'COURT', providerCode: owner.department },
    },
    finds: ofParties,
  },
  // the entity finds it on its own application
  Delivery: { rows: { '': { departmentCode: owner.department } } },
  CreditProfile: { rows: { '': { entity: { id: '1', uscc: owner.uscc } } } },
  CreditRecord: { rows: { '': { uscc: owner.uscc, item: { providerCode: owner.department } } } },
  Department: { rows: { '': { code: owner.department } } },
  LegalEntity: {
    rows: {
      'of a body': { id: '1', uscc: owner.uscc, kind: 'ENTERPRISE' },
      'of a sole trader': { id: '1', uscc: owner.uscc, kind: 'SOLE_TRADER' },
    },
  },
  // what is on a list, or announced, everybody finds
  ListEntry: {
    rows: {
      'decided by it': { uscc: owner.uscc, departmentCode: owner.department, proposerCode: 'COURT' },
      'proposed by it': { uscc: owner.uscc, departmentCode: 'COURT', proposerCode: owner.department },
    },
  },
  ListingObjection: {
    rows: {
      'of an enterprise': { by: `ENTERPRISE:${owner.uscc}`, decider: owner.department },
      'of a department': { by: `DEPARTMENT:${owner.department}`, decider: 'COURT' },
    },
  },
  // what is announced or in force everybody finds
  FastTrackGrant: { rows: { '': { entityId: '1', uscc: owner.uscc, proposerCode: owner.department } } },
  FastTrackDecision: { rows: { '': { entityId: '1', uscc: owner.uscc } } },
  // the two sides, the arrears administrators and the supervisor find it, and the budget office, which is another department
  PublicContract: {
    rows: {
      'of the buyer': { buyerCode: owner.department, buyerUscc: owner.uscc },
      'of the supplier': { buyerCode: 'COURT', buyerUscc: '1115020001T3QT14XM' },
    },
    finds: ({ role, row }) =>
      ((role === Role.DEPARTMENT || role === Role.ENTERPRISE) && row === 'own') ||
      role === Role.ARREARS_ADMIN ||
      role === Role.SUPERVISOR,
  },
  // the entity and the supervisor find it; a party to a grant under which it was made, and to its question, too
  Reading: { rows: { '': { id: '1' } } },
  RecordVersion: {
    rows: {
      'known wholly': { item: { providerCode: owner.department }, wholly: true, supersededAt: new Date(0) },
      'of a published record': { item: { providerCode: owner.department }, wholly: false, supersededAt: new Date(0) },
      'of a published record, current': { item: { providerCode: owner.department }, wholly: false, supersededAt: null },
    },
  },
  // the department that reported, the entity, the credit centre and the supervisor find it
  RestrictionUse: {
    rows: { '': { departmentCode: owner.department } },
    finds: ({ role, row }) =>
      ((role === Role.DEPARTMENT || role === Role.ENTERPRISE) && row === 'own') ||
      role === Role.CREDIT_CENTRE ||
      role === Role.SUPERVISOR,
  },
  // whoever knows of the record finds its changes
  RecordChange: { rows: { '': { uscc: owner.uscc } } },
  SharingStep: { rows: { '': { departmentCode: owner.department } }, finds: ofParties },
  SharingUse: { rows: { '': { departmentCode: owner.department } }, finds: ofParties },
  Submission: {
    rows: { '': { id: '1' } },
    // a department follows what it sent itself; others may not call what leads to it
    finds: ({ role, row }) =>
      role === Role.DEPARTMENT ? row === 'own' : role === Role.CREDIT_CENTRE || role === Role.SUPERVISOR,
  },
};

/** Types whose fields the catalogue declares: their values stand in the last table. */
const byTheCatalogue: readonly string[] = ['RecordField.value'];

/** A verdict as the matrix writes it; a star: it is entered among the readings. */
export function verdictInWords(verdict: Verdict): string {
  if (verdict.state === 'WITHHELD') return `WITHHELD:${verdict.reason}`;
  const star = verdict.nonPublic ? '*' : '';
  return verdict.state === 'SHOWN' ? `SHOWN${star}` : `MASKED:${verdict.pattern}${star} (${verdict.reason})`;
}

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function ruleBeside(type: GraphQLObjectType, one: GraphQLField<unknown, unknown>): Rule {
  const rule = ruleOf(one);
  if (!rule) throw new Error(`${type.name}.${one.name} declares no rule`);
  return rule;
}

/** What each situation comes to, column by column; situations that come to the same stand in one line. */
function bySituation(columns: readonly string[], cells: (situation: Situation) => readonly string[]): string {
  const alike = Map.groupBy(situations, (situation) => cells(situation).join('|'));
  const rows = Array.from(alike.values(), (of) => [inWords(of), ...cells(of[0]!)]);
  return table(['who asks (whose row): what is stated', ...columns], rows);
}

function typeSection(type: GraphQLObjectType, isOperations: boolean): string {
  const fields = Object.values(type.getFields()).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const open = fields.filter((one) => ruleBeside(type, one).open);
  const guarded = fields.filter(
    (one) => !ruleBeside(type, one).open && !byTheCatalogue.includes(`${type.name}.${one.name}`),
  );
  const said = [`## ${type.name}`];
  if (open.length > 0) said.push(`Open to anyone: ${open.map(({ name }) => name).join(', ')}.`);
  for (const name of byTheCatalogue.filter((one) => one.startsWith(`${type.name}.`))) {
    said.push(`As the catalogue says, see below: ${name.split('.')[1]}.`);
  }
  if (guarded.length > 0) said.push(isOperations ? ofOperations(type, guarded) : ofRows(type, guarded));
  return said.join('\n\n');
}

const ofOperations = (type: GraphQLObjectType, fields: readonly GraphQLField<unknown, unknown>[]): string =>
  bySituation(
    fields.map(({ name }) => name),
    (situation) => fields.map((one) => verdictInWords(ruleBeside(type, one).decide(situation.asking(), undefined))),
  );

function ofRows(type: GraphQLObjectType, fields: readonly GraphQLField<unknown, unknown>[]): string {
  const sample = samples[type.name];
  if (!sample) throw new Error(`${type.name} has guarded fields (${fields.map(({ name }) => name)}) and no sample row`);
  const cells = fields.flatMap((one) =>
    Object.entries(sample.rows).map(([label, row]) => ({ name: `${one.name} ${label}`.trim(), one, row })),
  );
  return bySituation(
    cells.map(({ name }) => name),
    (situation) =>
      cells.map(({ one, row }) =>
        situation.row === 'missing' || !(sample.finds?.(situation) ?? true)
          ? 'NO ROW'
          : verdictInWords(ruleBeside(type, one).decide(situation.asking(), row)),
      ),
  );
}

const fieldDisclosures = [null, ...Object.values(Disclosure)];
const maskings = [null, ...Object.values(MaskingPattern)];
const keyOf = (disclosure: Disclosure | null, masking: MaskingPattern | null) => `${disclosure}:${masking}`;

/** An item of the owner's department with a field of every disclosure and masking. */
const sampleItem = (sharing: SharingAttribute, disclosure: Disclosure): Item =>
  itemOf(
    fieldDisclosures.flatMap((of) => maskings.map((masking) => field(keyOf(of, masking), { disclosure: of, masking }))),
    {
      id: `${sharing}:${disclosure}`,
      code: `${sharing}:${disclosure}`,
      class: 'ADMINISTRATIVE' as Item['class'],
      providerCode: owner.department,
      sharing,
      disclosure,
    },
  );

/** Who asks about a record of the catalogue, beside the situations of all: under a grant, by an authorisation. */
interface Column {
  readonly says: string;
  readonly situation: Situation;
  readonly granted?: boolean;
  readonly consented?: boolean;
}

const ofDepartment = situations.filter(({ role, row }) => role === Role.DEPARTMENT && row === 'foreign');
const ofEnterprise = situations.filter(({ role, row }) => role === Role.ENTERPRISE && row === 'foreign');
const columns: readonly Column[] = [
  ...situations.map((situation) => ({ says: '', situation })),
  { says: 'DEPARTMENT (foreign): a purpose of the mandate, a grant', situation: ofDepartment[1]!, granted: true },
  { says: 'DEPARTMENT (foreign): a purpose outside it, a grant', situation: ofDepartment[2]!, granted: true },
  {
    says: 'DEPARTMENT (foreign): a purpose of the mandate, authorised',
    situation: ofDepartment[1]!,
    consented: true,
  },
  { says: 'ENTERPRISE (foreign): authorised', situation: ofEnterprise[0]!, consented: true },
];

function grantsOn(item: Item): Grants {
  const [requester, purpose] = [ofDepartment[0]!.viewer.department!, Purpose.INSPECTION];
  return new Grants([
    { id: '1', requester, itemCode: item.code, purpose, fields: [], from: today, until: today, inUse: true },
  ]);
}

/** The verdict on a field of a record that is in force and, if its item is, published. */
function cellsOf(item: Item, { situation, granted, consented = false }: Column): ReadonlyMap<string, string> {
  const { viewer, standing }: Asking = situation.asking(granted ? grantsOn(item) : undefined);
  const isSubject = viewer.role === Role.ENTERPRISE && situation.row === 'own';
  const footing = isSubject ? asSubject : standing.towards(item);
  const reach = reachOf(footing, item);
  const byConsent = consented && footing.relation === 'PUBLIC' && item.disclosure === Disclosure.AUTHORISED;
  const known = situation.row !== 'missing' && (['ALL', 'IN_FORCE', 'PUBLISHED'].includes(reach) || byConsent);
  const atHand: RecordAtHand = { publication: 'PUBLISHED', consented };
  return new Map(
    fieldAccess(footing, item, atHand, 'en').map(({ key, verdict }) => [
      key,
      // which pattern is the field's: it stands in the line
      known ? verdictInWords(verdict).replace(/^(MASKED):\w+/, '$1') : 'NO ROW',
    ]),
  );
}

function catalogueSection(): string {
  const lines = Object.values(SharingAttribute).flatMap((sharing) =>
    Object.values(Disclosure).flatMap((disclosure) => {
      const item = sampleItem(sharing, disclosure);
      const byColumn = columns.map((column) => cellsOf(item, column));
      return fieldDisclosures.flatMap((of) => {
        const rows = maskings.map((masking) => ({
          masking: masking ?? 'none',
          cells: byColumn.map((cells) => cells.get(keyOf(of, masking))!),
        }));
        const alike = Map.groupBy(rows, ({ cells }) => cells.join('|'));
        return Array.from(alike.values(), (same) => ({
          declared: [sharing, disclosure, of ?? 'undecided', same.map(({ masking }) => masking).join(', ')],
          cells: same[0]!.cells,
        }));
      });
    }),
  );
  const groups = Array.from(Map.groupBy(columns, (_, i) => lines.map(({ cells }) => cells[i]).join('|')).values());
  const letter = (i: number) => String.fromCharCode(65 + i);
  const legend = groups.map((group, i) => {
    const plain = group.filter(({ says }) => says === '').map(({ situation }) => situation);
    const words = [inWords(plain), ...group.map(({ says }) => says)].filter(Boolean).join('; ');
    return `- **${letter(i)}** ${words}`;
  });
  const rows = lines.map(({ declared, cells }) => [
    ...declared,
    ...groups.map((group) => cells[columns.indexOf(group[0]!)]!),
  ]);
  const header = ['sharing', 'item', 'field', 'masking', ...groups.map((_, i) => letter(i))];
  return `## What the catalogue declares\n\n${legend.join('\n')}\n\n${table(header, rows)}`;
}

/** The whole matrix: every field of every object type, in every situation. */
export function accessMatrix(schema: GraphQLSchema): string {
  const operations = [schema.getQueryType(), schema.getMutationType()];
  const types = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return `# The golden matrix of access

Every field in every situation, computed from the rules that stand beside the fields and from the policy. It is compared
with what the rules say each time the tests run; after a change that is meant: \`UPDATE_GOLDEN=1 npm test -- access-matrix\`,
and read the difference as an auditor would.

SHOWN, MASKED:pattern (why), WITHHELD:why, or NO ROW where the row is not found or not told of. A star: shown, or shown in
part, though not to everybody, so it is entered among the readings. Of operations SHOWN means that they may be called.
Own rows: of the enterprise itself, provided by the department; missing: there is none. Of a role without a mandate any
purpose is stated. The records of the last table are in force and, if their item is public, published.

${types.map((type) => typeSection(type, operations.includes(type))).join('\n\n')}

${catalogueSection()}
`;
}
