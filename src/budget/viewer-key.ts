import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';

/**
 * From where an address comes, as far as it tells callers apart: an IPv4 address; of IPv6 the /64 network, since one
 * household has all 2^64 addresses of it. An IPv4 address written as IPv6 is the IPv4 address.
 */
export function networkOf(address: string): string {
  const [bare] = address.split('%') as [string];
  if (!isIPv6(bare)) return bare;
  // the URL parser writes every spelling of an address in one way
  const [before, after] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::') as [string, string?];
  const [left, right] = [groups(before), groups(after ?? '')];
  const all = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  if (all.slice(0, 6).join(':') === '0:0:0:0:0:ffff') {
    const [high, low] = all.slice(6).map((group) => Number.parseInt(group, 16)) as [number, number];
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  return `${all.slice(0, 4).join(':')}::/64`;
}

const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));

/**
 * Whose budget it is: an account's, whatever department or entity it acts for, or of the public a network's. It holds an
 * address or an account and stays in memory; the database knows the pseudonym.
 */
export const holderOf = ({ role, subject }: Viewer, address: string): string =>
  role === Role.PUBLIC ? `${role} ${networkOf(address)}` : `${role} ${subject}`;

/** What stands for the holder in the database: without the day's secret it leads back to nobody. */
export const pseudonymOf = (holder: string, secret: string): string =>
  createHmac('sha256', secret).update(holder).digest('base64url').slice(0, 22);
