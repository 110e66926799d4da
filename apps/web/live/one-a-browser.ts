import { connect, type Heard } from './connection.ts';

const NAME = 'mubiao-live';

/**
 * One connection a browser, however many tabs: whoever holds the lock listens and passes on, the next one takes over
 * where it stopped. Without locks (plain http) each tab listens for itself while it is looked at.
 */
export function listen(hear: (heard: Heard) => void): () => void {
  return 'locks' in navigator ? listenTogether(hear) : listenWhileVisible(hear);
}

function listenTogether(hear: (heard: Heard) => void): () => void {
  const channel = new BroadcastChannel(NAME);
  const leaving = new AbortController();
  let last = '';
  const take = (heard: Heard): void => {
    if (heard.kind === 'event') last = heard.id;
    hear(heard);
  };
  channel.onmessage = ({ data }: MessageEvent<Heard>) => take(data);
  const lead = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = connect(last, (heard) => {
        take(heard);
        channel.postMessage(heard);
      });
      leaving.signal.addEventListener('abort', () => {
        stop();
        resolve();
      });
    });
  navigator.locks.request(NAME, { signal: leaving.signal }, lead).catch(() => undefined);
  return () => {
    leaving.abort();
    channel.close();
  };
}

function listenWhileVisible(hear: (heard: Heard) => void): () => void {
  let last = '';
  let stop: (() => void) | null = null;
  const look = (): void => {
    const isVisible = document.visibilityState === 'visible';
    if (!isVisible) stop?.();
    if (isVisible && stop) return;
    stop = isVisible
      ? connect(last, (heard) => {
          if (heard.kind === 'event') last = heard.id;
          hear(heard);
        })
      : null;
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    stop?.();
  };
}
