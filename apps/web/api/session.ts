import { type Me, type SignInOffers } from '#contracts';
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

/** Signs in to an open account of the demo. */
export const signInToDemo = (username: string): Promise<Me> =>
  answer(api.POST('/api/session', { body: { demo: username } }));

/** What there is beside name and password. */
export const readOffers = (): Promise<SignInOffers> => answer(api.GET('/api/session/offers'));

/** @throws Refused for a link that is used or too old, or a password that is too short */
export const setFirstPassword = (token: string, password: string): Promise<unknown> =>
  answer(api.POST('/api/credentials', { body: { token, password } }));

/** Every other session of the person ends. @throws Refused, `WrongPassword` where `current` is not the one there is */
export const changePassword = (current: string, password: string): Promise<unknown> =>
  answer(api.PUT('/api/me/password', { body: { current, password } }));

export const signOut = (): Promise<unknown> => answer(api.DELETE('/api/session'));
