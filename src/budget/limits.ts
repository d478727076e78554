import { Role } from '../access/words.js';

/** How many distinct entities a caller of each role may ask about or be shown in a legal day. */
export type Limits = Readonly<Record<Role, number>>;

/** The limits when nothing is set up: a day's work of each role, and far from the whole register. */
export const usualLimits: Limits = {
  PUBLIC: 300,
  ADMINISTRATOR: 300,
  ENTERPRISE: 1000,
  DEPARTMENT: 5000,
  ARREARS_ADMIN: 5000,
  CREDIT_CENTRE: 20_000,
  SUPERVISOR: 50_000,
};

const highest = 100_000_000;

/**
 * The limits that a text such as `PUBLIC=300,DEPARTMENT=5000` sets over the usual ones.
 *
 * @throws Error whose message continues "DAILY_BUDGET is … but"
 */
export function limitsOf(text: string): Limits {
  const limits: Record<string, number> = { ...usualLimits };
  const named = new Set<string>();
  for (const part of text.split(',')) {
    const [, role, limit] = /^\s*(\w+)\s*=\s*(\d+)\s*$/.exec(part) ?? [];
    if (role === undefined || !Object.hasOwn(usualLimits, role) || named.has(role) || Number(limit) > highest) {
      throw new Error(
        `must be a list such as PUBLIC=300,DEPARTMENT=5000: each role once (${Object.values(Role).join(', ')}), ` +
          `each with a whole number from 0 to ${highest}`,
      );
    }
    named.add(role);
    limits[role] = Number(limit);
  }
  return limits as Limits;
}
