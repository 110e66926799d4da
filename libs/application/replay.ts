import { type HistoryItem } from '#contracts';
import { EVENT_TERMS } from '#domain';
import { isNamed, mayCommand, sees } from '#domain/directory';
import {
  evolve,
  NONE,
  openCommands,
  type Finding,
  type Target,
  type TargetCommandType,
  type TargetEvent,
} from '#domain/target';
import { diffForms, type Change } from '#form';
import { verifyStream, type Verification } from '#event-store';
import { envelopesIn, fold, recordedOf, streamOf, type RecordedEnvelope } from './history.ts';
import { findingsOf, targetOfLastYear } from './comparison.ts';
import { revealPersons } from './personal-details.ts';
import { refuseUnseen } from './target-commands.ts';
import { type TargetDesk } from './target-desk.ts';
import { contextOf, personOf, whereIs } from './target-context.ts';
import { NotFound } from './request.ts';
import { stamp } from './clock.ts';

/** A target as somebody reads it: at its latest revision, or at an earlier one. */
export interface TargetReading {
  id: string;
  revision: number;
  /** When the last event up to there was recorded. */
  time: string;
  target: Target;
  /** What this person may do with it now; empty for the past. */
  allowed: readonly TargetCommandType[];
  findings: readonly Finding[];
}

/** The target of the year before, as it came out. */
export interface LastYear {
  id: string;
  target: Target;
}

/** A target that the unit published, with persons still sealed. */
export interface PublishedTarget {
  target: Target;
  disclosure: { date: string; url: string };
}

/** A moment: a revision, or everything recorded up to a time (inclusive). */
export type Moment = { revision: number } | { time: string };

/** @throws NotFound for what is not there or may not be seen */
export async function readTarget(desk: TargetDesk, id: string, user: string): Promise<TargetReading> {
  const { register, recorder } = desk;
  const person = personOf(register, user);
  const loaded = await recorder.recent.load({ stream: streamOf.target(id), initial: NONE, evolve });
  const target = loaded.state;
  refuseUnseen(target, person, register);
  const now = stamp(recorder.clock.now(), recorder.jurisdiction.timeOffset);
  const where = whereIs(target);
  const { campaignId, form } = target;
  const context = contextOf({ person, target, campaignId, kind: form.kind, where, time: now }, register);
  const departmentsGrant = register.campaigns.get(campaignId)?.campaign.departmentsGrant ?? false;
  const scope = { where, named: isNamed(user, target), departmentsGrant };
  const allowed = openCommands(target, context).filter((command) =>
    mayCommand(person, command, scope, register.directory),
  );
  // 涉密: there is no form to find anything in.
  const findings = target.classified
    ? []
    : await findingsOf(desk, { ...target, target: id }, context.ruleSet);
  const last = { revision: loaded.head?.revision ?? 0, time: loaded.time ?? now };
  return { ...(await reading(desk, id, target, last)), allowed, findings };
}

/** The same unit's target of the year before for the same plan; `null` where there is none that the person may see. @throws NotFound */
export async function readLastYear(desk: TargetDesk, id: string, user: string): Promise<LastYear | null> {
  const { register, recorder, keys } = desk;
  const person = personOf(register, user);
  const { state: target } = await recorder.recent.load({
    stream: streamOf.target(id),
    initial: NONE,
    evolve,
  });
  refuseUnseen(target, person, register);
  if (target.classified) return null;
  const last = await targetOfLastYear(desk, { ...target, target: id });
  if (!last || !sees(person, whereIs(last.target), register.directory)) return null;
  const [form = last.target.form] = await revealPersons([last.target.form], keys);
  return { id: last.id, target: { ...last.target, form } };
}

/** A published target, for whoever asks. @throws NotFound for one that is not published, or withheld */
export async function readPublished({ recorder }: TargetDesk, id: string): Promise<PublishedTarget> {
  // Not remembered: what the public leafs through must not push out what the bureau works on.
  const target = foldTarget(envelopesIn(await recorder.store.loadStream(streamOf.target(id))));
  const { disclosure } = target;
  if (disclosure === null || !('url' in disclosure)) throw new NotFound('target');
  return { target, disclosure };
}

/** The form and state as they were. @throws NotFound also for a moment before the first event */
export async function readAt(
  desk: TargetDesk,
  id: string,
  user: string,
  moment: Moment,
): Promise<TargetReading> {
  const { envelopes } = await loadSeen(desk, id, user);
  const upTo = envelopesUpTo(envelopes, moment);
  const last = upTo.at(-1);
  if (!last) throw new NotFound('target');
  return reading(desk, id, foldTarget(upTo), last);
}

/** What differs between the forms of two revisions. @throws NotFound for a revision that there is not */
export async function diffBetween(
  desk: TargetDesk,
  id: string,
  user: string,
  [from, to]: readonly [number, number],
): Promise<Change[]> {
  const { envelopes } = await loadSeen(desk, id, user);
  const forms = [from, to].map((revision) => foldTarget(envelopesUpTo(envelopes, { revision })).form);
  const [before = null, after = null] = await revealPersons(forms, desk.keys);
  return diffForms(before, after);
}

export async function historyOf(desk: TargetDesk, id: string, user: string): Promise<HistoryItem[]> {
  const { envelopes, seals } = await loadSeen(desk, id, user);
  let target = NONE;
  const steps = envelopes.map((envelope, index) => {
    const before = target;
    target = evolve(target, recordedOf<TargetEvent>(envelope));
    const changed = before.form !== target.form;
    return {
      envelope,
      seal: seals[index] ?? '',
      before: before === NONE ? null : before.form,
      after: target.form,
      changed,
    };
  });
  const forms = await revealPersons(
    steps.flatMap(({ before, after }) => [before ?? after, after]),
    desk.keys,
  );
  return steps.map(({ envelope, seal, before, changed }, index) => ({
    ...itemOf(envelope),
    changes: changed ? diffForms(before && (forms[2 * index] ?? null), forms[2 * index + 1] ?? null) : [],
    seal,
  }));
}

function itemOf({
  revision,
  id,
  type,
  time,
  actor,
  data,
}: RecordedEnvelope): Omit<HistoryItem, 'changes' | 'seal'> {
  const { form: _, ...facts } = data as { form?: unknown; comment?: string; reason?: string };
  const comment = facts.comment ?? facts.reason;
  const label = EVENT_TERMS[type as TargetEvent['type']];
  return { revision, id, type, label, time, actor, ...(comment !== undefined && { comment }), data: facts };
}

/**
 * Checks every event of a target against its seal and the one before it. Where tampering has made the history
 * unreadable, only those who see every target are told.
 * @throws NotFound
 */
export async function verifyTarget(desk: TargetDesk, id: string, user: string): Promise<Verification> {
  const events = await desk.recorder.store.readStream(streamOf.target(id));
  try {
    await loadSeen(desk, id, user);
  } catch (error) {
    const { directory } = desk.register;
    const seesAll = sees(personOf(desk.register, user), NOWHERE, directory);
    if (events.length === 0 || !seesAll) throw new NotFound('target', { cause: error });
  }
  return verifyStream(events);
}

/** A place in nobody's scope but of those who see all. */
const NOWHERE = { unitCode: '', departmentCode: '' };

interface Loaded {
  target: Target;
  envelopes: RecordedEnvelope[];
  seals: string[];
}

async function loadSeen(desk: TargetDesk, id: string, user: string): Promise<Loaded> {
  const person = personOf(desk.register, user);
  const loaded = await desk.recorder.store.loadStream(streamOf.target(id));
  const envelopes = envelopesIn(loaded);
  const target = foldTarget(envelopes);
  refuseUnseen(target, person, desk.register);
  const seals = [...envelopes.slice(1).map(({ previous }) => previous ?? ''), loaded.head?.seal ?? ''];
  return { target, envelopes, seals };
}

const foldTarget = (envelopes: readonly RecordedEnvelope[]): Target =>
  fold<Target, TargetEvent>(evolve, NONE, envelopes);

function envelopesUpTo(envelopes: readonly RecordedEnvelope[], moment: Moment): RecordedEnvelope[] {
  if ('revision' in moment) {
    if (!envelopes[moment.revision]) throw new NotFound('revision');
    return envelopes.slice(0, moment.revision + 1);
  }
  const until = Date.parse(moment.time);
  const upTo = envelopes.filter(({ time }) => Date.parse(time) <= until);
  if (upTo.length === 0) throw new NotFound('moment');
  return upTo;
}

async function reading(
  desk: TargetDesk,
  id: string,
  target: Target,
  { revision, time }: { revision: number; time: string },
): Promise<TargetReading> {
  const [form = target.form] = await revealPersons([target.form], desk.keys);
  return { id, revision, time, target: { ...target, form }, allowed: [], findings: [] };
}
