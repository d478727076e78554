import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import { ruleOf } from '../../src/access/access.decorator.js';
import { projectRoot } from '../../src/config.js';
import { secretProperties } from '../../src/registry/legal-entity.entity.js';
import { buildPlatformSchema } from '../../src/server/schema.js';
import { schemaFiles } from '../../src/server/schema-files.js';

const schema = buildPlatformSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const operations = [schema.getQueryType()!, schema.getMutationType()!];
const fields = types
  .filter(isObjectType)
  .flatMap((type) =>
    Object.values(type.getFields()).map((field): [string, GraphQLField<unknown, unknown>, GraphQLNamedType] => [
      `${type.name}.${field.name}`,
      field,
      type,
    ]),
  );

describe('laws of the schema', () => {
  test.each(fields)('%s declares who may see or call it', (_name, field) => {
    expect(ruleOf(field)?.says).toBeTruthy();
  });

  test('no rule stands on an interface or a union, where it would not be enforced', () => {
    expect(types.filter((type) => isInterfaceType(type) || isUnionType(type))).toEqual([]);
  });

  test.each(fields.filter(([, field, type]) => !ruleOf(field)!.open && !operations.includes(type as never)))(
    '%s is guarded, so it is nullable',
    (_name, field) => {
      expect(isNonNullType(field.type)).toBe(false);
    },
  );

  test.each([...secretProperties.map((property) => `LegalEntity.${property}`), 'RecordField.value'])(
    '%s is kept sealed, so it is guarded: nothing else opens it',
    (name) => {
      const [, field] = fields.find(([known]) => known === name)!;
      expect(ruleOf(field)!.open).toBe(false);
    },
  );

  const bilingual = /^\P{Script=Han}*[A-Za-z].*\p{Script=Han}/su;

  test('every type, field, argument and enum value is described, in English and Chinese', () => {
    const undescribed: string[] = [];
    const look = (name: string, description: string | null | undefined) => {
      if (!bilingual.test(description ?? '')) undescribed.push(name);
    };
    for (const type of types) {
      if (
        isScalarType(type) &&
        (type.specifiedByURL || ['Boolean', 'Float', 'ID', 'Int', 'String'].includes(type.name))
      ) {
        continue;
      }
      if (!operations.includes(type as never)) look(type.name, type.description);
      if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value.description);
      if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field.description);
      }
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field.description);
        for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name})`, argument.description);
      }
    }
    expect(undescribed).toEqual([]);
  });

  test('a mutation takes one input', () => {
    for (const field of Object.values(schema.getMutationType()!.getFields())) {
      expect(field.args.map(({ name }) => name)).toEqual(['input']);
    }
  });

  test('no input contains itself: graphql-jit would never have done compiling it', () => {
    const within = (type: GraphQLNamedType, seen: readonly string[] = []): string[] => {
      if (!isInputObjectType(type)) return [];
      if (seen.includes(type.name)) return [[...seen, type.name].join(' > ')];
      return Object.values(type.getFields()).flatMap((field) => within(getNamedType(field.type), [...seen, type.name]));
    };
    expect(types.flatMap((type) => within(type))).toEqual([]);
  });

  test('no field of an input that must be there has a default: graphql-jit would not fill it in', () => {
    const skipped = types.filter(isInputObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type) && field.defaultValue !== undefined)
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(skipped).toEqual([]);
  });

  test('every list that can grow is a connection with a bounded page', () => {
    for (const [name, field] of fields) {
      if (!getNamedType(field.type).name.endsWith('Connection')) continue;
      expect([name, field.args.map((argument) => argument.name)]).toEqual([
        name,
        expect.arrayContaining(['first', 'after']),
      ]);
    }
  });

  test.each(Object.entries(schemaFiles(schema)))('schema/%s is fresh (npm run schema)', async (name, text) => {
    expect(await readFile(join(projectRoot, 'schema', name), 'utf8')).toBe(text);
  });
});
