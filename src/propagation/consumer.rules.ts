import { BlockList, isIP } from 'node:net';
import { Disclosure, SharingAttribute } from '../access/words.js';
import type { Consumer } from './consumer.entity.js';

/** What decides whether an item's changes concern a consumer. */
interface ItemOf {
  readonly code: string;
  readonly providerCode: string;
  readonly sharing: SharingAttribute;
  readonly disclosure: Disclosure;
}

/**
 * Whether records of the item may have come to the consumer at all: to a department those that are shared and its own, to a
 * third party those that are public (State Council Order 809, arts 14-15). Whoever may not have had a record is not told of
 * its change, since that would tell that there is one.
 */
export function mayUse(consumer: Pick<Consumer, 'kind' | 'departmentCode'>, item: ItemOf): boolean {
  if (consumer.kind === 'THIRD_PARTY') return item.disclosure === Disclosure.PUBLIC;
  if (consumer.kind === 'PROVINCIAL_PLATFORM') return true;
  return item.sharing !== SharingAttribute.NONE || item.providerCode === consumer.departmentCode;
}

/** A record, as far as it decides who is told of its change. */
interface Told {
  readonly item: ItemOf;
  /** Whether any version of it was ever one that everybody may see. */
  readonly wasPublic: boolean;
}

/** Whether the consumer is told of a change of the record. */
export const concerns = (
  consumer: Pick<Consumer, 'kind' | 'departmentCode' | 'items'>,
  { item, wasPublic }: Told,
): boolean =>
  mayUse(consumer, item) &&
  (consumer.items.length === 0 || consumer.items.includes(item.code)) &&
  (consumer.kind !== 'THIRD_PARTY' || wasPublic);

/** What is wrong with an address that events are to be posted to. */
export type UrlFault = 'FORM' | 'HTTPS' | 'CREDENTIALS' | 'FRAGMENT' | 'LENGTH' | 'INTERNAL';

/** The longest address, in characters. */
const longestUrl = 1000;

/**
 * What is wrong with the address; null when nothing is. In production it must be https and none of the platform's own
 * neighbourhood: whoever may name addresses could otherwise have the platform knock on doors that only it can reach.
 */
export function urlFault(text: string, production: boolean): UrlFault | null {
  if (text.length > longestUrl) return 'LENGTH';
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'FORM';
  if (url.username !== '' || url.password !== '') return 'CREDENTIALS';
  if (url.hash !== '') return 'FRAGMENT';
  if (!production) return null;
  if (url.protocol !== 'https:') return 'HTTPS';
  return isInternalName(url.hostname) ? 'INTERNAL' : null;
}

function isInternalName(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(name)) return isInternal(name);
  return !name.includes('.') || /\.(localhost|local|internal|home\.arpa)$/i.test(name);
}

const internal = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  internal.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  internal.addSubnet(network, bits, 'ipv6');
}

/** Whether an address is of this machine, of a private network, or of none that leads anywhere (RFC 6890). */
export const isInternal = (address: string): boolean => internal.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
