import { caseKey, casesOf } from '../attachments/case-key.js';
import type { Context } from '../context.js';
import { batch } from '../database/loader.js';
import { asGiven, columns, statement } from '../database/reads.js';
import type { CaseDocument } from './case-document.entity.js';

const documentColumns = columns<CaseDocument>('d', [
  'id',
  'caseKind',
  'caseId',
  'kind',
  'number',
  'title',
  'text',
  'issuedBy',
  'issuedOn',
  'issuedAt',
]);

const byId = statement<CaseDocument>(
  'caseDocumentById',
  `select ${documentColumns} from case_document d where d.id = $1::uuid`,
);

const ofCases = statement<CaseDocument>(
  'caseDocumentsOfCases',
  `select ${documentColumns} from case_document d
   where (d.case_kind, d.case_id) in (select * from unnest(${asGiven('$1::text[]')}, ${asGiven('$2::uuid[]')}))
   order by d.id`,
);

/** A document by its id, whoever asks: the caller judges who may know of it. */
export async function documentById({ reads }: Pick<Context, 'reads'>, id: string): Promise<CaseDocument | null> {
  return (await reads.row(byId, [id])) ?? null;
}

/** The documents that were issued in cases, by `caseKey`, oldest first. */
export const documentsOf = batch<Context, string, CaseDocument[]>(async ({ reads }, keys) => {
  const rows = await reads.rows(ofCases, casesOf(keys));
  return keys.map((key) => rows.filter(({ caseKind, caseId }) => caseKey(caseKind, caseId) === key));
});
