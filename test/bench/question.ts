import { isDeepStrictEqual } from 'node:util';
import type { Contestant } from './contestant.js';

/** The report: an entity, its first ten records with item, provider and fields. */
const query = `query Report($uscc: USCC!) {
  entity(uscc: $uscc) {
    name
    status
    records(first: 10) {
      edges {
        node {
          title
          determinedOn
          item { code title }
          provider { name }
          fields { key title value state }
        }
      }
    }
  }
}`;

const bodyOf = (uscc: string): string => JSON.stringify({ query, variables: { uscc } });
/** A department that states what it reads for: so the answer shows what is not public, and the reading is kept. */
const headersOf = (token: string) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
  'credit-purpose': 'INSPECTION',
  'credit-case': '2026-0317',
});

/** The request as it goes over the wire, the same to every server. */
export const requestOf = (uscc: string, token: string): Buffer => wireOf(bodyOf(uscc), headersOf(token));

/** A request as it goes over the wire. */
export function wireOf(body: string, stated: Readonly<Record<string, string>>): Buffer {
  const headers = Object.entries({ host: '127.0.0.1', ...stated, 'content-length': Buffer.byteLength(body) });
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`POST /graphql HTTP/1.1\r\n${head}\r\n${body}`);
}

interface Field {
  value: string | null;
  state: string;
}

interface Answer {
  data: { entity: { records: { edges: { node: { fields: Field[] } }[] } } };
}

/** Asks one server about an entity. */
export async function ask({ port }: Contestant, uscc: string, token: string) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: headersOf(token),
    body: bodyOf(uscc),
  });
  const statements = /sql;desc="(\d+)/.exec(response.headers.get('server-timing') ?? '')?.[1];
  const text = await response.text();
  return { text, answer: JSON.parse(text) as Answer, statements: Number(statements ?? Number.NaN) };
}

/** What the comparison of the two servers' answers found, beside that they are the same. */
export interface Compared {
  /** Values that ours shows in part or not at all, and all values. */
  readonly hidden: number;
  readonly values: number;
  /** The most SQL statements that ours took for an answer. */
  readonly statements: number;
  /** Bytes of an answer, on average. */
  readonly oursBytes: number;
  readonly bareBytes: number;
}

/**
 * Both servers say the same of these entities: otherwise the measurement means nothing. Where ours masks or withholds a
 * value, that value and its state are left out of the comparison, since the bare server hides nothing; and so is what is kept
 * sealed, since the bare server opens nothing.
 */
export async function compare(
  ours: Contestant,
  bare: Contestant,
  codes: readonly string[],
  token: string,
): Promise<Compared> {
  const found = { hidden: 0, values: 0, statements: 0, oursBytes: 0, bareBytes: 0 };
  for (const code of codes) {
    const [one, other] = await Promise.all([ask(ours, code, token), ask(bare, code, token)]);
    const theirs = fieldsOf(other.answer);
    for (const [i, field] of fieldsOf(one.answer).entries()) {
      found.values++;
      const hidden = field.state === 'MASKED' || field.state === 'WITHHELD';
      if (hidden) found.hidden++;
      else if (!theirs[i]?.value?.startsWith('enc:')) continue;
      Object.assign(field, { value: theirs[i]?.value, state: theirs[i]?.state });
    }
    if (!isDeepStrictEqual(one.answer.data, other.answer.data)) {
      throw new Error(`The two servers differ about ${code}:\n${one.text}\n${other.text}`);
    }
    found.statements = Math.max(found.statements, one.statements);
    found.oursBytes += Buffer.byteLength(one.text) / codes.length;
    found.bareBytes += Buffer.byteLength(other.text) / codes.length;
  }
  return found;
}

/** Every field of every record of an answer. */
export const fieldsOf = ({ data }: Answer): Field[] => data.entity.records.edges.flatMap(({ node }) => node.fields);
