import { createPostgresStore } from '#event-store';
import type { OpenAppender } from './contender.ts';
import { StreamCursor } from './stream-cursor.ts';

export const openOurs: OpenAppender = async (url) => {
  const store = await createPostgresStore(url);
  return {
    name: 'Mubiao',
    client: (_, nextEvent) => {
      const cursor = new StreamCursor();
      return () => {
        const revision = cursor.advance();
        return store.append(cursor.stream, revision === 0 ? 'none' : revision - 1, [nextEvent()]);
      };
    },
    close: () => store.close(),
  };
};
