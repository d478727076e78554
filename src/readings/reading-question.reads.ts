import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { batch, inOrder } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { ReadingQuestionFilter } from './reading.inputs.js';
import type { ReadingQuestion } from './reading-question.entity.js';

const questionColumns = columns<ReadingQuestion>('q', [
  'id',
  'readingId',
  'entityId',
  'readerRole',
  'readerDepartment',
  'state',
  'history',
  'question',
  'askedAt',
  'answer',
  'answeredAt',
  'referral',
  'finding',
  'startedOn',
  'dueOn',
]);

// $1 supervisor; $2 own code of an entity; $3, $4 role and department of the reader
const visible = `($1::boolean or q.entity_id = (select own.id from legal_entity own where own.uscc = $2::text)
  or q.reader_role = $3 and q.reader_department is not distinct from $4::text)`;

const listed = statement<ReadingQuestion>(
  'readingQuestionsListed',
  `select ${questionColumns} from reading_question q
   where ${visible} and ($5::text is null or q.state = $5) and q.id < $6::uuid order by q.id desc limit $7`,
);
const listedCount = statement<{ count: number }>(
  'readingQuestionsListedCount',
  `select count(*)::int as count from reading_question q where ${visible} and ($5::text is null or q.state = $5)`,
);
const ofReadings = statement<ReadingQuestion>(
  'readingQuestionsOfReadings',
  `select ${questionColumns} from reading_question q where ${visible} and q.reading_id = any(${asGiven('$5::uuid[]')})`,
);

const asking = ({ viewer }: Context): unknown[] => [
  viewer.role === Role.SUPERVISOR,
  viewer.uscc ?? null,
  viewer.role,
  viewer.department ?? null,
];

/** The questions to which the viewer is a party, newest first. */
export async function readingQuestionsPage(
  context: Context,
  filter: ReadingQuestionFilter,
  request: PageRequest,
): Promise<Connection<ReadingQuestion>> {
  const page = pageOf(request, 'readingQuestions', filter);
  const asked = [...asking(context), filter.state ?? null];
  const after = page.after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await context.reads.rows(listed, [...asked, after, page.first + 1]);
  return connection(
    page,
    rows,
    ({ id }) => [id],
    async () => (await context.reads.row(listedCount, asked))!.count,
  );
}

/** The question about a reading, by the reading's id, if the viewer is a party to it. */
export const questionOfReading = batch<Context, string, ReadingQuestion | null>(async (context, ids) =>
  inOrder(ids, await context.reads.rows(ofReadings, [...asking(context), ids]), ({ readingId }) => readingId),
);
