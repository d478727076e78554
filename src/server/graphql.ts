import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { type ASTVisitor, type GraphQLFormattedError, type GraphQLSchema, Kind, type ValidationContext } from 'graphql';
import type { Context } from '../context.js';
import { stripped } from '../database/failure.js';
import { Refusal, refusalBehind } from '../messages/refusal.js';
import { jitGateway } from './executor.js';
import { logRefusedMutation } from './refused-deeds.js';
import { rowsAsked } from './rows-asked.js';
import { toldToCaller } from './told.js';

/** The longest operation, in tokens. */
const mostTokens = 5000;

/** The most rows that one operation may ask for, lists in lists multiplied. */
const mostRows = 20_000;

/** No text of a document may hold a NUL character: PostgreSQL cannot store or compare it. */
const noNulInDocument = (context: ValidationContext): ASTVisitor => ({
  [Kind.STRING]: (node) => {
    if (node.value.includes('\0')) context.reportError(new Refusal('NUL_CHARACTER', { field: 'query' }));
  },
});

function refuseNul(value: unknown, field: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new Refusal('NUL_CHARACTER', { field });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      // rows may hold anything: their faults are told row by row
      if (key !== 'rows') refuseNul(part, Array.isArray(value) ? field : `${field}.${key}`);
    }
  }
}

/** Tells what was withheld and refuses what cannot be stored; errors leave in the caller's language. */
const telling: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, schema, document, operation, contextValue }) {
        if (operation?.operation === 'mutation') contextValue.auditLog.requireOpen();
        const variables = request.variables ?? {};
        refuseNul(variables, 'variables');
        const rows = operation ? rowsAsked(schema, document, operation, variables) : 0;
        if (rows > mostRows) throw new Refusal('TOO_MANY_ROWS_ASKED', { rows, most: mostRows });
      },
      async willSendResponse({ response, contextValue, errors, operation, operationName }) {
        const { withheld, budget, language, requestId, log, reads } = contextValue;
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        if (errors) result.errors = errors.map((error) => toldToCaller(error, language, requestId, log));
        if (result.errors && operation?.operation === 'mutation') {
          try {
            await logRefusedMutation(contextValue, operation, result.errors);
          } catch (error) {
            // a refusal that the audit does not know of is not told either
            log.error({ err: stripped(error) }, 'a refused deed could not be logged');
            result.errors = [toldToCaller(new Refusal('AUDIT_UNAVAILABLE'), language, requestId, log)];
          }
        }
        // an operation that is refused before it runs is the caller's fault, not the server's
        if (response.http.status === 500 && errors?.every(refusalBehind)) response.http.status = 400;
        if (budget.told) result.extensions = { ...result.extensions, budget: budget.told };
        const spent = errors?.map(refusalBehind).find((refusal) => refusal?.reason === 'BUDGET_SPENT');
        if (spent) {
          response.http.headers.set('retry-after', String(spent.params['retryAfter']));
          if (Object.values(result.data ?? {}).every((value) => value === null)) response.http.status = 429;
        }
        if (!withheld.isEmpty) result.extensions = { ...result.extensions, withheld: withheld.told(language) };
        response.http.headers.set('server-timing', `sql;desc="${reads.statements} statements"`);
        log.debug({ operationName, statements: reads.statements, errors: errors?.length ?? 0 }, 'operation');
      },
    };
  },
};

/** What Apollo refuses before there is a context; everything else is told by `telling`. */
function formatError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (formatted.extensions?.['code'] !== 'BAD_REQUEST') return formatted;
  const { message, extensions } = new Refusal('BAD_QUERY', { fault: formatted.message.replace(/\s+/g, ' ').trim() });
  return { message, extensions };
}

/** The GraphQL server over the platform's schema. */
export function graphqlServer(schema: GraphQLSchema, production: boolean): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: jitGateway(schema),
    plugins: [telling, ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
    validationRules: [noNulInDocument],
    parseOptions: { maxTokens: mostTokens, noLocation: false },
    formatError,
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  });
}
