import { thePlatform } from '../access/viewer.js';
import type { AuditLog } from '../audit/audit-log.js';
import { actingAt, type Means } from '../jobs/acting.js';
import type { Job } from '../jobs/clockwork.js';
import { findAlerts } from './alert-finding.js';
import { tellAlerts } from './alert-telling.js';

/** What the job works with. */
export interface Alerting extends Means {
  readonly auditLog: AuditLog;
}

/** Finds what is new to the watches and tells it: at once, or in the digest of the day. */
export const alertJob = (means: Alerting): Job => ({
  name: 'alerts',
  run: async (now, { rehearsed }) => {
    const acting = () => actingAt(means, now, thePlatform, rehearsed);
    const found = await findAlerts(acting);
    return found + (await tellAlerts({ acting, auditLog: means.auditLog }));
  },
});
