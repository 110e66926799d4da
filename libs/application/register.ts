import { evolveCampaign, NO_CAMPAIGN, type Campaign, type CampaignEvent } from '#domain/campaign';
import { EMPTY_DIRECTORY, evolveDirectory, type Directory, type DirectoryEvent } from '#domain/directory';
import { type EventStore, type Position, type StoredEvent, type Subscription } from '#event-store';
import { envelopeOf, recordedOf } from './history.ts';

const CAMPAIGN = 'campaign-';
const DIRECTORY = 'directory-';
/** Every command of everybody is news here, and nearly none of it concerns the register. */
const GATHER_MS = 20;

/** A campaign with the revision it was folded to. */
export interface KnownCampaign {
  campaign: Campaign;
  revision: number;
  /** ISO 8601. */
  openedAt: string;
}

/** Directory and campaigns as they stand, folded in memory from a subscription: a command never loads them. */
export class Register {
  directory: Directory = EMPTY_DIRECTORY;
  /** Events of the directory so far: says later against which register a decision was taken. */
  directoryRevision = -1;
  readonly campaigns = new Map<string, KnownCampaign>();
  private readonly waiting = new Set<() => void>();
  private reached: Position | null = null;
  private subscription: Subscription | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Resolves when everything that was there at the call has been folded. */
  async start(): Promise<void> {
    const end = await this.store.head();
    this.subscription = this.store.subscribe(
      { filter: { streamPrefixes: [CAMPAIGN, DIRECTORY] }, gatherMs: GATHER_MS },
      (events, checkpoint) => this.take(events, checkpoint),
    );
    this.subscription.ended.catch(this.onFailure);
    if (end !== null) await this.waitFor(end);
  }

  /** Whether events up to this position are folded. */
  hasReached(position: Position): boolean {
    return this.reached !== null && this.store.compare(this.reached, position) >= 0;
  }

  /** Resolves when events up to this position are folded: after one's own change of the register. */
  async waitFor(position: Position): Promise<void> {
    while (!this.hasReached(position)) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  async stop(): Promise<void> {
    await this.subscription?.stop();
  }

  private take(events: readonly StoredEvent[], checkpoint: Position): Promise<void> {
    for (const stored of events) this.fold(stored);
    this.reached = checkpoint;
    const resolves = [...this.waiting];
    this.waiting.clear();
    for (const resolve of resolves) resolve();
    return Promise.resolve();
  }

  private fold(stored: StoredEvent): void {
    const envelope = envelopeOf(stored);
    if (stored.stream.startsWith(DIRECTORY)) {
      this.directory = evolveDirectory(this.directory, recordedOf<DirectoryEvent>(envelope));
      this.directoryRevision += 1;
    } else {
      const id = stored.stream.slice(CAMPAIGN.length);
      const known = this.campaigns.get(id);
      const recorded = recordedOf<CampaignEvent>(envelope);
      const campaign = evolveCampaign(known?.campaign ?? NO_CAMPAIGN, recorded);
      // Opening it is a campaign's first event.
      const openedAt = known?.openedAt ?? recorded.time;
      this.campaigns.set(id, { campaign, revision: stored.revision, openedAt });
    }
  }
}
