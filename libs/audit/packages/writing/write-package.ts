import type { Writable } from 'node:stream';
import { recordedOf, stamp, streamOf, type RecordedEnvelope } from '#application';
import { evolveCampaign, NO_CAMPAIGN, type CampaignEvent } from '#domain/campaign';
import { STATE_TERMS, type RuleSet } from '#domain';
import { type StoredEvent } from '#event-store';
import { inclusionRanges } from '../../log/index.ts';
import { catchUpLog, hashesOf, leavesOf, type AuditParts } from '../../record/index.ts';
import { proveConsistency } from '../../reading/index.ts';
import { readSigningKey, rootIn, sealOfText, SEALS, signRoot, type SignedRoot } from '../../signing/index.ts';
import {
  CONSISTENCY,
  eventsOf,
  MANIFEST,
  proofsOf,
  README,
  ROOTS,
  type ConsistencyLine,
  type Manifest,
  type PackageScope,
  type ProofLine,
} from '../contents.ts';
import { historyDocument } from './history/index.ts';
import { EXPLANATION } from './explanation.ts';
import { SealedZip } from './sealed-zip.ts';
import { recordOf, type ReminderLine } from './steps.ts';
import { targetsIn } from './streams-in.ts';

export interface PackageOrder {
  /** UUID. */
  id: string;
  scope: PackageScope;
  /** Name of whoever asked. */
  by: string;
  /** After every target. May throw to give up: nothing more is written then. */
  onProgress?: (done: number, total: number) => Promise<void> | void;
}

/** What making a package needs: the log, and the key that closes it. */
export interface PackageMaker extends AuditParts {
  keyFile: string;
  /** What was sent about a target, from whoever keeps that record; it stands beside the events, not among them. */
  reminders?: (target: string) => Promise<readonly ReminderLine[]>;
}

const lines = (values: readonly object[]): Buffer =>
  Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

/**
 * Writes the package of a scope: events as stored, forms, history, findings, scores, and the proofs that lead every
 * event to a root signed for the purpose. One target at a time is in memory, whatever the scope.
 * @returns what the manifest says
 * @throws NothingToPackage, what `onProgress` throws, and errors of the store and the output
 */
export async function writePackage(
  maker: PackageMaker,
  order: PackageOrder,
  out: Writable,
): Promise<Manifest> {
  const targets = await targetsIn(maker.store, order.scope);
  await catchUpLog(maker);
  const root = await signRoot(maker);
  if (root === null) throw new Error('The log is behind the root that was signed last.');
  const made = maker.clock.now();
  const zip = new SealedZip(out, readSigningKey(maker.keyFile), new Date(made));
  const writing: Writing = { maker, zip, root, streams: [] };
  await zip.add(README, Buffer.from(EXPLANATION));
  await writeRoots(writing);
  const rules = new Map<string, RuleSet>();
  for (const campaignId of new Set(targets.map((target) => target.campaignId)))
    rules.set(campaignId, await writeCampaign(writing, campaignId));
  for (const [index, { stream, campaignId }] of targets.entries()) {
    await writeTarget(writing, stream, rules.get(campaignId) ?? NO_CAMPAIGN.ruleSet);
    await order.onProgress?.(index + 1, targets.length);
  }
  const manifest = manifestOf(writing, order, stamp(made, maker.timeOffset));
  await zip.add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  await zip.end();
  return manifest;
}

interface Writing {
  maker: PackageMaker;
  zip: SealedZip;
  root: SignedRoot;
  streams: Manifest['streams'];
}

function manifestOf(
  { zip, root, streams }: Writing,
  { id, scope, by }: PackageOrder,
  made: string,
): Manifest {
  const { size, time, keyId } = root;
  return {
    v: 1,
    id,
    scope,
    made,
    by,
    root: { size, root: root.root, time, keyId },
    streams,
    files: [...zip.files],
  };
}

/** The stream of seals up to the root, and that each earlier root's log is the beginning of the last one's. */
async function writeRoots({ maker, zip, root }: Writing): Promise<void> {
  const events = await maker.store.readStream(SEALS, { from: 0, limit: root.revision + 1 });
  await zip.add(ROOTS, Buffer.from(events.map(({ body }) => `${body}\n`).join('')));
  const earlier = events
    .flatMap(({ body }) => rootIn(sealOfText(body)))
    .filter(({ size }) => size < root.size);
  const proofs: ConsistencyLine[] = [];
  for (const { size } of earlier) {
    const { from, path } = await proveConsistency(maker.pool, size, root.size);
    proofs.push({ from, path });
  }
  await zip.add(CONSISTENCY, lines(proofs));
}

/** A stream's events as stored, each proved. What came after the root is not in the package. */
async function writeStream(writing: Writing, stream: string): Promise<StoredEvent[]> {
  const { maker, zip, root } = writing;
  const stored = await maker.store.readStream(stream);
  const leaves = await leavesOf(maker.pool, stream);
  const events = stored.filter(({ revision }) => (leaves.get(revision) ?? root.size) < root.size);
  await zip.add(eventsOf(stream), Buffer.from(events.map(({ body }) => `${body}\n`).join('')));
  const proofs: ProofLine[] = [];
  const ranges = events.map(({ revision }) => inclusionRanges(leaves.get(revision) ?? 0, root.size));
  // All proofs of a stream in one question: a campaign has a hundred thousand events.
  const hashes = await hashesOf(maker.pool, ranges.flat());
  for (const [index, { revision, id, seal }] of events.entries()) {
    const path = hashes.splice(0, ranges[index]?.length ?? 0).map((hash) => hash.toString('base64'));
    proofs.push({ revision, id, seal, leaf: leaves.get(revision) ?? 0, path });
  }
  await zip.add(proofsOf(stream), lines(proofs));
  writing.streams.push({ stream, events: events.length, head: events.at(-1)?.seal ?? '' });
  return events;
}

async function writeCampaign(writing: Writing, id: string): Promise<RuleSet> {
  const events = await writeStream(writing, streamOf.campaign(id));
  let campaign = NO_CAMPAIGN;
  for (const { body } of events)
    campaign = evolveCampaign(campaign, recordedOf<CampaignEvent>(JSON.parse(body) as RecordedEnvelope));
  return campaign.ruleSet;
}

async function writeTarget(writing: Writing, stream: string, ruleSet: RuleSet): Promise<void> {
  const { maker, zip, root } = writing;
  const { target, steps, forms, scores } = recordOf(await writeStream(writing, stream), ruleSet);
  await zip.add(`${stream}/forms.jsonl`, lines(forms));
  if (scores.length > 0) await zip.add(`${stream}/scores.jsonl`, lines(scores));
  const reminders = (await maker.reminders?.(stream.slice('target-'.length))) ?? [];
  if (reminders.length > 0) await zip.add(`${stream}/reminders.jsonl`, lines(reminders));
  const heading = {
    name: ('name' in target.form ? target.form.name : undefined) ?? target.unit.name,
    unit: target.unit.name,
    department: target.department.name,
    fiscalYear: target.fiscalYear,
    state: STATE_TERMS[target.state],
    anchored: `${root.root}（${root.size} 个事件，${root.time}）`,
  };
  const findings = forms.at(-1)?.findings ?? [];
  await zip.add(`${stream}/history.docx`, historyDocument({ heading, steps, findings, scores, reminders }));
}
