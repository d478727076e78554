import { Standing } from '../access/standing.js';
import { thePublic } from '../access/viewer.js';
import { WithheldReason } from '../access/words.js';

/** The standing of a recipient outside government: what the subject itself opens to it is decided by the policy as by consent. */
export const outside = new Standing(thePublic, null, WithheldReason.PURPOSE_REQUIRED, null, () => 'NONE');
