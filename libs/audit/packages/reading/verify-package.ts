import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isNativeError } from 'node:util/types';
import { verifyStream, type StoredEvent } from '#event-store';
import { isSigned, SEALS, type SignedRoot } from '../../signing/index.ts';
import { checkRoots, holds, linesIn, type CheckedRoots } from '../../reading/index.ts';
import {
  CONSISTENCY,
  closingText,
  eventsOf,
  MANIFEST,
  proofsOf,
  ROOTS,
  type ClosingSeal,
  type Manifest,
  type ProofLine,
} from '../contents.ts';
import { checkConsistency, checkOutside } from './compare-roots.ts';
import { type FirstBad } from './findings.ts';
import { BrokenContainer, PackageFile } from './zip-file.ts';

/** What `mubiao verify` answers. */
export interface PackageVerdict {
  intact: boolean;
  /** How many events were looked at, the bad one included. */
  events: number;
  /** The signed root that the package is proved against; compare it with a copy from outside. */
  root?: Manifest['root'];
  /** Whether the copy outside was compared, and reaches as far as the root. */
  outside?: 'agrees' | 'shorter';
  firstBad?: FirstBad;
}

/** Something is wrong: ends the verification. */
class Bad extends Error {
  constructor(readonly firstBad: FirstBad) {
    super(firstBad.why);
  }
}

const refuse = (bad: FirstBad | null | undefined): void => {
  if (bad) throw new Bad(bad);
};

/**
 * Verifies a package by itself, without system or network, an entry at a time.
 * @param outside path of a copy of `roots.jsonl` that was kept elsewhere
 * @throws the system's error where a file cannot be read; whatever is wrong with the package is the verdict
 */
export async function verifyPackage(path: string, outside?: string): Promise<PackageVerdict> {
  const verdict: PackageVerdict = { intact: false, events: 0 };
  let file: PackageFile | undefined;
  try {
    file = await PackageFile.open(path);
    await verifyInto(verdict, file, { path, outside });
    return { ...verdict, intact: true };
  } catch (error) {
    if (error instanceof Bad) return { ...verdict, firstBad: error.firstBad };
    if (error instanceof BrokenContainer)
      return { ...verdict, firstBad: { why: 'container', file: error.entry ?? path } };
    if (isMalformed(error)) return { ...verdict, firstBad: { why: 'container', file: path } };
    throw error;
  } finally {
    await file?.close();
  }
}

/** What reading a text that is not of our shape ends in; by name, since another realm has other classes. */
const isMalformed = (error: unknown): boolean =>
  isNativeError(error) && ['SyntaxError', 'TypeError', 'RangeError'].includes(error.name);

interface Paths {
  path: string;
  outside: string | undefined;
}

/** From the inside out: the most telling fault is found first, the container's own bytes last. */
async function verifyInto(
  verdict: PackageVerdict,
  file: PackageFile,
  { path, outside }: Paths,
): Promise<void> {
  const names = new Set(file.names);
  if (!names.has(MANIFEST)) refuse({ why: 'missing', file: MANIFEST });
  const listed = await file.read(MANIFEST);
  // Else a damaged list would speak against the files that it lists.
  if (!file.isWhole(MANIFEST, listed)) refuse({ why: 'container', file: MANIFEST });
  const manifest = JSON.parse(listed.toString('utf8')) as Manifest;
  verdict.root = manifest.root;
  const checked = checkRoots(await textOf(file, ROOTS));
  if (checked.firstBad) refuse({ ...checked.firstBad, file: ROOTS, stream: SEALS });
  const root = checked.roots.at(-1);
  if (root?.size !== manifest.root.size || root.root !== manifest.root.root)
    throw new Bad({ why: 'signature', file: MANIFEST });
  const consistency = await textOf(file, CONSISTENCY);
  if (!file.isWhole(CONSISTENCY, Buffer.from(consistency))) refuse({ why: 'container', file: CONSISTENCY });
  refuse(checkConsistency(checked.roots, consistency));
  if (outside !== undefined) verdict.outside = await compared(checked, outside);
  const named = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]));
  for (const stream of manifest.streams) {
    await refuseChangedProofs(file, named, stream.stream);
    await verifyEvents(verdict, file, stream, root);
  }
  await verifyFiles(file, manifest, names);
  await verifyClosing(file, checked, path);
}

async function compared({ lines }: CheckedRoots, outside: string): Promise<'agrees' | 'shorter'> {
  const theirs = checkRoots(await readFile(outside, 'utf8'));
  if (theirs.firstBad || theirs.roots.length === 0) refuse({ why: 'copy', file: outside });
  refuse(checkOutside(lines, theirs.lines));
  return theirs.lines.length >= lines.length ? 'agrees' : 'shorter';
}

/** Proofs that were changed beside events that were not must not speak against the events. */
async function refuseChangedProofs(
  file: PackageFile,
  named: ReadonlyMap<string, string>,
  stream: string,
): Promise<void> {
  const [events, proofs] = [eventsOf(stream), proofsOf(stream)];
  const isProofsChanged = !(await isAsNamed(file, named, proofs));
  if (isProofsChanged && (await isAsNamed(file, named, events))) refuse({ why: 'file', file: proofs });
}

async function isAsNamed(
  file: PackageFile,
  named: ReadonlyMap<string, string>,
  name: string,
): Promise<boolean> {
  return file.has(name) && hashOf(await file.read(name)) === named.get(name);
}

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Every event against its seal, the one before it, and the signed root. */
async function verifyEvents(
  verdict: PackageVerdict,
  file: PackageFile,
  { stream, events, head }: Manifest['streams'][number],
  root: SignedRoot,
): Promise<void> {
  const at = eventsOf(stream);
  const bodies = linesIn(await textOf(file, at));
  const proofs = linesIn(await textOf(file, proofsOf(stream))).map((line) => JSON.parse(line) as ProofLine);
  const stored = bodies.map((body, index): StoredEvent =>
    storedOf(body, { stream, revision: index }, proofs[index]),
  );
  const { firstBad, ...seen } = verifyStream(stored);
  const unproved = stored.slice(0, seen.events - (firstBad ? 1 : 0)).findIndex((event, index) => {
    const proof = proofs[index];
    return !proof || !holds({ ...proof, stream, revision: event.revision, size: root.size, root: root.root });
  });
  verdict.events += unproved >= 0 ? unproved + 1 : seen.events;
  const first = stored[unproved];
  if (first) refuse({ why: 'root', file: at, stream, revision: first.revision, id: first.id });
  const isAdded = firstBad !== undefined && seen.events > proofs.length;
  if (firstBad) refuse({ ...firstBad, ...(isAdded && { why: 'added' }), file: at, stream });
  if (bodies.length === events && seen.head === head) return;
  const why = bodies.length > events ? 'added' : 'missing';
  refuse({ why, file: at, stream, revision: Math.min(bodies.length, events) });
}

/** The event as the store would give it; without a line of proof nothing speaks for its seal. */
function storedOf(
  body: string,
  place: { stream: string; revision: number },
  proof: ProofLine | undefined,
): StoredEvent {
  const { type = '' } = /"type":"(?<type>[A-Za-z]+)","v":1\}$/.exec(body)?.groups ?? {};
  const { revision = place.revision, id = '', seal = '' } = proof ?? {};
  return { stream: place.stream, revision, id, type, body, seal, position: '' };
}

async function verifyFiles(file: PackageFile, { files }: Manifest, names: Set<string>): Promise<void> {
  for (const { name, size, sha256 } of files) {
    if (!names.delete(name)) refuse({ why: 'missing', file: name });
    const content = await file.read(name);
    const isSame = content.length === size && hashOf(content) === sha256;
    if (!isSame) refuse({ why: 'file', file: name });
  }
  names.delete(MANIFEST);
  for (const name of names) refuse({ why: 'added', file: name });
}

/** Every byte of the zip file, its own structure included, under a key that signed roots. */
async function verifyClosing(file: PackageFile, { keys }: CheckedRoots, path: string): Promise<void> {
  const { keyId, sha256, signature } = JSON.parse(file.comment) as ClosingSeal;
  // Base64 has spellings that mean the same bytes; only the one that was written counts.
  const spelt = Buffer.from(signature, 'base64').toString('base64');
  const isAsWritten = JSON.stringify({ keyId, sha256, signature: spelt }) === file.comment;
  const isRight =
    isAsWritten &&
    sha256 === (await file.sha256()) &&
    isSigned(closingText(sha256), signature, keys.get(keyId) ?? '');
  if (!isRight) refuse({ why: 'container', file: path });
}

async function textOf(file: PackageFile, name: string): Promise<string> {
  if (!file.has(name)) refuse({ why: 'missing', file: name });
  return (await file.read(name)).toString('utf8');
}
