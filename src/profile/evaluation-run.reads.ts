import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { columns, statement } from '../database/reads.js';
import type { EvaluationRun } from './evaluation-run.entity.js';

const listed = statement<EvaluationRun>(
  'evaluationRuns',
  `select ${columns<EvaluationRun>('n', [
    'id',
    'day',
    'edition',
    'entities',
    'changed',
    'startedAt',
    'finishedAt',
    'rehearsed',
  ])} from evaluation_run n where (n.day, n.id) < ($1::date, $2::uuid) order by n.day desc, n.id desc limit $3`,
);

const counted = statement<{ count: number }>(
  'evaluationRunsCount',
  'select count(*)::int as count from evaluation_run',
);

const start = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** The runs, the latest day first. */
export async function runsPage({ reads }: Context, request: PageRequest): Promise<Connection<EvaluationRun>> {
  const page = pageOf(request, 'evaluationRuns');
  const rows = await reads.rows(listed, [...(page.after ?? start), page.first + 1]);
  return connection(
    page,
    rows,
    ({ day, id }) => [day, id],
    async () => (await reads.row(counted))!.count,
  );
}
