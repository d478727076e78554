import { Role } from '../access/words.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { columns, statement } from '../database/reads.js';
import type { Rejection } from './rejection.entity.js';
import type { Submission } from './submission.entity.js';
import type { SubmissionFilter } from './submission.inputs.js';

const submissionColumns = columns<Submission>('s', [
  'id',
  'itemCode',
  'itemId',
  'format',
  'submittedBy',
  'receivedAt',
  'read',
  'created',
  'changed',
  'unchanged',
  'refused',
]);

// $1 codes of the items that the viewer may follow
const visible = 's.item_code = any($1::text[])';

const byId = statement<Submission>(
  'submissionById',
  `select ${submissionColumns} from submission s where s.id = $2 and ${visible}`,
);
const filtered = '($2::text is null or s.item_code = $2) and ($3::timestamptz is null or s.received_at >= $3)';
const listed = statement<Submission>(
  'submissionsListed',
  `select ${submissionColumns} from submission s where ${visible} and ${filtered} and s.id < $4::uuid order by s.id desc limit $5`,
);
const listedCount = statement<{ count: number }>(
  'submissionsListedCount',
  `select count(*)::int as count from submission s where ${visible} and ${filtered}`,
);
const rejections = statement<Rejection>(
  'rejections',
  `select ${columns<Rejection>('j', ['submissionId', 'row', 'fault', 'field', 'value', 'reason', 'params'])}
   from rejection j where j.submission_id = $1 and (j.row, j.fault) > ($2::int, $3::int) order by j.row, j.fault limit $4`,
);
const rejectionsCount = statement<{ count: number }>(
  'rejectionsCount',
  'select count(*)::int as count from rejection j where j.submission_id = $1',
);

/** A department follows what it sent itself; the credit centre and the supervisor follow all. */
function itemsFollowed({ viewer, reference }: Context): string[] {
  const { items } = reference(catalogue);
  const followed =
    viewer.role === Role.DEPARTMENT ? items.filter(({ providerCode }) => providerCode === viewer.department) : items;
  return [...new Set(followed.map(({ code }) => code))];
}

/** A submission by its id, if the viewer may follow it. */
export async function submissionById(context: Context, id: string): Promise<Submission | undefined> {
  return context.reads.row(byId, [itemsFollowed(context), id]);
}

/** Submissions that the viewer may follow, newest first. */
export async function submissionsPage(
  context: Context,
  filter: SubmissionFilter,
  request: PageRequest,
): Promise<Connection<Submission>> {
  const page = pageOf(request, 'submissions', filter);
  const asked = [itemsFollowed(context), filter.item ?? null, filter.receivedFrom ?? null];
  const after = page.after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await context.reads.rows(listed, [...asked, after, page.first + 1]);
  return connection(
    page,
    rows,
    ({ id }) => [id],
    async () => (await context.reads.row(listedCount, asked))!.count,
  );
}

/** What was refused of a submission, by row. */
export async function rejectionsPage(
  context: Context,
  { id }: Submission,
  request: PageRequest,
): Promise<Connection<Rejection>> {
  const page = pageOf(request, 'rejections', id);
  const rows = await context.reads.rows(rejections, [id, ...(page.after ?? ['0', '0']), page.first + 1]);
  return connection(
    page,
    rows,
    ({ row, fault }) => [String(row), String(fault)],
    async () => (await context.reads.row(rejectionsCount, [id]))!.count,
  );
}

/** Everything that was refused of a submission, a thousand rows at a time. */
export async function* allRejections(context: Context, id: string): AsyncGenerator<Rejection> {
  let after = [0, 0];
  for (;;) {
    const rows = await context.reads.rows(rejections, [id, ...after, 1000]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < 1000) return;
    after = [last.row, last.fault];
  }
}
