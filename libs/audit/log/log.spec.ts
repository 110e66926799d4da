import fc from 'fast-check';
import {
  consistencyRanges,
  EMPTY_ROOT,
  Frontier,
  inclusionRanges,
  leafData,
  leafHash,
  nodeHash,
  provesConsistency,
  provesInclusion,
  rootOver,
  subtreesOf,
  type Range,
} from './index.ts';

/** The vectors of the Certificate Transparency reference implementation. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => leafHash(Buffer.from(hex, 'hex')));
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** MTH as the RFC defines it, without anything kept. */
function definition(hashes: readonly Buffer[]): Buffer {
  if (hashes.length < 2) return hashes[0] ?? EMPTY_ROOT;
  let half = 1;
  while (half * 2 < hashes.length) half *= 2;
  return nodeHash(definition(hashes.slice(0, half)), definition(hashes.slice(half)));
}

/** A log that keeps its whole subtrees and answers ranges from them, as the tables do. */
function logOf(hashes: readonly Buffer[]) {
  const frontier = new Frontier();
  const kept = new Map<string, Buffer>();
  for (const hash of hashes)
    for (const { level, index, hash: whole } of frontier.add(hash)) kept.set(`${level}/${index}`, whole);
  const hashOf = (range: Range): Buffer =>
    rootOver(subtreesOf(range).map(({ level, index }) => kept.get(`${level}/${index}`)!));
  return { frontier, kept, hashOf, rootAt: (size: number) => hashOf({ from: 0, to: size }) };
}

const manyLeaves = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, leaf) => leafHash(Buffer.from(String(leaf))));
const sizes = fc.integer({ min: 1, max: 130 });

describe('the log', () => {
  it('has the roots of the reference implementation', () => {
    const { rootAt } = logOf(LEAVES);
    expect(ROOTS.map((_, size) => rootAt(size).toString('hex'))).toEqual(ROOTS);
  });

  it('has the proofs of the reference implementation', () => {
    const { hashOf } = logOf(LEAVES);
    const hex = (ranges: Range[]): string[] => ranges.map((range) => hashOf(range).toString('hex'));
    const [a, b, c] = [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ];
    expect(hex(inclusionRanges(0, 8))).toEqual([a, b, c]);
    expect(hex(consistencyRanges(1, 8))).toEqual([a, b, c]);
    expect(hex(consistencyRanges(6, 8))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('has at every size the root that the RFC defines, and goes on from a kept edge', () => {
    const leaves = manyLeaves(130);
    const { rootAt, kept } = logOf(leaves);
    fc.assert(
      fc.property(sizes, (size) => {
        expect(rootAt(size)).toEqual(definition(leaves.slice(0, size)));
        const edge = subtreesOf({ from: 0, to: size - 1 });
        const frontier = new Frontier(
          size - 1,
          edge.map(({ level, index }) => kept.get(`${level}/${index}`)!),
        );
        frontier.add(leaves[size - 1]!);
        expect(frontier.root()).toEqual(rootAt(size));
      }),
    );
  });

  it('proves every leaf, and no other leaf, place, size or root', () => {
    const leaves = manyLeaves(130);
    const { hashOf, rootAt } = logOf(leaves);
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, any, other) => {
        const leaf = any % size;
        const proof = inclusionRanges(leaf, size).map(hashOf);
        const given = { leaf, hash: leaves[leaf]!, proof };
        const log = { size, root: rootAt(size) };
        expect(provesInclusion(given, log)).toBe(true);
        expect(provesInclusion({ ...given, hash: leafHash(Buffer.from('x')) }, log)).toBe(false);
        expect(provesInclusion({ ...given, proof: [...proof, EMPTY_ROOT] }, log)).toBe(false);
        expect(provesInclusion(given, { ...log, root: EMPTY_ROOT })).toBe(false);
        const elsewhere = other % size;
        expect(provesInclusion({ ...given, leaf: elsewhere }, log)).toBe(elsewhere === leaf);
      }),
    );
  });

  it('proves that a log grew from an earlier one, and not from another', () => {
    const leaves = manyLeaves(130);
    const { hashOf, rootAt } = logOf(leaves);
    const forged = logOf(leaves.map((hash, leaf) => (leaf === 0 ? EMPTY_ROOT : hash)));
    fc.assert(
      fc.property(sizes, fc.nat(), (second, any) => {
        const first = 1 + (any % second);
        const proof = consistencyRanges(first, second).map(hashOf);
        const [old, now] = [first, second].map((size) => ({ size, root: rootAt(size) }));
        expect(provesConsistency(old!, now!, proof)).toBe(true);
        expect(provesConsistency({ ...old!, root: forged.rootAt(first) }, now!, proof)).toBe(false);
        const theirs = consistencyRanges(first, second).map(forged.hashOf);
        expect(provesConsistency(old!, { size: second, root: forged.rootAt(second) }, theirs)).toBe(false);
      }),
    );
  });

  it('tells leaves apart that differ in stream, revision or seal alone', () => {
    const leaf = { stream: 'target-1', revision: 3, seal: 'ab'.repeat(32) };
    const others = [{ stream: 'target-2' }, { revision: 4 }, { seal: 'ac'.repeat(32) }];
    const texts = [leaf, ...others.map((other) => ({ ...leaf, ...other }))].map((one) =>
      leafData(one).toString('hex'),
    );
    expect(new Set(texts).size).toBe(4);
    expect(texts[0]).toBe('ab'.repeat(32) + '00000003' + Buffer.from('target-1').toString('hex'));
  });

  it('refuses to prove what is not there', () => {
    expect(() => inclusionRanges(3, 3)).toThrow(RangeError);
    expect(() => consistencyRanges(4, 3)).toThrow(RangeError);
    expect(() => new Frontier(3, [])).toThrow(RangeError);
    expect(provesInclusion({ leaf: 3, hash: EMPTY_ROOT, proof: [] }, { size: 3, root: EMPTY_ROOT })).toBe(
      false,
    );
  });
});
