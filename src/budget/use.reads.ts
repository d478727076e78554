import { randomBytes } from 'node:crypto';
import type { Day } from '../calendar/day.js';
import { type Reads, statement } from '../database/reads.js';

/** A code that a viewer spent on a day; the viewer is a pseudonym. */
export interface Use {
  readonly day: Day;
  readonly viewer: string;
  readonly uscc: string;
}

const used = statement<{ uscc: string }>(
  'budgetUsed',
  'select uscc from budget_use where day = $1::date and viewer = $2::text',
);

// in the order of the key: instances that write the same rows at once then wait for each other instead of deadlocking
const keep = statement<never>(
  'budgetKeep',
  `insert into budget_use (day, viewer, uscc)
   select * from unnest($1::date[], $2::text[], $3::text[]) order by 1, 2, 3 on conflict do nothing`,
);

// the update changes nothing, but returns the secret of whoever came first
const secret = statement<{ secret: string }>(
  'budgetSecret',
  `insert into budget_secret (day, secret) values ($1::date, $2::text)
   on conflict (day) do update set day = excluded.day returning secret`,
);

const eraseUse = statement<never>('budgetEraseUse', 'delete from budget_use where day < $1::date - 1');
const eraseSecrets = statement<never>('budgetEraseSecrets', 'delete from budget_secret where day < $1::date - 1');

/** The codes that the viewer spent on the day, as far as the instances have written them. */
export const usedCodes = async (reads: Reads, day: Day, viewer: string): Promise<string[]> =>
  (await reads.rows(used, [day, viewer])).map(({ uscc }) => uscc);

/** Writes what was spent; what is there already stays. */
export async function keepUse(reads: Reads, uses: readonly Use[]): Promise<void> {
  await reads.rows(keep, [uses.map(({ day }) => day), uses.map(({ viewer }) => viewer), uses.map(({ uscc }) => uscc)]);
}

/** The secret of the day's pseudonyms: the first instance that needs it makes it. */
export const secretOf = async (reads: Reads, day: Day): Promise<string> =>
  (await reads.row(secret, [day, randomBytes(32).toString('base64url')]))!.secret;

/** Erases the days before yesterday, the secrets too. */
export async function eraseBefore(reads: Reads, today: Day): Promise<void> {
  await reads.rows(eraseUse, [today]);
  await reads.rows(eraseSecrets, [today]);
}
