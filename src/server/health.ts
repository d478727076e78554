import type { FastifyInstance } from 'fastify';
import type { Resources } from './request-context.js';

/** Liveness: the process answers. Readiness: it can do its work, with fresh reference data and a database. */
export function health(app: FastifyInstance, { pool, reference }: Resources): void {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const database = await pool.query('select 1').then(
      () => true,
      () => false,
    );
    const ready = database && reference.isFresh;
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not ready', database, reference: reference.isFresh });
  });
}
