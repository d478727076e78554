import { Role } from './words.js';

/** Who is asking: derived from the verified token alone, for one request. */
export interface Viewer {
  readonly role: Role;
  /** Stable identifier of the account at the identity provider (`sub`); goes to the audit. */
  readonly subject: string;
  /** Department code, for DEPARTMENT. */
  readonly department?: string;
  /** The entity's own code, for ENTERPRISE. */
  readonly uscc?: string;
}

/** Whoever sends no token. */
export const thePublic: Viewer = { role: Role.PUBLIC, subject: 'public' };

/** The platform itself, when it takes the steps of overdue cases. */
export const thePlatform: Viewer = { role: Role.ADMINISTRATOR, subject: 'platform' };

/** Whether the viewer is the entity with the code, asking about itself. */
export const isItself = (viewer: Pick<Viewer, 'role' | 'uscc'>, uscc: string): boolean =>
  viewer.role === Role.ENTERPRISE && viewer.uscc === uscc;
