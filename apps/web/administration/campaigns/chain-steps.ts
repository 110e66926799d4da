import { LONGEST_CHAIN, type Stage } from '#domain/target';

/** A stage at the end, with an id that the chain does not have yet. */
export function withStage(chain: readonly Stage[]): readonly Stage[] {
  if (chain.length >= LONGEST_CHAIN) return chain;
  const ids = new Set(chain.map(({ id }) => id));
  let number = chain.length + 1;
  while (ids.has(`stage-${String(number)}`)) number += 1;
  return [...chain, { id: `stage-${String(number)}`, name: '', reviewers: 'section', rule: 'any' }];
}

export const changed = (chain: readonly Stage[], at: number, part: Partial<Stage>): readonly Stage[] =>
  chain.map((stage, index) => (index === at ? { ...stage, ...part } : stage));

export const without = (chain: readonly Stage[], at: number): readonly Stage[] =>
  chain.filter((_, index) => index !== at);

/** One place earlier; the first stays. */
export function earlier(chain: readonly Stage[], at: number): readonly Stage[] {
  const moved = chain[at];
  if (moved === undefined || at === 0) return chain;
  const rest = without(chain, at);
  return [...rest.slice(0, at - 1), moved, ...rest.slice(at - 1)];
}
