import { streamOf, type RecordedEnvelope } from '#application';
import { type EventStore, type StoredEvent } from '#event-store';
import { type PackageScope } from '../contents.ts';

/** A target with the campaign whose rules it was screened and scored under. */
export interface TargetInScope {
  stream: string;
  campaignId: string;
}

/** The record holds no target of that scope, nor a campaign that has none. */
export class NothingToPackage extends Error {
  override readonly name = 'NothingToPackage';

  constructor(readonly scope: PackageScope) {
    super('这一范围内没有绩效目标，请核对编号。');
  }
}

interface Drafted {
  campaignId: string;
  department: { code: string };
}

const PAGE = 500;

/**
 * The targets of a scope in feed order, found from the events themselves; none of a campaign in which nobody drafted
 * anything, whose own history and reminders are a record all the same.
 * @throws NothingToPackage
 */
export async function targetsIn(store: EventStore, scope: PackageScope): Promise<TargetInScope[]> {
  const found =
    'target' in scope ? await firstOf(store, `target-${scope.target}`) : await drafted(store, scope);
  if (found.length === 0 && !(await isCampaign(store, scope))) throw new NothingToPackage(scope);
  return found;
}

async function isCampaign(store: EventStore, scope: PackageScope): Promise<boolean> {
  if (!('campaign' in scope)) return false;
  return (await store.readStream(streamOf.campaign(scope.campaign), { limit: 1 })).length > 0;
}

async function firstOf(store: EventStore, stream: string): Promise<TargetInScope[]> {
  const events = await store.readStream(stream, { from: 0, limit: 1 });
  return events.map((event) => ({ stream, campaignId: draftIn(event).campaignId }));
}

async function drafted(
  store: EventStore,
  scope: Exclude<PackageScope, { target: string }>,
): Promise<TargetInScope[]> {
  const found: TargetInScope[] = [];
  const filter = { streamPrefixes: ['target-'], types: ['TargetDrafted', 'TargetClassified'] };
  let from: string | null | undefined;
  while (from !== null) {
    const { events, next } = await store.readAll({
      ...(from !== undefined && { from }),
      filter,
      limit: PAGE,
    });
    for (const event of events) {
      const { campaignId, department } = draftIn(event);
      const isIn = 'campaign' in scope ? campaignId === scope.campaign : department.code === scope.department;
      if (isIn) found.push({ stream: event.stream, campaignId });
    }
    from = next;
  }
  return found;
}

const draftIn = ({ body }: StoredEvent): Drafted => (JSON.parse(body) as RecordedEnvelope).data as Drafted;
