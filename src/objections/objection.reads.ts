import { recordCaseQuestions } from '../records/record-case.reads.js';
import type { Objection } from './objection.entity.js';

/** Questions about objections. */
export const objections = recordCaseQuestions<Objection>('objections', 'objection', [
  'state',
  'ground',
  'field',
  'statement',
  'evidence',
  'remedy',
  'finding',
  'findingEvidence',
  'decidedAt',
  'changeId',
]);
