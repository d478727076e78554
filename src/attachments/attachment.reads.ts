import type { Context } from '../context.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { Attachment } from './attachment.entity.js';
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

/** The files that were filed with cases, by `caseKey`, in the order of their sending. */
export const attachmentsOf = batch<Context, string, Attachment[]>(async ({ reads }, keys) => {
  const rows = await reads.rows(ofCases, casesOf(keys));
  return keys.map((key) => rows.filter(({ caseKind, caseId }) => caseKey(caseKind!, caseId!) === key));
});
