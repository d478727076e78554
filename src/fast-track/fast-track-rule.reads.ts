import { columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import type { FastTrackRule } from './fast-track-rule.entity.js';

const allRules = statement<FastTrackRule>(
  'fastTrackRules',
  `select ${columns<FastTrackRule>('f', [
    ...(['code', 'title', 'englishTitle', 'proposer', 'benefits', 'leastGrade', 'items', 'departments'] as const),
    ...(['months', 'liveLimit', 'basis', 'edition', 'inForceFrom'] as const),
  ])} from fast_track_rule f order by f.code`,
);

/** Every rule of the fast track by its code. */
export const fastTrackRules = snapshot(
  'fastTrackRules',
  ['fast_track_rule'],
  async (reads): Promise<ReadonlyMap<string, FastTrackRule>> =>
    new Map((await reads.rows(allRules)).map((rule) => [rule.code, rule])),
);
