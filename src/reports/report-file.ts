import { compactVerify, type JWK } from 'jose';
import { canonicalBytes, sha256 } from '../audit/leaf.js';
import type { SigningKey } from '../audit/signing-key.js';
import { type ReportPayload, reportSchema } from './report-payload.js';

const algorithm = 'EdDSA';

/** The public part of a key that signs reports, as JWKS has it. */
export interface PublicKey extends JWK {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly kid: string;
  readonly x: string;
}

/** A key as `GET /.well-known/jwks.json` publishes it. */
export const publishedKey = (kid: string, x: string): PublicKey => ({
  ...{ kty: 'OKP', crv: 'Ed25519', kid, x },
  ...{ alg: algorithm, use: 'sig' },
});

/** What is given is not, byte for byte, what a known key signed. The message is English and for whoever looks into it. */
export class ReportTampered extends Error {}

/** A report whose signature fits. */
export interface OpenedReport {
  readonly payload: ReportPayload;
  readonly kid: string;
  /** The last part of the JWS. */
  readonly signature: string;
  readonly jws: string;
}

const encoded = (bytes: Buffer): string => bytes.toString('base64url');

const headerOf = (kid: string): Buffer => canonicalBytes({ alg: algorithm, kid, typ: 'JOSE' });

/** Signs a report: JWS in compact form over its canonical JSON, so that one content has one signature. */
export function signed(payload: ReportPayload, key: SigningKey): string {
  const covered = `${encoded(headerOf(key.id))}.${encoded(canonicalBytes(payload))}`;
  return `${covered}.${encoded(key.sign(Buffer.from(covered)))}`;
}

/** The parts of a JWS in compact form. */
export function partsOf(jws: string): { protected: string; payload: string; signature: string } {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  return { protected: header, payload, signature };
}

/** SHA-256 of the canonical JSON, in hex. */
export const digestOf = (jws: string): string => sha256(Buffer.from(partsOf(jws).payload, 'base64url')).toString('hex');

/** What a JWS says, whoever signed it. */
export const payloadOf = (jws: string): ReportPayload =>
  JSON.parse(Buffer.from(partsOf(jws).payload, 'base64url').toString());

/**
 * The file of a report: its JWS in flattened JSON form (RFC 7515, 7.2.2), with what it says once more in clear under
 * `report`, which JOSE libraries pass over and this platform's verifiers compare.
 */
export const fileOf = (jws: string): string => `${JSON.stringify({ ...partsOf(jws), report: payloadOf(jws) })}\n`;

/**
 * Opens a report, given as its file or as JWS in compact form. Every byte counts: an encoding that says the same in other
 * bytes is refused, a member twice, a header that is not the platform's own.
 *
 * @param keyOf the public key of a thumbprint, if it is one that may have signed
 * @throws ReportTampered
 */
export async function opened(
  text: string,
  keyOf: (kid: string) => Promise<PublicKey | undefined> | PublicKey | undefined,
): Promise<OpenedReport> {
  const jws = compactOf(text);
  const { protected: header, payload, signature } = partsOf(jws);
  const kid = kidOf(header);
  const key = await keyOf(kid);
  if (!key) throw new ReportTampered(`The key ${kid.slice(0, 60)} is none of the platform's.`);
  try {
    await compactVerify(jws, { kty: 'OKP', crv: 'Ed25519', x: key.x }, { algorithms: [algorithm] });
  } catch {
    throw new ReportTampered('The signature does not fit.');
  }
  const report = JSON.parse(strictly(payload).toString()) as ReportPayload;
  if (report.schema !== reportSchema) throw new ReportTampered('What was signed is no credit report of this edition.');
  return { payload: report, kid, signature, jws };
}

/** The compact form of what was given: it must be the file to the last byte, or that form itself. */
function compactOf(text: string): string {
  const given = text.replace(/\r?\n$/, '');
  const jws = given.startsWith('{') ? fromFile(given) : given;
  const parts = jws.split('.');
  if (parts.length !== 3 || parts.some((part) => part === '')) throw new ReportTampered('It is no signed report.');
  for (const part of parts) strictly(part);
  return jws;
}

function fromFile(text: string): string {
  let jws: string;
  let made: string;
  try {
    const { protected: header, payload, signature } = JSON.parse(text) as Record<string, unknown>;
    jws = `${header}.${payload}.${signature}`;
    made = fileOf(jws);
  } catch {
    throw new ReportTampered('The file cannot be understood: it was cut off or changed.');
  }
  if (made !== `${text}\n`) throw new ReportTampered('The file is not as it was given out: what it shows was changed.');
  return jws;
}

/** The bytes that a part stands for, which has one spelling only. */
function strictly(part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url');
  if (encoded(bytes) !== part) throw new ReportTampered('A part is not written as it was signed.');
  return bytes;
}

function kidOf(header: string): string {
  try {
    const bytes = strictly(header);
    const { kid } = JSON.parse(bytes.toString()) as { kid?: unknown };
    if (typeof kid === 'string' && headerOf(kid).equals(bytes)) return kid;
  } catch {
    // told below
  }
  throw new ReportTampered('The header is not the one of a credit report.');
}
