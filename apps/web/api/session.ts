import { type Me } from '#contracts';
import { answer, api } from './client.ts';
import { Refused } from './problem.ts';

/** Who is signed in, or null. */
export async function whoAmI(): Promise<Me | null> {
  try {
    return await answer<Me>(api.GET('/api/me'));
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null;
    throw error;
  }
}

/** @throws Refused for a wrong password or a locked account */
export const signIn = (username: string, password: string): Promise<Me> =>
  answer(api.POST('/api/session', { body: { username, password } }));

export const signOut = (): Promise<unknown> => answer(api.DELETE('/api/session'));
