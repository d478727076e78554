import { createRequire } from 'node:module';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { ruleOf } from './access.decorator.js';
import type { Rule } from './rules.js';
import { Role } from './words.js';

// As CommonJS: the ESM build of graphql-shield does not load on Node 23 and later (it imports util.isUndefined).
const require = createRequire(import.meta.url);
const { deny, rule: shieldRule, shield } = require('graphql-shield') as typeof import('graphql-shield');
const { applyMiddleware } = require('graphql-middleware') as typeof import('graphql-middleware');

type ShieldRule = ReturnType<ReturnType<typeof shieldRule>> | typeof deny;

/** Calling what one may not call is an error that says who may. */
function calling(operation: string, rule: Rule): ShieldRule {
  return shieldRule(`call ${operation}`, { cache: 'no_cache' })((_parent, _args, context: Context) => {
    if (rule.decide(context, undefined).state === 'SHOWN') return true;
    const reason = context.viewer.role === Role.PUBLIC ? 'AUTHENTICATION_REQUIRED' : 'ROLE_REQUIRED';
    return new Refusal(reason, { what: operation, who: rule.says });
  });
}

/**
 * Who may call which query and mutation. The tree is built from the declared rules; only operations that carry a real
 * rule are wrapped, since shield's two async wrappers cost the same around `allow`. What was not declared is denied.
 */
export function shieldOperations(schema: GraphQLSchema): GraphQLSchema {
  const tree: Record<string, Record<string, ShieldRule>> = {};
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    if (!type) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(field);
      if (rule?.open) continue;
      tree[type.name] ??= {};
      tree[type.name]![field.name] = rule ? calling(`${type.name}.${field.name}`, rule) : deny;
    }
  }
  const generator = shield(tree, { debug: true, allowExternalErrors: true, fallbackRule: deny });
  const wrapped = generator.generate(schema) as Record<string, Record<string, unknown>>;
  const pruned = Object.fromEntries(
    Object.keys(tree).map((type) => [
      type,
      Object.fromEntries(Object.keys(tree[type]!).map((field) => [field, wrapped[type]![field]])),
    ]),
  );
  return applyMiddleware(schema, pruned as never);
}
