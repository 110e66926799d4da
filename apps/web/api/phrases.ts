import { type Phrase, type Responsibility } from '#contracts';
import { type Decision } from '#domain/target';
import { afterOwnChange, answer, api } from './client.ts';

export async function listPhrases(): Promise<readonly Phrase[]> {
  const { items } = await answer<{ items: readonly Phrase[] }>(api.GET('/api/phrases'));
  return items;
}

/** One's own, or the office's, which 绩效股 keeps. */
export const addPhrase = (decision: Decision, text: string, office: boolean): Promise<Phrase> =>
  answer(api.POST('/api/phrases', { body: { decision, text, ...(office && { office }) } }));

export const deletePhrase = (id: string): Promise<void> =>
  answer(api.DELETE('/api/phrases/{id}', { params: { path: { id } } }));

/** Everything the person approved, fifty at a time, the latest first. */
export const readResponsibility = (user: string, cursor: string): Promise<Responsibility> =>
  answer(
    api.GET('/api/people/{user}/responsibility', {
      params: {
        path: { user },
        query: { limit: 50, ...(cursor !== '' && { cursor }), ...afterOwnChange() },
      },
    }),
  );
