import type { Form, Indicator } from '#form';

/** What two forms have in common, 0 to 1. */
export interface NearCopy {
  id: string;
  share: number;
}

/** Looked up once: the hashes call it millions of times. */
const { imul } = Math;
const HASHES = 64;
const ROWS_PER_BAND = 4;

/** The indicators of a form as things to compare: name, operator, value and unit, spelling apart. */
export function traitsOf(form: Form): string[] {
  const traits = (form.indicators ?? []).map(traitOf).filter((trait) => trait !== '');
  return [...new Set(traits)].sort();
}

function traitOf({ name, operator, value, unit }: Indicator): string {
  if (name === undefined) return '';
  return [name, operator, value, unit].join('|').normalize('NFKC').replace(/\s/g, '');
}

/** Share of the traits of both that each has, 0 to 1 (Jaccard); of sorted, distinct traits. */
export function sharedPart(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const other = new Set(right);
  const both = left.filter((trait) => other.has(trait)).length;
  return both / (left.length + right.length - both);
}

/**
 * Forms added so far, searchable for near copies. MinHash in bands finds the candidates, the traits themselves
 * decide, so nothing is reported that is not as equal as it says; from a share of 0.8 on a copy is missed
 * in less than one case in a thousand.
 */
export class CopyIndex {
  readonly #bands = new Map<string, string[]>();
  readonly #traits = new Map<string, readonly string[]>();

  add(id: string, form: Form): void {
    const traits = traitsOf(form);
    this.#traits.set(id, traits);
    for (const band of bandsOf(traits)) {
      const ids = this.#bands.get(band);
      if (ids) ids.push(id);
      else this.#bands.set(band, [id]);
    }
  }

  /** Forms with at least that share of equal indicators, the most alike first. */
  nearest(form: Form, atLeast: number): NearCopy[] {
    const traits = traitsOf(form);
    const candidates = new Set(bandsOf(traits).flatMap((band) => this.#bands.get(band) ?? []));
    return [...candidates]
      .map((id) => ({ id, share: sharedPart(traits, this.#traits.get(id) ?? []) }))
      .filter(({ share }) => share >= atLeast)
      .sort((left, right) => right.share - left.share);
  }
}

/** The bands of a form as numbers, to be kept where a text would be too long; an accident only adds a candidate. */
export const copyBandsOf = (form: Form): number[] => bandsOf(traitsOf(form)).map((band) => hashOf(band) | 0);

/** The signature cut into bands; two forms with one equal band are candidates. */
function bandsOf(traits: readonly string[]): string[] {
  if (traits.length === 0) return [];
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const trait of traits) {
    const seed = hashOf(trait);
    for (let index = 0; index < HASHES; index++) {
      const hash = mixed(seed, index);
      if (hash < (least[index] ?? 0)) least[index] = hash;
    }
  }
  const bands: string[] = [];
  for (let index = 0; index < HASHES; index += ROWS_PER_BAND)
    bands.push(`${index.toString()}:${least.subarray(index, index + ROWS_PER_BAND).join(',')}`);
  return bands;
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

/** One of 64 independent orders of the hashes: an integer mixer (murmur3's finaliser) over hash and index. */
function mixed(hash: number, index: number): number {
  let value = (hash ^ imul(index + 1, 0x9e3779b1)) >>> 0;
  value = imul(value ^ (value >>> 16), 0x85ebca6b);
  value = imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
