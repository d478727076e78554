import { type GraphQLSchema, isObjectType } from 'graphql';
import { ruleOf } from './access.decorator.js';
import { decide, type Reach, type Relation, reachOf } from './policy.js';
import type { Verdict } from './verdict.js';
import { withheldReasons } from './withheld-reasons.js';
import { Disclosure, MaskingPattern, SharingAttribute, type WithheldReason } from './words.js';

const relations: readonly Relation[] = ['PROVIDER', 'SUBJECT', 'SUPERVISOR', 'CREDIT_CENTRE', 'DEPARTMENT', 'PUBLIC'];

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

By what the viewer is to the item, its sharing attribute (between departments) and its disclosure (outside government).
ALL: in every state. IN_FORCE: those in force. PUBLISHED: those within their publicity, not minor, not of a natural person.
Otherwise none, for the reason named. PROVIDER: the item's department; SUBJECT: the entity itself; DEPARTMENT: every other
department and the arrears administrators; PUBLIC: everyone else, signed in or not.

${reachTable()}

## Fields of records: which values are shown

Of a record that may be known. "Undecided": nobody declared a disclosure for the field.

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
      ...relations.map((relation): Reach => reachOf(relation, { providerCode: '', sharing, disclosure })),
    ]),
  );
  return table(['sharing', 'disclosure', ...relations], rows);
}

const inWords = (verdict: Verdict): string => {
  if (verdict.state === 'SHOWN') return 'shown';
  return verdict.state === 'MASKED' ? 'masked' : verdict.reason;
};

function fieldTable(): string {
  const rows = Object.values(SharingAttribute).flatMap((sharing) =>
    [null, ...Object.values(Disclosure)].flatMap((disclosure) =>
      [null, MaskingPattern.NAME].map((masking) => [
        sharing,
        disclosure ?? 'undecided',
        masking ? 'yes' : 'no',
        ...relations.map((relation) =>
          inWords(
            decide(relation, { providerCode: '', sharing, disclosure: Disclosure.PUBLIC }, { disclosure, masking }),
          ),
        ),
      ]),
    ),
  );
  return table(['sharing', 'disclosure of the field', 'masking', ...relations], rows);
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
