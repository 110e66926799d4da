import { type LiveEvent } from '#contracts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** What a connection brings: an event with the place after which to go on, or whether it stands. */
export type Heard = { kind: 'event'; event: LiveEvent; id: string } | { kind: 'state'; isConnected: boolean };

/**
 * Listens to the server until it is stopped; comes back after the last id, ever more patiently while it is away. An
 * `ended` stops it: who listens has to sign in first.
 */
export function connect(since: string, tell: (heard: Heard) => void): () => void {
  let last = since;
  let pause = FIRST_PAUSE_MS;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    source?.close();
  };
  const open = (): void => {
    source = new EventSource(last === '' ? '/api/events' : `/api/events?after=${encodeURIComponent(last)}`);
    source.onopen = () => {
      pause = FIRST_PAUSE_MS;
      tell({ kind: 'state', isConnected: true });
    };
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      last = lastEventId === '' ? last : lastEventId;
      const event = JSON.parse(data) as LiveEvent;
      if (event.type === 'ended') stop();
      tell({ kind: 'event', event, id: last });
    };
    // Its own way of coming back hammers a server that starts, and gives up on a refusal.
    source.onerror = () => {
      stop();
      tell({ kind: 'state', isConnected: false });
      timer = setTimeout(open, pause * (0.5 + Math.random()));
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    };
  };
  open();
  return stop;
}
