import { type LookupAddress, lookup } from 'node:dns';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { isInternal } from './consumer.rules.js';

/** What is posted where. */
export interface Posting {
  readonly url: string;
  /** Key of the signature, `whsec_…`. */
  readonly secret: string;
  /** `webhook-id`: the same with every try, so that a receiver knows what it has already. */
  readonly id: string;
  readonly body: string;
}

/** Milliseconds within which the receiver must have answered. */
const patience = 10_000;

/** The name leads to an address that is not posted to. */
const notAllowed = 'ADDRESS_NOT_ALLOWED';

const faults: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'REFUSED_CONNECTION',
  ECONNRESET: 'LOST_CONNECTION',
  EPIPE: 'LOST_CONNECTION',
  ENOTFOUND: 'UNKNOWN_HOST',
  EAI_AGAIN: 'UNKNOWN_HOST',
  ETIMEDOUT: 'TIMEOUT',
  [notAllowed]: notAllowed,
};

/**
 * Posts an event, signed by Standard Webhooks: identifier, time and body are under the signature, so that a receiver can
 * refuse what is old or was sent before. Redirections are not followed, and nothing of the answer but its status is looked at.
 *
 * @param onlyOutside whether addresses of private networks are refused, also where a name leads to one
 * @returns null when the receiver took it (2xx), else a short code of the fault; it never throws
 */
export function postSigned({ url, secret, id, body }: Posting, onlyOutside: boolean): Promise<string | null> {
  // the receiver compares this with its own clock, so it is the time of this world whatever day a rehearsal has
  const sentAt = new Date();
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'public-credit-platform',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
  };
  return new Promise((settle) => {
    const signal = AbortSignal.timeout(patience);
    const options = { method: 'POST', headers, signal, agent: false, ...(onlyOutside && { lookup: lookupOutside }) };
    const send = url.startsWith('https:') ? secure : plain;
    const request = send(url, options, (response) => {
      const { statusCode: status = 0 } = response;
      settle(status >= 200 && status < 300 ? null : `HTTP_${status}`);
      response.destroy();
    });
    request.on('error', (error) => settle(signal.aborted ? 'TIMEOUT' : faultOf(error)));
    request.end(body);
  });
}

function faultOf(error: NodeJS.ErrnoException): string {
  const code = error.code ?? '';
  return faults[code] ?? (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(code) ? 'TLS' : 'LOST_CONNECTION');
}

/** A name that was outside when it was registered may lead inside today. */
const lookupOutside: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, '');
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => isInternal(address))) {
      return done(Object.assign(new Error(notAllowed), { code: notAllowed }), '');
    }
    if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
};
