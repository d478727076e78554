import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { mostPerPage, usualPage } from '../database/connection.js';

type Variables = Readonly<Record<string, unknown>>;

/**
 * How many rows an operation could bring in the worst case: a list counts its page, a list in a list the product. Known
 * before anything runs, so that a question that would bring the server down is refused and not stopped half-way.
 */
export function rowsAsked(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  // each fragment is gone through once: fragments that spread others twice would double the work with each
  const ofFragments = new Map<string, number>();
  const root = schema.getRootType(operation.operation);
  return root ? rowsOf(operation.selectionSet, root) : 0;

  function rowsOf(selections: SelectionSetNode, type: GraphQLObjectType): number {
    let rows = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        rows += rowsOfFragment(selection.name.value, type);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        rows += rowsOf(selection.selectionSet, type);
      } else if (selection.selectionSet) {
        const field = type.getFields()[selection.name.value];
        const inner = field && getNamedType(field.type);
        if (!isObjectType(inner)) continue;
        const page = pageOf(selection.arguments ?? [], inner.name, variables);
        const below = rowsOf(selection.selectionSet, inner);
        rows += page === undefined ? below : page * (1 + below);
      }
    }
    return rows;
  }

  function rowsOfFragment(name: string, type: GraphQLObjectType): number {
    const rows = ofFragments.get(name) ?? rowsOf(fragments.get(name)!.selectionSet, type);
    ofFragments.set(name, rows);
    return rows;
  }
}

/** The length of the page that a field asks for; nothing when it is no list of rows. */
function pageOf(args: NonNullable<FieldNode['arguments']>, typeName: string, variables: Variables): number | undefined {
  const usccs = args.find(({ name }) => name.value === 'usccs')?.value;
  if (usccs) return usccs.kind === Kind.LIST ? usccs.values.length : lengthOf(usccs, variables);
  if (!typeName.endsWith('Connection')) return undefined;
  const first = args.find(({ name }) => name.value === 'first')?.value;
  if (first?.kind === Kind.INT) return withinPage(Number(first.value));
  if (first?.kind !== Kind.VARIABLE) return usualPage;
  const given = variables[first.name.value];
  return typeof given === 'number' ? withinPage(given) : mostPerPage;
}

/** A page that is longer is refused by its list, under that rule. */
const withinPage = (first: number): number => Math.min(Math.max(first, 0), mostPerPage);

function lengthOf(value: ValueNode, variables: Variables): number {
  const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return Array.isArray(given) ? given.length : 1;
}
