import type { ExecutionResult } from 'graphql';
import type { Deed } from '../audit/audit.js';
import type { Reading } from '../audit/audit-log.js';
import type { Context } from '../context.js';
import { stripped } from '../database/failure.js';
import { Refusal } from '../messages/refusal.js';

/** What the answer disclosed, as the log keeps it: who, for whom, what for, under which grants, which fields. */
function readingsOf({ viewer, stated, standing, readings, requestId, now, rehearsed }: Context): Reading[] {
  // what was really shown was shown when it was shown, whatever day was rehearsed
  const at = rehearsed ? new Date() : now;
  return readings.entries().map(({ entityId, shown }) => ({
    at,
    actor: viewer.subject,
    role: viewer.role,
    onBehalfOf: viewer.department ?? viewer.uscc ?? null,
    // a supervisor's purpose is its office; a provider may state none for its own records
    purpose: standing.purpose ?? stated.purpose,
    caseNumber: stated.caseNumber,
    entityId,
    shown,
    grants: standing.grantsOn(shown.flatMap(({ item }) => item ?? [])),
    requestId,
  }));
}

/** The deed that stands beside readings under a rehearsed clock; the audit adds the instant. */
const rehearsing: Deed = { deed: 'reading.rehearsed', subjectType: 'Reading', subjectId: '*', facts: {} };

/** Writes what is shown that is not public into the log; what it resolves after may leave. */
export async function logReadings(context: Context): Promise<void> {
  if (context.readings.isEmpty) return;
  try {
    // a reading has no facts: the deed of the same request says by which clock the grant and the publicity were judged
    await Promise.all([
      context.auditLog.writeReadings(readingsOf(context)),
      context.rehearsed && context.auditLog.writeDeeds(context, [rehearsing]),
    ]);
  } catch (error) {
    context.log.error({ err: stripped(error) }, 'readings could not be logged');
    throw new Refusal('READINGS_UNAVAILABLE');
  }
}

/**
 * Logs what the answer shows that is not public, before it leaves. What cannot be logged is not shown: the answer is
 * replaced by a refusal (fail closed).
 */
export async function keepReadings(context: Context, result: ExecutionResult): Promise<ExecutionResult> {
  try {
    await logReadings(context);
    return result;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    context.withheld.clear();
    return { data: null, errors: [error] };
  }
}
