import { provesConsistency } from '../../log/index.ts';
import { linesIn } from '../../reading/index.ts';
import { SEALS, type SignedRoot } from '../../signing/index.ts';
import { CONSISTENCY, ROOTS, type ConsistencyLine } from '../contents.ts';
import { type FirstBad } from './findings.ts';

/** Is the log of every earlier root the beginning of the last one's? */
export function checkConsistency(roots: readonly SignedRoot[], text: string): FirstBad | null {
  const last = roots.at(-1);
  const proofs = new Map(
    linesIn(text)
      .map((line) => JSON.parse(line) as ConsistencyLine)
      .map((one) => [one.from, one]),
  );
  if (proofs.size !== Math.max(0, roots.length - 1)) return { why: 'consistency', file: CONSISTENCY };
  for (const root of roots.slice(0, -1)) {
    const path = proofs.get(root.size)?.path.map((hash) => Buffer.from(hash, 'base64'));
    const isEarlier = last && path && provesConsistency(logOf(root), logOf(last), path);
    if (!isEarlier) return { why: 'consistency', file: CONSISTENCY, stream: SEALS, revision: root.revision };
  }
  return null;
}

const logOf = ({ size, root }: SignedRoot): { size: number; root: Buffer } => ({
  size,
  root: Buffer.from(root, 'hex'),
});

/** Where both copies speak of the same event they must say the same, to the byte. */
export function checkOutside(inside: readonly string[], outside: readonly string[]): FirstBad | null {
  const revision = inside.findIndex((line, index) => outside[index] !== undefined && outside[index] !== line);
  return revision < 0 ? null : { why: 'outside', file: ROOTS, stream: SEALS, revision };
}
