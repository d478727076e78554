import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { columns, statement } from '../database/reads.js';
import { departments } from '../departments/department.reads.js';
import { caseColumns } from '../workflow/case.reads.js';
import type { ArrearsDisclosure } from './arrears-disclosure.entity.js';
import { knowsAll } from './disclosure.rules.js';
import { DisclosureState } from './disclosure.workflow.js';
import type { LateDisclosure } from './late-disclosure.js';

const disclosureColumns = columns<ArrearsDisclosure>('d', [
  ...caseColumns,
  'state',
  'departmentCode',
  'year',
  'contractCount',
  'amount',
  'statement',
  'countedAt',
  'publishBy',
  'signedBy',
  'signedAt',
  'publishedAt',
  'publishedOn',
  'late',
]);

// Whether it exists for the viewer: it stands in every statement. $1 whether the viewer knows of all, $2 its department
const visible = `(d.state = '${DisclosureState.PUBLISHED}' or $1::boolean or d.department_code = $2::text)`;

const byId = statement<ArrearsDisclosure>(
  'disclosureById',
  `select ${disclosureColumns} from arrears_disclosure d
   where (d.id = $3::uuid or d.number = $4::text) and ${visible}`,
);

// $3 the year
const filtered = '($3::int is null or d.year = $3)';

const listed = statement<ArrearsDisclosure>(
  'disclosuresListed',
  `select ${disclosureColumns} from arrears_disclosure d where ${visible} and ${filtered} and d.id < $4::uuid
   order by d.id desc limit $5`,
);

const listedCount = statement<{ count: number }>(
  'disclosuresListedCount',
  `select count(*)::int as count from arrears_disclosure d where ${visible} and ${filtered}`,
);

// $1 the year, $2 today; that a department is late is no secret, whatever became of its draft
const late = statement<{ code: string; publishBy: string; publishedOn: string | null }>(
  'disclosuresLate',
  `select d.department_code as code, d.publish_by as "publishBy", d.published_on as "publishedOn"
   from arrears_disclosure d where d.year = $1 and d.publish_by < $2::date and (d.published_on is null or d.late)
   order by d.department_code`,
);

const visibility = ({ viewer }: Context): unknown[] => [
  knowsAll(viewer),
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
];

/** A disclosure by its id or its number, if it exists for the viewer. */
export async function disclosureBy(context: Context, idOrNumber: string): Promise<ArrearsDisclosure | null> {
  const id = isUuid(idOrNumber) ? idOrNumber : null;
  return (await context.reads.row(byId, [...visibility(context), id, idOrNumber])) ?? null;
}

/** The disclosures that exist for the viewer, newest first. */
export async function disclosuresPage(
  context: Context,
  year: number | null,
  request: PageRequest,
): Promise<Connection<ArrearsDisclosure>> {
  const page = pageOf(request, 'disclosures', year);
  const asked = [...visibility(context), year];
  const after = page.after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await context.reads.rows(listed, [...asked, after, page.first + 1]);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}

/** The departments that had not published the disclosure of a year by 31 March of the next. */
export async function lateDisclosures(context: Context, year: number): Promise<LateDisclosure[]> {
  const rows = await context.reads.rows(late, [year, context.today]);
  const known = context.reference(departments);
  return rows.map(({ code, ...when }) => ({ department: known.get(code)!, ...when }));
}
