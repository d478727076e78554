import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { meaningOfFailure, stripped } from '../database/failure.js';
import type { Language } from '../messages/language.js';
import { explain, type Params, refusalBehind } from '../messages/refusal.js';
import { type Reason, refusals } from '../messages/refusals.js';

/** An error as a caller is told it: code, reason, rule and remedy, and the id under which the request is logged. */
function toldAs(
  reason: Reason,
  params: Params,
  language: Language,
  requestId: string,
): { message: string; extensions: Record<string, unknown> } {
  const { message, basis, remedy } = explain(reason, params, language);
  return { message, extensions: { code: refusals[reason].code, reason, ...params, basis, remedy, requestId } };
}

/**
 * Any error as it leaves the server. Refusals say what was wrong; a faulty operation says where; everything else is ours:
 * it goes to the log and the caller learns nothing of it but the request id.
 */
export function toldToCaller(
  error: unknown,
  language: Language,
  requestId: string,
  log: FastifyBaseLogger,
): GraphQLFormattedError {
  const { reason, params } = meaningOf(error, log);
  const told = toldAs(reason, params, language, requestId);
  if (!(error instanceof GraphQLError)) return told;
  return { ...told, ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) };
}

function meaningOf(error: unknown, log: FastifyBaseLogger): { reason: Reason; params: Params } {
  const refusal = refusalBehind(error);
  if (refusal) return refusal;
  if (error instanceof GraphQLError && isAboutTheOperation(error)) {
    return { reason: 'BAD_QUERY', params: { fault: error.message.slice(0, 500) } };
  }
  const cause = causeOf(error);
  const failure = meaningOfFailure(cause);
  log.error({ err: stripped(cause) }, failure ? 'the database failed' : 'unexpected error');
  return { reason: failure ?? 'INTERNAL', params: {} };
}

/** Faults of the operation itself: syntax, unknown fields, wrong arguments, variables that do not fit. */
function isAboutTheOperation(error: GraphQLError): boolean {
  const cause = error.originalError;
  return error.path === undefined && (cause === undefined || cause === null || cause instanceof GraphQLError);
}

/** What failed, below the layers of the execution. */
const causeOf = (error: unknown): unknown => (error instanceof GraphQLError && error.originalError) || error;
