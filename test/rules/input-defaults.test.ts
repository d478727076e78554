import { expect, test } from '@jest/globals';
import { buildSchema, execute, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { inputDefaults } from '../../src/server/input-defaults.js';

const schema = buildSchema(`
  enum Colour { RED GREEN }
  input Leaf { size: Int! = 3, colours: [Colour!]! = [RED], note: String }
  input Tree { leaf: Leaf!, leaves: [Leaf!], tall: Boolean = true }
  type Query { grow(tree: Tree, trees: [Tree!]): String, plain(n: Int = 4): String }
`);
for (const field of Object.values(schema.getQueryType()!.getFields()))
  field.resolve = (_root, args) => JSON.stringify(args);

const one = 'query ($tree: Tree) { grow(tree: $tree) }';

/** The answer of the compiled operation, and that of graphql-js. */
async function both(query: string, variables: Record<string, unknown>) {
  const document = parse(query);
  const compiled = compileQuery(schema, document);
  if (!isCompiledQuery(compiled)) throw new Error('not compiled');
  const complete = inputDefaults(schema, document, null);
  return [
    await compiled.query(undefined, {}, complete?.(variables) ?? variables),
    await execute({ schema, document, variableValues: variables }),
  ];
}

/** What the field was asked with, whatever the order of the arguments. */
const asRead = (result: unknown): unknown[] =>
  Object.values<string>((result as { data: Record<string, string> }).data).map((text) => JSON.parse(text));

test.each<[string, string, Record<string, unknown>]>([
  ['left out', one, { tree: { leaf: {} } }],
  ['given', one, { tree: { leaf: { size: 1, colours: ['GREEN'], note: null }, tall: false } }],
  ['null where it may be', one, { tree: { leaf: {}, tall: null } }],
  ['in lists', one, { tree: { leaf: {}, leaves: [{}, { size: 2 }] } }],
  ['in a list of one', one, { tree: { leaf: {}, leaves: {} } }],
  [
    'of several',
    'query ($trees: [Tree!]) { grow(trees: $trees) }',
    { trees: [{ leaf: {} }, { leaf: {}, tall: false }] },
  ],
  ['of nothing', one, {}],
  ['of a null', one, { tree: null }],
  ['of an argument', 'query ($n: Int) { plain(n: $n) }', {}],
  ['written in the query', '{ grow(tree: { leaf: {} }) }', {}],
])('default values of inputs, %s, are those of graphql-js', async (_what, query, variables) => {
  const [fast, plain] = await both(query, variables);
  expect(asRead(fast)).toEqual(asRead(plain));
  expect(plain).not.toHaveProperty('errors');
});

test('where no variable can have any there is nothing to do', () => {
  expect(inputDefaults(schema, parse('query ($n: Int) { plain(n: $n) }'), null)).toBeNull();
});
