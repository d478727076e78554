import type { Clock } from './workflow.js';

/**
 * The platform's own step when an act is late: the supervisor is told, the state and its clock stay as they are, and the act is
 * still to be done. Nothing overdue approves itself.
 */
export const escalation = <const State extends string>(state: State, within: Clock) =>
  ({
    step: 'escalate',
    from: [state],
    to: state,
    by: ['CLOCK'],
    within,
    resumes: true,
    basis: within.basis,
    says: { en: 'Not done in time: the supervisor is told', zh: '逾期未办理，提级督办' },
  }) as const;
