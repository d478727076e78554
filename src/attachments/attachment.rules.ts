/** Media types of files that are taken, each with the endings that its names have; the first is the usual one. */
export const mediaTypes: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
};

/** The largest file, in bytes. */
export const largestAttachment = 20 * 1024 ** 2;

/** How many files go with one step of a case. */
export const mostAttachments = 20;

/** How many files of one side may wait for their cases: nobody fills the store. */
export const mostWaiting = 60;

const longestName = 200;

/** Slashes of any kind, control characters, and characters that turn the direction of writing: evil.pdf may read fdp.live. */
const forbidden = /[/\\\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/u;

/** The name as it is kept, in Unicode's composed form; null when it is none: 1 to 200 characters that are no path. */
export function attachmentName(given: unknown): string | null {
  if (typeof given !== 'string') return null;
  const name = given.normalize('NFC').trim();
  const length = [...name].length;
  const sound = length >= 1 && length <= longestName && !/^\.+$/.test(name) && !forbidden.test(name);
  return sound && name.isWellFormed() ? name : null;
}

/** The name under which a file is saved: it ends as its content demands, whatever its sender called it. */
export function nameToSave(name: string, mediaType: string): string {
  const endings = mediaTypes[mediaType] ?? [];
  const fits = endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
  return fits || endings.length === 0 ? name : `${name}.${endings[0]}`;
}

/** What a user is to an attachment: a department, an entity, or an account that stands for neither. */
export interface Side {
  readonly departmentCode: string | null;
  readonly uscc: string | null;
  readonly account: string;
}

/** Whether two are of one side: colleagues of a department or an entity, or else the same account. */
export function isOfSide(one: Side, other: Side): boolean {
  if (one.departmentCode !== other.departmentCode || one.uscc !== other.uscc) return false;
  return one.departmentCode !== null || one.uscc !== null || one.account === other.account;
}
