import type { Writable } from 'node:stream';
import { recordedOf, stamp, streamOf, type RecordedEnvelope } from '#application';
import { evolveCampaign, NO_CAMPAIGN, type CampaignEvent } from '#domain/campaign';
import { type RuleSet } from '#domain';
import { catchUpLog, streamsWithin, type AuditParts } from '../../record/index.ts';
import { proveConsistency } from '../../reading/index.ts';
import { rootIn, sealOfText, SEALS, signingKeyNamed, signRoot, type KeyPlace } from '../../signing/index.ts';
import {
  CONSISTENCY,
  MANIFEST,
  README,
  REMINDERS,
  ROOTS,
  type ConsistencyLine,
  type Manifest,
  type PackageScope,
} from '../contents.ts';
import { type BegunPackage } from './begun.ts';
import { anchorText, historyOf } from './history/index.ts';
import { EXPLANATION } from './explanation.ts';
import { SealedZip, ZipSoFar } from './sealed-zip.ts';
import { recordOf, type ReminderLine } from './steps.ts';
import { eventsWithin, lines, writeStream, type Writing } from './write-stream.ts';
import { targetsIn, type TargetInScope } from './streams-in.ts';

export interface PackageOrder {
  /** UUID. */
  id: string;
  scope: PackageScope;
  /** Name of whoever asked. */
  by: string;
  /** After every target. May throw to give up: nothing more is written then. */
  onProgress?: (done: number, total: number) => Promise<void> | void;
  /** What is in the output already, from a maker that did not come to the end. */
  begun?: BegunPackage | null;
}

/** What making a package needs: the log, and the key that closes it. */
export interface PackageMaker extends AuditParts, KeyPlace {
  /**
   * What was sent about a target, or to units of a campaign or department without one, from whoever keeps that record;
   * it stands beside the events, not among them.
   */
  reminders?: (scope: PackageScope) => Promise<readonly ReminderLine[]>;
}

/**
 * Writes the package of a scope: events as stored, forms, history, findings, scores, and the proofs that lead every
 * event to a root signed for the purpose. One target at a time is in memory, whatever the scope.
 * @returns what the manifest says
 * @throws NothingToPackage, what `onProgress` throws, and errors of the store and the output, which is destroyed then
 */
export async function writePackage(
  maker: PackageMaker,
  order: PackageOrder,
  out: Writable,
): Promise<Manifest> {
  try {
    return await write(maker, order, out);
  } catch (error) {
    out.destroy();
    throw error;
  }
}

async function write(maker: PackageMaker, order: PackageOrder, out: Writable): Promise<Manifest> {
  const found = await targetsIn(maker.store, order.scope);
  await catchUpLog(maker);
  const made = stamp(maker.clock.now(), maker.timeOffset);
  const writing = await opened(maker, order.begun ?? null, { out, made });
  const targets = await coveredBy(writing, found);
  const campaigns = campaignsOf(order.scope, targets);
  if (!order.begun) await writeBeginning(writing, campaigns, await toldToUnits(maker, order.scope));
  const rules = await rulesOf(writing, campaigns);
  const done = writing.streams.length - campaigns.size;
  for (const [index, { stream, campaignId }] of targets.entries()) {
    if (index < done) continue;
    const reminders = await toldAbout(maker, stream);
    const ruleSet = rules.get(campaignId) ?? NO_CAMPAIGN.ruleSet;
    await writeTarget(writing, stream, { ruleSet, reminders });
    await order.onProgress?.(index + 1, targets.length);
  }
  const manifest = manifestOf(writing, order, made);
  await writing.zip.add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  await writing.zip.end();
  return manifest;
}

const campaignsOf = (scope: PackageScope, targets: readonly TargetInScope[]): ReadonlySet<string> =>
  new Set('campaign' in scope ? [scope.campaign] : targets.map(({ campaignId }) => campaignId));

/** What was begun is written on against the root that it was begun against. */
async function opened(
  maker: PackageMaker,
  begun: BegunPackage | null,
  { out, made }: { out: Writable; made: string },
): Promise<Writing> {
  const root = begun?.root ?? (await signRoot(maker));
  if (root === null) throw new Error('The log is behind the root that was signed last.');
  const key = signingKeyNamed(maker, root.keyId);
  const zip = new SealedZip(out, key, made, begun?.zip ?? new ZipSoFar());
  return { pool: maker.pool, store: maker.store, zip, root, streams: begun?.streams ?? [] };
}

/** Targets that were there when the root was signed: the same ones in the same order, whoever asks and whenever. */
async function coveredBy({ pool, root }: Writing, found: readonly TargetInScope[]): Promise<TargetInScope[]> {
  const streams = found.map(({ stream }) => stream);
  const covered = await streamsWithin(pool, streams, root.size);
  return found.filter(({ stream }) => covered.has(stream));
}

const toldAbout = async ({ reminders }: PackageMaker, stream: string): Promise<readonly ReminderLine[]> =>
  (await reminders?.({ target: stream.slice('target-'.length) })) ?? [];

const toldToUnits = async (
  { reminders }: PackageMaker,
  scope: PackageScope,
): Promise<readonly ReminderLine[]> => ('target' in scope ? [] : ((await reminders?.(scope)) ?? []));

/** What stands before the targets. */
async function writeBeginning(
  writing: Writing,
  campaigns: ReadonlySet<string>,
  told: readonly ReminderLine[],
): Promise<void> {
  await writing.zip.add(README, Buffer.from(EXPLANATION));
  await writeRoots(writing);
  if (told.length > 0) await writing.zip.add(REMINDERS, lines(told));
  for (const id of campaigns) await writeStream(writing, streamOf.campaign(id));
}

/** The rules of each campaign as they were at the root. */
async function rulesOf(writing: Writing, campaigns: ReadonlySet<string>): Promise<Map<string, RuleSet>> {
  const rules = new Map<string, RuleSet>();
  for (const id of campaigns) {
    const { events } = await eventsWithin(writing, streamOf.campaign(id));
    let campaign = NO_CAMPAIGN;
    for (const { body } of events)
      campaign = evolveCampaign(campaign, recordedOf<CampaignEvent>(JSON.parse(body) as RecordedEnvelope));
    rules.set(id, campaign.ruleSet);
  }
  return rules;
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
async function writeRoots({ pool, store, zip, root }: Writing): Promise<void> {
  const events = await store.readStream(SEALS, { from: 0, limit: root.revision + 1 });
  await zip.add(ROOTS, Buffer.from(events.map(({ body }) => `${body}\n`).join('')));
  const earlier = events
    .flatMap(({ body }) => rootIn(sealOfText(body)))
    .filter(({ size }) => size < root.size);
  const proofs: ConsistencyLine[] = [];
  for (const { size } of earlier) {
    const { from, path } = await proveConsistency(pool, size, root.size);
    proofs.push({ from, path });
  }
  await zip.add(CONSISTENCY, lines(proofs));
}

async function writeTarget(
  writing: Writing,
  stream: string,
  { ruleSet, reminders }: { ruleSet: RuleSet; reminders: readonly ReminderLine[] },
): Promise<void> {
  const { zip, root } = writing;
  const record = recordOf(await writeStream(writing, stream), ruleSet);
  const { forms, scores } = record;
  await zip.add(`${stream}/forms.jsonl`, lines(forms));
  if (scores.length > 0) await zip.add(`${stream}/scores.jsonl`, lines(scores));
  if (reminders.length > 0) await zip.add(`${stream}/reminders.jsonl`, lines(reminders));
  await zip.add(`${stream}/history.docx`, historyOf(record, { anchored: anchorText(root), reminders }));
}
