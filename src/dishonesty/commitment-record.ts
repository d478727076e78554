import type { EntityManager } from '@mikro-orm/postgresql';
import { itemInForce } from '../catalogue/catalogue.reads.js';
import { rowOf } from '../collection/file-reader.js';
import type { Receiving } from '../collection/receiving.js';
import { SubmissionFormat } from '../collection/submission.entity.js';
import { receiveSubmission } from '../collection/submission.service.js';
import type { Acting, Context } from '../context.js';
import type { Department } from '../departments/department.entity.js';
import { EntityKind, type LegalEntity } from '../registry/legal-entity.entity.js';
import { recordedUnder } from './recorded.js';

/** A commitment as it was given: the national template of 信用承诺. */
export interface GivenCommitment {
  /** Code of the commitment, 20 digits. */
  readonly code: string;
  readonly kind: '信用修复型' | '容缺受理型';
  readonly entity: Pick<LegalEntity, 'name' | 'kind' | 'uscc'>;
  /** What it was given for. */
  readonly matter: string;
  readonly text: string;
  /** What was to follow if it was broken. */
  readonly liability: string;
  readonly madeOn: string;
  readonly validUntil: string;
  /** The department that found it kept or broken. */
  readonly unit: Department;
}

/** Who records it: a request, or the platform's own clock. */
export type Recording = Pick<Acting, 'viewer' | 'now' | 'today' | 'rehearsed' | 'requestId' | 'reference'> &
  Pick<Context, 'secrets'>;

/** What was found of a commitment, by the keys of the template. */
type Found = { readonly LXZT: '全部履行' | '部分履行' | '全部未履行' } & Readonly<Record<string, string>>;

/**
 * Records what was found of a commitment today, in the unit of work at hand, through the same door as everybody's records.
 *
 * @returns the id of the credit record
 */
export async function recordCommitment(
  { viewer, now, today, rehearsed, requestId, secrets, reference }: Recording,
  em: EntityManager,
  itemCode: string,
  { code, entity, unit, ...given }: GivenCommitment,
  found: Found,
): Promise<string> {
  const receiving: Receiving = { viewer, now, today, rehearsed, requestId, secrets, reference, em };
  const row = {
    CNBM: code,
    CNRMC: entity.name,
    CNRLB: entity.kind === EntityKind.SOLE_TRADER ? '个体工商户' : '法人及非法人组织',
    CNRDM: entity.uscc,
    CNLX: given.kind,
    CNSY: given.matter,
    CNNR: given.text,
    WNZR: given.liability,
    ZCRQ: given.madeOn,
    YXQ: given.validUntil,
    ...found,
    RDRQ: today,
    RDDW: unit.name,
    RDDWDM: unit.uscc,
    SLDW: unit.name,
    SLDWDM: unit.uscc,
    GKLX: '社会公开',
    JGZT: '监管完成',
  };
  const item = itemInForce({ reference, today }, itemCode);
  const { refused, id } = await receiveSubmission(receiving, item, SubmissionFormat.ROWS, [rowOf(1, row)]);
  if (refused > 0) throw new Error(`the commitment ${code} was refused: submission ${id}`);
  return recordedUnder(em, entity.uscc, itemCode, code);
}
