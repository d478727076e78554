import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { extendSchema, type GraphQLObjectType, parse } from 'graphql';
import { anyone, only, type Rule } from '../../src/access/rules.js';
import { projectRoot } from '../../src/config.js';
import { buildPlatformSchema } from '../../src/server/schema.js';
import { accessMatrix } from './access-matrix.js';

const golden = join(projectRoot, 'test', 'laws', 'access-matrix.golden.md');
const schema = buildPlatformSchema();

/** The schema with one field more. */
function withField(type: string, rule?: Rule) {
  const extended = extendSchema(schema, parse(`extend type ${type} { planted: String }`));
  const planted = (extended.getType(type) as GraphQLObjectType).getFields()['planted']!;
  if (rule) planted.extensions = { access: rule };
  return extended;
}

test('the rules decide as the golden matrix says (UPDATE_GOLDEN=1 writes it anew)', async () => {
  const matrix = accessMatrix(schema);
  if (process.env['UPDATE_GOLDEN']) await writeFile(golden, matrix);
  expect(matrix.split('\n')).toEqual((await readFile(golden, 'utf8')).split('\n'));
});

describe('a new field does not slip in', () => {
  test.each([
    ['open to anyone', 'Region', anyone],
    ['guarded, of a type with sample rows', 'LegalEntity', only()],
    ['an operation', 'Query', only()],
  ])('%s: the matrix is another', async (_what, type, rule) => {
    const matrix = accessMatrix(withField(type, rule));
    expect(matrix).toContain('planted');
    expect(matrix).not.toBe(await readFile(golden, 'utf8'));
  });

  test('guarded, of a type without sample rows: no matrix', () => {
    expect(() => accessMatrix(withField('Region', only()))).toThrow(
      'Region has guarded fields (planted) and no sample row',
    );
  });

  test('without a rule: no matrix', () => {
    expect(() => accessMatrix(withField('LegalEntity'))).toThrow('LegalEntity.planted declares no rule');
  });
});
