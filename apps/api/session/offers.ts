import { type SignInOffers } from '#contracts';
import { type Directory } from '#domain/directory';
import { type ApiSettings } from '../settings.ts';
import { meOf } from './me.ts';

/** Open accounts in the order of the demo, and the identity provider by its name. */
export function offersOf(
  { openAccounts, oidc }: Pick<ApiSettings, 'openAccounts' | 'oidc'>,
  directory: Directory,
): SignInOffers {
  const people = [...directory.people.values()].filter(({ left }) => !left);
  const accounts = openAccounts.flatMap((username) => {
    const person = people.find((one) => one.username === username);
    if (!person) return [];
    const { name, post, unit, sections } = meOf(person, directory);
    return { username, name, post, organisation: unit?.name ?? sections[0]?.name ?? '' };
  });
  return {
    demo: accounts.length === 0 ? null : { accounts },
    oidc: oidc && { name: oidc.name },
  };
}
