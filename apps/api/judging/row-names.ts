/** Ids for rows that came without one: the same seed gives the same ids. */
export function rowNames(seed: string): () => string {
  let count = 0;
  return () => `${seed.slice(0, 8)}-${String((count += 1))}`;
}
