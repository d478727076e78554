import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Rule } from './rules.js';

/**
 * Who may see the field or call the operation. It stands on every field, query and mutation;
 * nothing declared is denied, and a law of the house fails.
 */
export const Access = (rule: Rule): MethodDecorator & PropertyDecorator => Extensions({ access: rule });

/** The rule declared beside a field of the built schema. */
export const ruleOf = (field: GraphQLField<unknown, unknown>): Rule | undefined =>
  field.extensions['access'] as Rule | undefined;
