import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execute, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { guardFields } from '../../src/access/guard.js';
import { ReadingList } from '../../src/access/reading-list.js';
import type { Rule } from '../../src/access/rules.js';
import { disclosed, masked, shown, type Verdict, withheld } from '../../src/access/verdict.js';
import { WithheldList } from '../../src/access/withheld.js';
import { MaskingPattern, WithheldReason } from '../../src/access/words.js';
import { openSecrets } from '../../src/database/secrets.js';

interface Row {
  readonly id: string;
  readonly verdict: Verdict;
  readonly value?: string | null | undefined;
}

/** Each row is decided for itself: its verdict stands in it. */
const rule: Rule = {
  says: 'as the row says',
  open: false,
  reasons: [],
  decide: (_asking, row) => (row as Row).verdict,
  whose: (row) => ({ entityId: (row as Row).id, item: null, record: null, key: 'value' }),
};
const openRule: Rule = { ...rule, open: true };

const type = new GraphQLObjectType({
  name: 'Row',
  fields: {
    value: { type: GraphQLString, extensions: { access: rule } },
    later: {
      type: GraphQLString,
      extensions: { access: rule },
      resolve: async ({ value }: Row) => value,
    },
  },
});
const list = { type: new GraphQLList(type), extensions: { access: openRule } };
const secrets = await openSecrets([Buffer.alloc(32, 1)], '');
const query = new GraphQLObjectType({ name: 'Query', fields: { rows: list } });
const schema = guardFields(new GraphQLSchema({ query }));
const document = parse('{ rows { a: value ...More } } fragment More on Row { b: value later }');
const compiled = compileQuery(schema, document);

/** Everything that leaves: the data and what is told beside it, as bytes; and what is entered. */
async function answer(rows: readonly Row[], run: 'graphql-js' | 'compiled' = 'graphql-js') {
  const context = { withheld: new WithheldList(), readings: new ReadingList(), secrets };
  if (!isCompiledQuery(compiled)) throw new Error('it was not compiled');
  const result =
    run === 'compiled'
      ? await compiled.query({ rows }, context, {})
      : await execute({ schema, document, rootValue: { rows }, contextValue: context });
  const data = JSON.stringify(result);
  return { data, told: JSON.stringify(context.withheld.told('en')), readings: context.readings.entries() };
}

const reason = fc.constantFrom(...Object.values(WithheldReason));
const hidden = reason.map(withheld);
const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  hidden,
  fc.constantFrom(shown, disclosed),
  fc.tuple(fc.constantFrom(...Object.values(MaskingPattern)), reason, fc.boolean()).map((of) => masked(...of)),
);
const value = fc.option(fc.string());
const rowsOf = (of: fc.Arbitrary<Verdict>) =>
  fc
    .array(fc.record({ verdict: of, value }), { maxLength: 8 })
    .map((rows) => rows.map((row, i): Row => ({ ...row, id: `row${i}` })));

describe('the guard', () => {
  test('what is withheld is answered with the same bytes, empty or filled, and nothing is entered', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(hidden), fc.array(value, { minLength: 8, maxLength: 8 }), async (rows, others) => {
        const one = await answer(rows);
        expect(await answer(rows.map((row, i) => ({ ...row, value: others[i] })))).toEqual(one);
        expect(one.readings).toEqual([]);
      }),
    );
  });

  test('rows do not borrow from each other: each is answered as if it had been alone', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(verdict), async (rows) => {
        const together = JSON.parse((await answer(rows)).data).data.rows;
        for (const [i, row] of rows.entries()) {
          expect(together[i]).toEqual(JSON.parse((await answer([row])).data).data.rows[0]);
        }
      }),
    );
  });

  test('compiled, the answer, what is told and what is entered are the same', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(verdict), async (rows) => {
        const [plain, fast] = [await answer(rows), await answer(rows, 'compiled')];
        const entered = ({ readings }: typeof plain) => readings.toSorted((a, b) => (a.entityId < b.entityId ? -1 : 1));
        expect([fast.data, fast.told, entered(fast)]).toEqual([plain.data, plain.told, entered(plain)]);
      }),
    );
  });

  test('a value that is not public is entered once, by its key, only when there is one', async () => {
    const read = [{ entityId: 'row0', shown: [{ item: null, records: [], fields: ['value'], masked: [] }] }];
    expect((await answer([{ id: 'row0', verdict: disclosed, value: 'x' }])).readings).toEqual(read);
    for (const empty of [null, undefined]) {
      expect((await answer([{ id: 'row0', verdict: disclosed, value: empty }])).readings).toEqual([]);
    }
    expect((await answer([{ id: 'row0', verdict: shown, value: 'x' }])).readings).toEqual([]);
  });

  test('a value that cannot be masked, being no text, is not shown', async () => {
    const hide = masked(MaskingPattern.NAME, WithheldReason.PERSONAL_INFORMATION, false);
    const row = { id: 'row0', verdict: hide, value: 7 as unknown as string };
    expect(JSON.parse((await answer([row])).data).data.rows[0]).toEqual({ a: null, b: null, later: null });
  });

  test('a field without a rule stops the start', () => {
    const bare = new GraphQLObjectType({ name: 'Bare', fields: { value: { type: GraphQLString } } });
    const without = new GraphQLObjectType({ name: 'Query', fields: { bare: { ...list, type: bare } } });
    expect(() => guardFields(new GraphQLSchema({ query: without }))).toThrow('Bare.value declares no access rule');
  });
});
