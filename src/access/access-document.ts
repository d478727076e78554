import { type GraphQLSchema, isObjectType } from 'graphql';
import { ruleOf } from './access.decorator.js';
import { decide, type Footing, type Grant, knownByConsent, type Reach, reachOf } from './policy.js';
import { Purpose } from './purpose.js';
import { asSubject } from './standing.js';
import type { Verdict } from './verdict.js';
import { withheldReasons } from './withheld-reasons.js';
import { Disclosure, MaskingPattern, SharingAttribute, WithheldReason } from './words.js';

/** A purpose of the mandate that covers every class and all personal data, so that the tables show what a purpose can open. */
const stated = {
  purpose: Purpose.INSPECTION,
  bar: null,
  scope: { classes: [], personal: Object.values(MaskingPattern) },
};
/** A purpose that needs no personal data. */
const plainly = { ...stated, purpose: Purpose.PROCUREMENT, scope: { classes: [], personal: [] } };
const unstated = { purpose: null, bar: WithheldReason.PURPOSE_REQUIRED, scope: null };
const held: Grant = { requests: ['…'], fields: ['named'] };

/** Everyone who can ask, and how, in columns. */
const situations: readonly { readonly says: string; readonly footing: Footing; readonly consented?: true }[] = [
  { says: 'provider', footing: { relation: 'PROVIDER', ...unstated, holding: 'NONE' } },
  { says: 'subject', footing: asSubject },
  { says: 'supervisor', footing: { relation: 'SUPERVISOR', ...stated, holding: 'NONE' } },
  { says: 'credit centre, no purpose', footing: { relation: 'CREDIT_CENTRE', ...unstated, holding: 'NONE' } },
  { says: 'credit centre, purpose', footing: { relation: 'CREDIT_CENTRE', ...stated, holding: 'NONE' } },
  { says: 'department, no purpose', footing: { relation: 'DEPARTMENT', ...unstated, holding: 'NONE' } },
  { says: 'department, purpose', footing: { relation: 'DEPARTMENT', ...stated, holding: 'NONE' } },
  { says: 'department, purpose without persons', footing: { relation: 'DEPARTMENT', ...plainly, holding: 'NONE' } },
  { says: 'department, purpose, grant', footing: { relation: 'DEPARTMENT', ...stated, holding: held } },
  { says: 'department, purpose, grant ended', footing: { relation: 'DEPARTMENT', ...stated, holding: 'ENDED' } },
  { says: 'public', footing: { relation: 'PUBLIC', ...unstated, holding: 'NONE' } },
  { says: 'third party, consent', footing: { relation: 'PUBLIC', ...unstated, holding: 'NONE' }, consented: true },
];

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const basisOf = (reasons: readonly WithheldReason[]): string =>
  reasons.map((reason) => withheldReasons[reason].basis).join('; ');

/** `schema/access.md`: who may see or do what, and on what basis, printed from the declarations that enforce it. */
export function accessDocument(schema: GraphQLSchema): string {
  return `# Who may see and do what

Printed from the \`@Access\` rule beside each field and from \`src/access/policy.ts\` by \`npm run schema\`; never edited.
What is not declared is denied. A value that is not shown is null or masked, and \`extensions.withheld\` says why.

${typesOf(schema)}

## Records: which may be known to exist

By who asks and how, the item's sharing attribute (between departments) and its disclosure (outside government).
ALL: in every state. IN_FORCE: those in force. PUBLISHED: those within their publicity, which
minor ones in principle have none of, and not of a natural person.
Otherwise none, for the reason named. Provider: the item's department; subject: the entity itself; department: every other
department and the arrears administrators; public: everyone else, signed in or not. A purpose counts when the mandate lists
it and a case is stated; for LITIGATION and AUDIT it opens ALL instead of IN_FORCE. Consent adds, for an item that is
AUTHORISED, the records in force of the subject that gave it.

${reachTable()}

## Values: which are shown

Of a published record that may be known, by the disclosure of its field. "Undecided": nobody declared one. In part: masked
by the field's pattern. A grant opens the subject's own concern only where it names the field, as in these columns. Of a
record that is REPAIRED nobody sees values but the subject, the supervisor and those who read for LITIGATION or AUDIT; of one that is not
published (NATURAL_PERSON, MINOR_NOT_PUBLIC, PUBLICITY_ENDED, WITHDRAWN) the public sees none, for that reason.

${fieldTable()}

## Reasons

${reasonTable()}
`;
}

function typesOf(schema: GraphQLSchema): string {
  const operations = [schema.getQueryType()?.name, schema.getMutationType()?.name];
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .sort((a, b) => operations.indexOf(b.name) - operations.indexOf(a.name) || (a.name < b.name ? -1 : 1))
    .map((type) => {
      const rows = Object.values(type.getFields())
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map((field) => {
          const rule = ruleOf(field);
          return [field.name, rule?.says ?? 'nobody: no rule declared', basisOf(rule?.reasons ?? [])];
        });
      return `## ${type.name}\n\n${table(['field', 'who', 'basis'], rows)}`;
    })
    .join('\n\n');
}

function reachTable(): string {
  const rows = Object.values(SharingAttribute).flatMap((sharing) =>
    Object.values(Disclosure).map((disclosure) => [
      sharing,
      disclosure,
      ...situations.map(({ footing, consented }): Reach => {
        const item = { providerCode: '', class: '', sharing, disclosure };
        return consented && knownByConsent(footing, item) ? 'IN_FORCE' : reachOf(footing, item);
      }),
    ]),
  );
  return table(['sharing', 'disclosure', ...situations.map(({ says }) => says)], rows);
}

const inWords = (verdict: Verdict): string => {
  if (verdict.state === 'SHOWN') return 'shown';
  return verdict.state === 'MASKED' ? `in part, ${verdict.reason}` : verdict.reason;
};

function fieldTable(): string {
  const rows = Object.values(SharingAttribute).flatMap((sharing) =>
    Object.values(Disclosure).flatMap((item) =>
      [null, ...Object.values(Disclosure)].flatMap((disclosure) =>
        [null, MaskingPattern.NAME].map((masking) => [
          sharing,
          item,
          disclosure ?? 'undecided',
          masking ? 'yes' : 'no',
          ...situations.map(({ footing, consented = false }) =>
            inWords(
              decide(
                footing,
                { providerCode: '', class: '', sharing, disclosure: item },
                { key: 'named', disclosure, masking },
                { publication: 'PUBLISHED', consented },
              ),
            ),
          ),
        ]),
      ),
    ),
  );
  return table(['sharing', 'item', 'field', 'masking', ...situations.map(({ says }) => says)], rows);
}

function reasonTable(): string {
  const rows = Object.entries(withheldReasons).map(([reason, { rule, basis, remedy }]) => [
    reason,
    `${rule.en} ${rule.zh}`,
    basis,
    `${remedy.en} ${remedy.zh}`,
  ]);
  return table(['reason', 'rule', 'basis', 'remedy'], rows);
}
