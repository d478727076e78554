import { canonicalBytes, type EntryContent, leafOf } from './leaf.js';
import { merkleRoot } from './merkle.js';
import { comparePositions, type Position } from './position.js';
import { type SealContent, type SignedSeal, sealHash } from './sealed.js';
import { thumbprintOf, verifier } from './signing-key.js';

/** What an export that is whole says of itself. */
export interface Verified {
  readonly entries: number;
  readonly seals: number;
  readonly unsealed: number;
  /** Instants of the first and the last sealing; null without seals. */
  readonly from: string | null;
  readonly to: string | null;
  /** Thumbprints of the keys that signed. */
  readonly keys: readonly string[];
  /** Of the newest seal; an export whose end was cut off has another one. */
  readonly lastRoot: string | null;
}

/** The export is not what was sealed; the message says what is wrong and where. */
export class Tampered extends Error {}

/** A line of an export, as `exportAudit` writes it. */
type Line =
  | { kind: 'header'; format: string; edition: number; keys: { x: string; kid: string }[] }
  | { kind: 'seal'; seal: SignedSeal }
  | { kind: 'entry' | 'unsealed'; transactionId: string; leaf: string | null; entry: EntryContent }
  | { kind: 'end'; seals: number; entries: number; unsealed: number };

type EntryLine = Extract<Line, { entry: unknown }>;

const named = ({ entry }: EntryLine): string => `Entry ${entry.id} of ${entry.at} (${entry.log})`;

/** Reads an export line by line and keeps no more of it than one seal's leaves. */
class Verification {
  readonly #trusted: readonly string[];
  readonly #keys = new Map<string, ReturnType<typeof verifier>>();
  readonly #used = new Set<string>();
  #seal: SignedSeal | undefined;
  /** Whether entries of the seal may still come. */
  #open = false;
  #leaves: Buffer[] = [];
  #deeds = 0;
  #at: Position | undefined;
  #counts = { entries: 0, seals: 0, unsealed: 0 };
  #from: string | null = null;
  #ended = false;
  #begun = false;

  constructor(trusted: readonly string[]) {
    this.#trusted = trusted;
  }

  async take(line: Line): Promise<void> {
    if (this.#ended) throw new Tampered('There is more after the end of the export.');
    if (!this.#begun && line.kind !== 'header') throw new Tampered('The export does not begin with its header.');
    switch (line.kind) {
      case 'header':
        return this.#header(line);
      case 'seal':
        return this.#nextSeal(line.seal);
      case 'entry':
        return this.#entry(line);
      case 'unsealed':
        this.#close();
        this.#counts.unsealed++;
        this.#leafIn(line);
        return;
      case 'end':
        return this.#end(line);
      default:
        throw new Tampered(`A line is of the unknown kind "${(line as { kind: unknown }).kind}".`);
    }
  }

  /** What was found, after the last line. */
  result(): Verified {
    if (!this.#ended) throw new Tampered('The export has no end: the file was cut off.');
    return {
      ...this.#counts,
      from: this.#from,
      to: this.#seal?.sealedAt ?? null,
      keys: [...this.#used],
      lastRoot: this.#seal?.root ?? null,
    };
  }

  async #header({ keys }: Extract<Line, { kind: 'header' }>): Promise<void> {
    if (this.#begun) throw new Tampered('There is a second header.');
    this.#begun = true;
    for (const { x, kid } of keys) {
      if ((await thumbprintOf(x)) !== kid) throw new Tampered(`The public key called ${kid} is another key.`);
      this.#keys.set(kid, verifier(x));
    }
  }

  #nextSeal(seal: SignedSeal): void {
    if (this.#counts.unsealed > 0) throw new Tampered(`Seal ${seal.number} stands after unsealed entries.`);
    this.#close();
    const before = this.#seal;
    const expected = (before?.number ?? 0) + 1;
    if (seal.number > expected) throw new Tampered(`Seal ${expected} is missing.`);
    if (seal.number < expected)
      throw new Tampered(`Seal ${seal.number} is out of order: it stands after seal ${before!.number}.`);
    this.#checkSignature(seal);
    if (seal.previous !== (before ? sealHash(before).toString('hex') : null))
      throw new Tampered(`Seal ${seal.number} does not follow from the seal before it: the chain is broken.`);
    if (before?.epoch !== seal.epoch) this.#at = undefined;
    this.#seal = seal;
    this.#open = true;
    this.#leaves = [];
    this.#deeds = 0;
    this.#counts.seals++;
    this.#from ??= seal.sealedAt;
  }

  #checkSignature({ signature, ...content }: SignedSeal): void {
    const verify = this.#keys.get(content.keyId);
    if (!verify || (this.#trusted.length > 0 && !this.#trusted.includes(content.keyId)))
      throw new Tampered(`Seal ${content.number} is signed by an unknown key, ${content.keyId}.`);
    this.#used.add(content.keyId);
    if (!verify(canonicalBytes(content satisfies SealContent), Buffer.from(signature, 'hex')))
      throw new Tampered(`The signature of seal ${content.number} does not fit: the seal was changed.`);
  }

  #entry(line: EntryLine): void {
    const seal = this.#seal;
    if (!seal || !this.#open) throw new Tampered(`${named(line)} stands under no seal: it was added.`);
    const position = { transactionId: line.transactionId, id: line.entry.id };
    if (this.#at && comparePositions(position, this.#at) <= 0)
      throw new Tampered(`${named(line)} is out of order under seal ${seal.number}.`);
    this.#at = position;
    if (comparePositions(position, seal.first) < 0 || comparePositions(position, seal.last) > 0)
      throw new Tampered(`${named(line)} was added: seal ${seal.number} does not cover it.`);
    if (this.#leaves.length === 0 && comparePositions(position, seal.first) !== 0)
      throw new Tampered(`Entry ${seal.first.id}, the first one of seal ${seal.number}, is missing.`);
    this.#leaves.push(this.#leafIn(line));
    if (line.entry.log === 'deeds') this.#deeds++;
    this.#counts.entries++;
  }

  /** The leaf computed from what the entry says; the one it was written with must be the same. */
  #leafIn(line: EntryLine): Buffer {
    const leaf = leafOf(line.entry);
    if (line.leaf !== null && leaf.toString('hex') !== line.leaf) throw new Tampered(`${named(line)} was changed.`);
    return leaf;
  }

  /** Nothing more comes under the seal. */
  #close(): void {
    const seal = this.#seal;
    if (!seal || !this.#open) return;
    this.#open = false;
    const sealed = seal.deeds + seal.readings;
    const found = this.#leaves.length;
    const counted = `seal ${seal.number} covers ${sealed} entries and ${found} are there`;
    if (found < sealed) throw new Tampered(`Entries are missing: ${counted}.`);
    if (found > sealed) throw new Tampered(`Entries were added: ${counted}.`);
    const fits = this.#deeds === seal.deeds && merkleRoot(this.#leaves).toString('hex') === seal.root;
    if (!fits)
      throw new Tampered(
        `The entries under seal ${seal.number} are not the ones it was made of: one was changed with its leaf.`,
      );
  }

  #end(end: Extract<Line, { kind: 'end' }>): void {
    this.#close();
    for (const what of ['seals', 'entries', 'unsealed'] as const) {
      if (end[what] !== this.#counts[what])
        throw new Tampered(`The export says it has ${end[what]} ${what} and has ${this.#counts[what]}.`);
    }
    this.#ended = true;
  }
}

/**
 * Verifies an export with nothing but itself: every leaf, every root, the chain and the signatures.
 *
 * @param lines the lines of the export
 * @param trusted thumbprints of the only keys that may have signed; without any, those named in the export
 * @throws Tampered when something is wrong
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  trusted: readonly string[] = [],
): Promise<Verified> {
  const verification = new Verification(trusted);
  let number = 0;
  for await (const text of lines) {
    number++;
    try {
      await verification.take(JSON.parse(text) as Line);
    } catch (error) {
      if (error instanceof Tampered) throw error;
      throw new Tampered(`Line ${number} cannot be understood: the file was cut off or changed.`);
    }
  }
  return verification.result();
}
