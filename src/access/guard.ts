import { type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { Context } from '../context.js';
import { ruleOf } from './access.decorator.js';
import { asShown } from './as-shown.js';
import type { Rule } from './rules.js';
import type { Verdict } from './verdict.js';

/**
 * Puts each object field's rule in front of its resolver. Fields that are open to anyone are left as they are, so
 * they cost nothing. Operations (Query, Mutation) are the shield's.
 */
export function guardFields(schema: GraphQLSchema): GraphQLSchema {
  const operations = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || operations.has(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(field);
      if (!rule) throw new Error(`${type.name}.${field.name} declares no access rule: deny by default`);
      if (!rule.open && !rule.beforehand) guard(field, rule);
    }
  }
  return schema;
}

function guard(field: GraphQLField<unknown, Context>, rule: Rule): void {
  // a plain property is read as one: the general resolver costs more than the rule
  const { name } = field;
  const resolve: GraphQLFieldResolver<unknown, Context> =
    field.resolve ?? ((row) => (row as Record<string, unknown>)[name]);
  field.resolve = (row, args, context, info) => {
    const verdict = rule.decide(context, row);
    if (verdict.state !== 'SHOWN') context.withheld.add(info.path, verdict);
    if (verdict.state === 'WITHHELD') return null;
    const value = resolve(row, args, context, info);
    return value instanceof Promise
      ? value.then((one) => given(one, row, rule, verdict, context))
      : given(value, row, rule, verdict, context);
  };
}

/** The value as the verdict lets it out. What is not public is entered into the readings; an empty value tells nothing. */
function given(value: unknown, row: unknown, rule: Rule, verdict: Verdict, context: Context): unknown {
  if (value === null || value === undefined || verdict.state === 'WITHHELD') return null;
  if (verdict.nonPublic && rule.whose) context.readings.value(rule.whose(row), verdict.state === 'MASKED');
  if (typeof value === 'string') return asShown(value, (row as { uscc: string }).uscc, verdict, context.secrets);
  return verdict.state === 'SHOWN' ? value : null;
}
