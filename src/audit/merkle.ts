import { sha256 } from './leaf.js';

const nodePrefix = Buffer.of(1);

/** The root of the Merkle tree over the leaves in their order, as RFC 6962 §2.1 makes it; the leaves are hashes already. */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha256(Buffer.alloc(0));
  let level = leaves;
  // pairs level by level, an odd one going up as it is, gives the same tree as splitting at powers of two
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i]!, level[i + 1]];
      above.push(right ? sha256(Buffer.concat([nodePrefix, left, right])) : left);
    }
    level = above;
  }
  return Buffer.from(level[0]!);
}
