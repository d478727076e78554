import { type GraphQLFormattedError, Kind, type OperationDefinitionNode } from 'graphql';
import type { Context } from '../context.js';
import { refusalBehind } from '../messages/refusal.js';
import type { ErrorCode } from '../messages/refusal-entry.js';

/** Codes of what somebody tried and was not let do, or did wrong; faults of ours are no deeds of theirs. */
const refusals: readonly ErrorCode[] = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT',
  'REFUSED',
  'CONFLICT',
];

const isRefusal = (code: unknown): boolean => (refusals as readonly unknown[]).includes(code);

/** Logs a mutation's refusals as deeds `<mutation>.refused`, each reason of each mutation once. */
export async function logRefusedMutation(
  context: Context,
  operation: OperationDefinitionNode,
  errors: readonly GraphQLFormattedError[],
): Promise<void> {
  const fields = operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD
      ? [{ key: (selection.alias ?? selection.name).value, name: selection.name.value }]
      : [],
  );
  const refused = new Map<string, { mutation: string; reason: unknown }>();
  for (const { path, extensions } of errors) {
    if (!isRefusal(extensions?.['code'])) continue;
    const reason = extensions?.['reason'];
    for (const { key, name } of fields) {
      // what is wrong with the operation as a whole has no path: then nothing of it was done
      if (path === undefined || path[0] === key) refused.set(`${name} ${reason}`, { mutation: name, reason });
    }
  }
  await context.auditLog.writeDeeds(
    context,
    [...refused.values()].map(({ mutation, reason }) => ({
      deed: `${mutation}.refused`,
      subjectType: 'Mutation',
      subjectId: mutation,
      facts: { reason },
    })),
  );
}

/** Does what a route is for; a refusal is logged as the deed `<name>.refused` before it is told. */
export async function loggingRefusal<T>(
  context: Context,
  name: string,
  subject: string,
  work: () => Promise<T> | T,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalBehind(error);
    if (refusal && isRefusal(refusal.extensions['code'])) {
      // what stands in an address is whatever somebody put there
      const subjectId = /^\w{1,64}$/.test(subject) ? subject : '*';
      const { reason } = refusal;
      await context.auditLog.writeDeeds(context, [
        { deed: `${name}.refused`, subjectType: 'Route', subjectId, facts: { reason } },
      ]);
    }
    throw error;
  }
}
