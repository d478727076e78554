import type { Context } from '../context.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { Attachment } from './attachment.entity.js';
import type { Side } from './attachment.rules.js';
import { caseKey, casesOf } from './case-key.js';

const attachmentColumns = columns<Attachment>('a', [
  'id',
  'name',
  'mediaType',
  'size',
  'sha256',
  'role',
  'account',
  'departmentCode',
  'uscc',
  'uploadedAt',
  'kept',
  'caseKind',
  'caseId',
  'attachedAt',
]);

const byId = statement<Attachment>(
  'attachmentById',
  `select ${attachmentColumns} from attachment a where a.id = $1::uuid and a.kept`,
);

const ofCases = statement<Attachment>(
  'attachmentsOfCases',
  `select ${attachmentColumns} from attachment a
   where (a.case_kind, a.case_id) in (select * from unnest(${asGiven('$1::text[]')}, ${asGiven('$2::uuid[]')}))
   order by a.id`,
);

/** An attachment by its id, whoever asks: the caller judges who may know of it. */
export async function attachmentById({ reads }: Pick<Context, 'reads'>, id: string): Promise<Attachment | null> {
  return (await reads.row(byId, [id])) ?? null;
}

// $1 department, $2 code of an entity, $3 account, which counts where there is neither
const waiting = statement<{ count: number }>(
  'attachmentsWaiting',
  `select count(*)::int as count from attachment a
   where a.case_id is null and a.department_code is not distinct from $1 and a.uscc is not distinct from $2
     and (a.department_code is not null or a.uscc is not null or a.account = $3)`,
);

/** How many files of a side are in no case. */
export async function attachmentsWaiting({ reads }: Pick<Context, 'reads'>, side: Side): Promise<number> {
  return (await reads.row(waiting, [side.departmentCode, side.uscc, side.account]))!.count;
}

/** The files that were filed with cases, by `caseKey`, in the order of their sending. */
export const attachmentsOf = batch<Context, string, Attachment[]>(async ({ reads }, keys) => {
  const rows = await reads.rows(ofCases, casesOf(keys));
  return keys.map((key) => rows.filter(({ caseKind, caseId }) => caseKey(caseKind!, caseId!) === key));
});
