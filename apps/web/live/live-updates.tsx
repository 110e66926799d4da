import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { type LiveEvent } from '#contracts';
import { whoAmI } from '../api/index.ts';
import { listen } from './one-a-browser.ts';
import './live.css';
import { isOutdated } from './outdated.ts';

/** News that come together are taken together: a list is asked for once. */
const GATHER_MS = 400;
/** Shorter breaks are nobody's concern. */
const SAY_AFTER_MS = 5_000;

const AWAY_AFTER_MS = 5 * 60_000;
const MOVES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
const MOST_NEWS = 200;

/** Keeps what is shown up to date while somebody is signed in; says only when it cannot. */
export function LiveUpdates() {
  const queries = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  const [round, listenAgain] = useState(0);
  useEffect(() => {
    let lastMove = Date.now();
    let news: LiveEvent[] = [];
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const spread = (): void => {
      gathering = undefined;
      // Asking would keep the session open for somebody who is away; at the first move everything is asked for.
      if (Date.now() - lastMove > AWAY_AFTER_MS) return;
      const all = news;
      news = [];
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => all.some((event) => isOutdated(queryKey, event)),
      });
    };
    const move = (): void => {
      lastMove = Date.now();
      if (news.length > 0) gathering ??= setTimeout(spread, GATHER_MS);
    };
    for (const type of MOVES) addEventListener(type, move, { passive: true });
    const stop = listen((heard) => {
      if (heard.kind === 'state') {
        clearTimeout(silence);
        if (heard.isConnected) setConnected(true);
        else silence = setTimeout(() => setConnected(false), SAY_AFTER_MS);
      } else if (heard.event.type === 'ended') {
        // Asks to sign in over the page as it stands; afterwards goes on listening.
        void whoAmI().then((me) => {
          if (!me) return;
          news.push({ type: 'reset' });
          spread();
          listenAgain((times) => times + 1);
        });
      } else {
        news = news.length < MOST_NEWS ? [...news, heard.event] : [{ type: 'reset' }];
        gathering ??= setTimeout(spread, GATHER_MS);
      }
    });
    return () => {
      clearTimeout(gathering);
      clearTimeout(silence);
      for (const type of MOVES) removeEventListener(type, move);
      stop();
    };
  }, [queries, round]);
  if (isConnected) return null;
  return (
    <span className="live-offline" role="status">
      与服务器的连接已中断，正在重连
    </span>
  );
}
