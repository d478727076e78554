import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { Sealer } from '../audit/sealer.js';
import { signingKey } from '../audit/signing-key.js';
import type { Config } from '../config.js';
import type { Context } from '../context.js';
import { stripped } from '../database/failure.js';
import { departments } from '../departments/department.reads.js';
import { languageOf } from '../messages/language.js';
import { Refusal } from '../messages/refusal.js';
import type { ErrorCode } from '../messages/refusal-entry.js';
import { arrearsExports } from './arrears-exports.js';
import { attachments } from './attachments.js';
import { auditExport } from './audit-export.js';
import { authentication } from './authentication.js';
import { demonstrationKeys } from './demonstration-issuer.js';
import { documents } from './documents.js';
import { graphqlServer } from './graphql.js';
import { health } from './health.js';
import { mayRehearse, rehearsedInstant } from './rehearsal.js';
import { reports } from './reports.js';
import { type Resources, requestContext } from './request-context.js';
import { buildPlatformSchema } from './schema.js';
import { statedPurpose } from './stated-purpose.js';
import { toldToCaller } from './told.js';
import { uploads } from './uploads.js';
import { firstQuery } from './welcome.js';

/** The largest GraphQL request, in bytes. */
const largestRequest = 2 * 1024 ** 2;

const statusOf: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_INPUT: 400,
  REFUSED: 422,
  CONFLICT: 409,
  TOO_EXPENSIVE: 400,
  RATE_LIMITED: 429,
  INTERNAL: 500,
};

/** What the HTTP layer itself refuses, in the platform's words. */
function asRefusal(error: unknown, request: FastifyRequest): unknown {
  switch ((error as { code?: string }).code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Refusal('BODY_TOO_LARGE', { limit: largestRequest });
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new Refusal('BODY_NOT_JSON');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Refusal('MEDIA_TYPE', {
        types: 'application/json',
        value: (request.headers['content-type'] ?? '').slice(0, 100),
      });
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'ECONNRESET':
      return new Refusal('BODY_CUT_OFF');
    default:
      return error;
  }
}

const operationBody = z.object({
  query: z.string().min(1),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

/** One operation a request, in the form that GraphQL over HTTP gives it. */
function checkOperation(body: unknown): void {
  const { error } = operationBody.safeParse(body);
  if (!error) return;
  const { path, message } = error.issues[0]!;
  throw new Refusal('BAD_QUERY', { fault: `${path.map(String).join('.') || 'the body'}: ${message}` });
}

/** The HTTP server: GraphQL, uploads, health, a console. It does not listen yet. */
export async function buildServer(
  config: Config,
  resources: Resources,
  log: FastifyBaseLogger,
  clock: () => Date = () => new Date(),
  schema: GraphQLSchema = buildPlatformSchema(),
): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: largestRequest,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    requestTimeout: 0,
    trustProxy: config.trustProxy ?? false,
  });
  const authenticate = await authentication(config, (code) => resources.reference.get(departments).has(code));

  const rehearsing = mayRehearse(config);
  const contextOf = async (request: FastifyRequest): Promise<Context> =>
    requestContext(resources, {
      viewer: await authenticate(request.headers.authorization),
      stated: statedPurpose(request.headers),
      // a client that has gone away has none
      address: request.ip ?? '',
      language: languageOf(request.headers['accept-language']),
      requestId: request.id,
      now: clock(),
      rehearsal: rehearsedInstant(request.headers, rehearsing),
      log: request.log,
    });

  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const meant = asRefusal(error, request);
    const told = toldToCaller(meant, languageOf(request.headers['accept-language']), request.id, request.log);
    const code = told.extensions!['code'] as ErrorCode;
    if (code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
    const tooLarge = meant instanceof Refusal && meant.reason === 'BODY_TOO_LARGE';
    return reply.code(tooLarge ? 413 : statusOf[code]).send({ errors: [told] });
  };
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]!.slice(0, 100);
    return refuse(new Refusal('NOT_FOUND', { path }), request, reply);
  });

  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isUtf8(body)) parseJson(request, body.toString(), done);
    else done(new Refusal('BODY_NOT_UTF8'));
  });

  let closing = false;
  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.header('x-request-id', request.id);
    reply.header('cache-control', 'no-store');
    reply.header('x-content-type-options', 'nosniff');
    // a connection that is kept alive would keep the server from ending
    if (closing) reply.header('connection', 'close');
    // encoded once: as text it would be encoded to be measured and again to be sent
    done(null, typeof payload === 'string' ? Buffer.from(payload) : payload);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    const took = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info({ method, route: routeOptions.url, status: reply.statusCode, ms: took }, 'answered');
    done();
  });

  const apollo = graphqlServer(schema, config.production);
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  const contexts = new WeakMap<FastifyRequest, Context>();
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    // before Apollo, so that a bad token is an HTTP 401 and not one error among others
    preHandler: async (request) => {
      contexts.set(request, await contextOf(request));
      if (request.method === 'POST') checkOperation(request.body);
    },
    handler: fastifyApolloHandler(apollo, { context: async (request) => contexts.get(request)! }),
  });

  const { pool, auditLog } = resources;
  const sealer = new Sealer(
    pool,
    await signingKey(config.dataDir, 'audit-signing', config.auditKey),
    auditLog,
    (error) => log.error({ err: stripped(error) }, 'the audit could not be sealed'),
  );
  app.addHook('onReady', async () => sealer.start());
  app.addHook('onClose', () => sealer.stop());

  uploads(app, contextOf);
  attachments(app, resources.files, contextOf);
  documents(app, contextOf);
  arrearsExports(app, contextOf);
  auditExport(app, pool, config.auditYears, contextOf);
  health(app, resources);
  const ofTokens = config.authIssuer ? [] : (await demonstrationKeys(config.dataDir)).keys;
  reports(app, resources, ofTokens, contextOf);
  if (!config.production) {
    app.get('/', async (_request, reply) => {
      // a megabyte of page, which is loaded when somebody looks at it
      const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
      const page = renderGraphiQL({ title: 'Public credit platform', endpoint: '/graphql', defaultQuery: firstQuery });
      return reply.type('text/html; charset=utf-8').send(page);
    });
  }
  return app;
}
