import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  typeFromAST,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/**
 * Fills in the default values of fields of inputs that a caller left out, since graphql-jit does not. Answers null where no
 * variable of the operation can have any: then there is nothing to do.
 */
export function inputDefaults(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): ((variables: Variables) => Variables) | null {
  const operation = document.definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION && (operationName === null || one.name?.value === operationName),
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return null;
  const types = (operation.variableDefinitions ?? []).flatMap(({ variable, type: node }) => {
    const type = typeFromAST(schema, node as never) as GraphQLInputType | undefined;
    return type && hasDefaults(type, new Set()) ? [[variable.name.value, type] as const] : [];
  });
  if (types.length === 0) return null;
  return (variables) => ({
    ...variables,
    ...Object.fromEntries(
      types.flatMap(([name, type]) => (name in variables ? [[name, filled(type, variables[name])]] : [])),
    ),
  });
}

function hasDefaults(type: GraphQLInputType, seen: Set<unknown>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named)) return false;
  seen.add(named);
  return Object.values(named.getFields()).some(
    (field) => field.defaultValue !== undefined || hasDefaults(field.type, seen),
  );
}

function filled(type: GraphQLInputType, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (isNonNullType(type)) return filled(type.ofType, value);
  if (isListType(type)) {
    return Array.isArray(value) ? value.map((one) => filled(type.ofType, one)) : filled(type.ofType, value);
  }
  if (!isInputObjectType(type) || typeof value !== 'object') return value;
  const given = value as Variables;
  const fields = Object.values(type.getFields()).flatMap(({ name, type: inner, defaultValue }) => {
    if (given[name] !== undefined) return [[name, filled(inner, given[name])]];
    return defaultValue === undefined ? [] : [[name, asSent(inner, defaultValue)]];
  });
  return { ...given, ...Object.fromEntries(fields) };
}

/** A default value as a caller would send it. */
function asSent(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return asSent(type.ofType, value);
  if (isListType(type) && Array.isArray(value)) return value.map((one) => asSent(type.ofType, one));
  return isLeafType(type) && value !== null ? type.serialize(value) : value;
}
