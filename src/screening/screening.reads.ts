import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { columns, statement } from '../database/reads.js';
import { caseColumns } from '../workflow/case.reads.js';
import type { Screening } from './screening.entity.js';
import type { ScreeningFilter } from './screening.inputs.js';
import { knowsAll } from './screening.rules.js';

const screeningColumns = columns<Screening>('s', [
  ...caseColumns,
  'state',
  'entityId',
  'uscc',
  'ruling',
  'ruledOn',
  'court',
  'recordCount',
]);

// Whether it exists for the viewer: it stands in every statement. $1 whether the viewer knows of all, $2 its code
const visible = '($1::boolean or s.uscc = $2::text)';

const byId = statement<Screening>(
  'screeningById',
  `select ${screeningColumns} from screening s where (s.id = $3::uuid or s.number = $4::text) and ${visible}`,
);

// $3 state, $4 code of the entity
const filtered = '($3::text is null or s.state = $3) and ($4::text is null or s.uscc = $4)';

const listed = statement<Screening>(
  'screeningsListed',
  `select ${screeningColumns} from screening s where ${visible} and ${filtered} and s.id < $5::uuid
   order by s.id desc limit $6`,
);

const listedCount = statement<{ count: number }>(
  'screeningsListedCount',
  `select count(*)::int as count from screening s where ${visible} and ${filtered}`,
);

const visibility = ({ viewer }: Context): unknown[] => [
  knowsAll(viewer),
  viewer.role === Role.ENTERPRISE ? (viewer.uscc ?? null) : null,
];

/** A screening by its id or its number, if it exists for the viewer. */
export async function screeningBy(context: Context, idOrNumber: string): Promise<Screening | null> {
  const id = isUuid(idOrNumber) ? idOrNumber : null;
  return (await context.reads.row(byId, [...visibility(context), id, idOrNumber])) ?? null;
}

/** The screenings that exist for the viewer, newest first. */
export async function screeningsPage(
  context: Context,
  filter: ScreeningFilter,
  request: PageRequest,
): Promise<Connection<Screening>> {
  const { state = null, entity = null } = filter;
  const page = pageOf(request, 'screenings', state, entity);
  const asked = [...visibility(context), state, entity];
  const after = page.after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await context.reads.rows(listed, [...asked, after, page.first + 1]);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}
