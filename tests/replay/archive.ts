import { envelopeOf, recordedOf } from '#application';
import { evolveCampaign, NO_CAMPAIGN, type CampaignEvent } from '#domain/campaign';
import { EMPTY_DIRECTORY, evolveDirectory, type DirectoryEvent } from '#domain/directory';
import { evolve, NONE, type TargetEvent } from '#domain/target';
import { type StoredEvent } from '#event-store';

/** An event as a store held it, without the place in its feed. */
export type ArchivedEvent = Omit<StoredEvent, 'position'>;

/** What a stream's history comes to, in a few facts that must never change. */
export function foldArchive(events: readonly ArchivedEvent[]): Map<string, object> {
  const states = new Map<string, object>();
  for (const stream of new Set(events.map((event) => event.stream))) {
    const envelopes = events
      .filter((event) => event.stream === stream)
      .map((event) => envelopeOf({ ...event, position: '' }));
    if (stream.startsWith('target-')) {
      const target = envelopes.reduce((state, one) => evolve(state, recordedOf<TargetEvent>(one)), NONE);
      const { state, stage, round, presented, authors, formRevision, grant, disclosure } = target;
      const result = { total: target.evaluation?.total ?? null, grade: target.evaluation?.grade ?? null };
      const facts = { state, stage, round, presented, authors: authors.length, formRevision };
      states.set(stream, {
        ...facts,
        granted: grant?.amount ?? null,
        disclosed: disclosure !== null,
        ...result,
      });
    } else if (stream.startsWith('campaign-')) {
      const campaign = envelopes.reduce(
        (state, one) => evolveCampaign(state, recordedOf<CampaignEvent>(one)),
        NO_CAMPAIGN,
      );
      states.set(stream, {
        state: campaign.state,
        chains: Object.keys(campaign.chains),
        windows: Object.keys(campaign.windows).length,
      });
    } else {
      const directory = envelopes.reduce(
        (state, one) => evolveDirectory(state, recordedOf<DirectoryEvent>(one)),
        EMPTY_DIRECTORY,
      );
      states.set(stream, {
        units: directory.units.size,
        sections: directory.sections.size,
        people: directory.people.size,
      });
    }
  }
  return states;
}
