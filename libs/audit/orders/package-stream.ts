import { hashOf, KeyReused } from '#application';
import { type Actor } from '#domain';
import { type Envelope, type EventStore, type StoredEvent } from '#event-store';
import { appendFact, despiteRaces, type AppendedFact, type Recording } from '../record/index.ts';
import { type PackageScope } from '../packages/index.ts';

/** A package's own stream, so that who asked for it and who took it is part of the sealed record. */
export const streamOfPackage = (id: string): string => `audit-package-${id}`;
export const PACKAGE_STREAMS = 'audit-package-';

/** What happens to a package. The first event carries its scope. */
export type PackageFact =
  | { type: 'AuditPackageRequested'; scope: PackageScope }
  | { type: 'AuditPackageTaken'; scope: PackageScope; sha256?: string }
  | { type: 'AuditPackageCancelled' };

export interface RecordedPackage {
  scope: PackageScope;
  by: Actor;
  time: string;
  revision: number;
  position: string;
  cancelled: boolean;
}

/** @returns `null` where there is no such package */
export async function readPackage(store: EventStore, id: string): Promise<RecordedPackage | null> {
  const events = await store.readStream(streamOfPackage(id));
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return null;
  const { data, actor, time } = envelopeOf(first);
  const cancelled = events.some(({ type }) => type === 'AuditPackageCancelled');
  return { scope: data.scope, by: actor, time, revision: last.revision, position: last.position, cancelled };
}

/** Records what somebody did with a package. A repeat under the same command id answers what the first one did. @throws KeyReused */
export function recordPackageFact(
  recording: Recording,
  id: string,
  { fact, actor, commandId }: { fact: PackageFact; actor: Actor; commandId?: string },
): Promise<Pick<AppendedFact, 'revision' | 'position'>> {
  const { type, ...data } = fact;
  return despiteRaces(async () => {
    const events = await recording.store.readStream(streamOfPackage(id));
    const repeated = events.find(
      (event) => commandId !== undefined && envelopeOf(event).commandId === commandId,
    );
    if (repeated) {
      if (envelopeOf(repeated).commandHash !== hashOf(data)) throw new KeyReused();
      return { revision: repeated.revision, position: repeated.position };
    }
    const named = { type, actor, data, ...(commandId !== undefined && { commandId }) };
    const last = events.at(-1) ?? null;
    const { revision, position } = await appendFact(recording, streamOfPackage(id), last, named);
    return { revision, position };
  });
}

/** A package that was made and taken in one, at the command line. */
export const recordAccess = (
  recording: Recording,
  { id, scope, actor }: { id: string; scope: PackageScope; actor: Actor },
): Promise<Pick<AppendedFact, 'revision' | 'position'>> =>
  recordPackageFact(recording, id, { fact: { type: 'AuditPackageTaken', scope }, actor });

const envelopeOf = ({ body }: StoredEvent): Envelope<Actor, { scope: PackageScope }> =>
  JSON.parse(body) as Envelope<Actor, { scope: PackageScope }>;
