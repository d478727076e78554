import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.js';
import { keepReadings } from './kept-readings.js';

/** Documents kept compiled; compiling costs milliseconds, so one that comes once is not worth it. */
const mostCompiled = 500;
const compiledAfter = 2;

/**
 * Executes operations by graphql-jit once they repeat, by graphql-js before. Apollo takes it through its gateway
 * interface: that keeps Apollo's error handling, which `responseForOperation` would skip.
 */
export function jitGateway(schema: GraphQLSchema): GatewayInterface {
  const compiled = new LRUCache<string, CompiledQuery>({ max: mostCompiled });
  const seen = new LRUCache<string, number>({ max: mostCompiled * 4 });

  const executor: GatewayExecutor = async ({ document, request, context, queryHash, operationName }) => {
    const key = `${queryHash}:${operationName ?? ''}`;
    let query = compiled.get(key);
    if (!query) {
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      if (times >= compiledAfter) {
        const result = compileQuery(schema, document, operationName ?? undefined);
        if (isCompiledQuery(result)) {
          query = result;
          compiled.set(key, query);
        }
      }
    }
    const variables = request.variables ?? {};
    const result = query
      ? await query.query(undefined, context, variables)
      : await execute({
          schema,
          document,
          contextValue: context,
          variableValues: variables,
          operationName: operationName ?? null,
        });
    return keepReadings(context as Context, result as ExecutionResult);
  };

  return {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}
