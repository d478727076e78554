import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ExecutionResult, execute, type GraphQLSchema, parse, validate } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { pino } from 'pino';
import { Purpose } from '../src/access/purpose.js';
import { thePublic, type Viewer } from '../src/access/viewer.js';
import { Role } from '../src/access/words.js';
import { requestContext } from '../src/server/request-context.js';
import { buildPlatformSchema } from '../src/server/schema.js';
import { type City, openCity } from './world.js';

let city: City;
let schema: GraphQLSchema;
beforeAll(async () => {
  city = await openCity();
  schema = buildPlatformSchema();
});
afterAll(() => city.close());

const viewers: Record<string, Viewer> = {
  public: thePublic,
  tax: { role: Role.DEPARTMENT, subject: 'x', department: 'TAX' },
  itself: { role: Role.ENTERPRISE, subject: 'y', uscc: '91150203MA0T3QT218' },
};

const operations: [name: string, query: string, variables?: Record<string, unknown>][] = [
  [
    'report',
    `query ($u: USCC!, $n: Int = 10) { entity(uscc: $u) { ...E records(first: $n) { totalCount edges { cursor node {
       title severity publicUntil item { title class fields { key } } provider { name } fields { key value state reason rule remedy } } } } } }
     fragment E on LegalEntity { __typename name legalRepresentative legalRepresentativeId contactPhone region { name level } }`,
    { u: '91150203MA0T3QT218' },
  ],
  [
    'aliases',
    '{ a: entity(uscc: "91150203MA0T3QT218") { n: name i: legalRepresentativeId } b: entity(uscc: "92150203MA0T3QTA70") { n: legalRepresentative i: legalRepresentativeId } }',
  ],
  [
    'include and skip',
    'query ($yes: Boolean!) { departments { code @include(if: $yes) name @skip(if: $yes) } }',
    { yes: true },
  ],
  [
    'a refusal beside an answer',
    '{ departments { code } bad: entities(first: 0) { totalCount } submissions { totalCount } }',
  ],
  ['a refusal in a list', '{ entities(first: 3) { edges { node { uscc records(first: 1000) { totalCount } } } } }'],
  [
    'the past',
    `{ entity(uscc: "91150203MA0T3QT218") { records(asOf: "2026-06-01", first: 5) { totalCount edges { node { title state
       versions { version reason severity recordedBy fields { key value reason } withdrawal { late } } } } } } }`,
  ],
  ['nothing', '{ entity(uscc: "914403001922038216") { records { totalCount } } record(id: "x") { id } }'],
  ['a bad literal', '{ entity(uscc: "91150203MA0T3QT219") { name } }'],
  ['a bad variable', 'query ($u: USCC!) { entity(uscc: $u) { name } }', { u: '91150203MA0T3QT219' }],
  ['a missing variable', 'query ($u: USCC!) { entity(uscc: $u) { name } }', {}],
  [
    'introspection',
    '{ __schema { queryType { name } } __type(name: "RecordField") { fields { name } } viewer { __typename role } }',
  ],
];

const ask = (viewer: Viewer) =>
  requestContext(city.platform, {
    viewer,
    address: '127.0.0.1',
    stated: { purpose: Purpose.INSPECTION, caseNumber: '2026-0317' },
    language: 'en',
    requestId: 'r',
    now: new Date('2026-11-22T04:00:00Z'),
    rehearsal: null,
    log: pino({ level: 'silent' }),
  });

describe('the compiled execution gives the same bytes as graphql-js', () => {
  const asked = operations.flatMap(([name, query, variables = {}]) =>
    Object.keys(viewers).map((who) => ({ name, who, query, variables })),
  );
  test.each(asked)('$name, asked by $who', async ({ who, query, variables }) => {
    const document = parse(query);
    if (validate(schema, document).length > 0) return;
    const plainContext = ask(viewers[who]!);
    const plain = await execute({ schema, document, contextValue: plainContext, variableValues: variables });
    const compiled = compileQuery(schema, document);
    if (!isCompiledQuery(compiled)) throw new Error('it was not compiled');
    const fastContext = ask(viewers[who]!);
    const fast = (await compiled.query(undefined, fastContext, variables)) as ExecutionResult;
    expect(JSON.stringify(fast.data)).toBe(JSON.stringify(plain.data));
    const told = ({ errors = [] }: ExecutionResult) =>
      errors.map(({ extensions, path }) => ({ extensions: extensions ?? {}, path }));
    expect(told(fast)).toEqual(told(plain));
    expect(JSON.stringify(fastContext.withheld.told('en'))).toBe(JSON.stringify(plainContext.withheld.told('en')));
    expect(fastContext.readings.entries()).toEqual(plainContext.readings.entries());
  });
});
