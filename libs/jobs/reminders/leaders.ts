import type { Directory, Person } from '#domain/directory';

/**
 * Who is told when these people let a deadline pass: whoever leads their office; the bureau's leaders (财政局领导) where
 * nobody does but they themselves.
 */
export function leadersOver(users: readonly string[], { people }: Directory): string[] {
  const present = [...people.values()].filter(({ user, left }) => !left && !users.includes(user));
  const places = users.flatMap((user) => {
    const person = people.get(user);
    return person === undefined ? [] : [placeOf(person)];
  });
  const heads = present.filter((person) => person.leads && places.includes(placeOf(person)));
  const chosen = heads.length > 0 ? heads : present.filter(({ roles }) => roles.includes('leader'));
  return chosen.map(({ user }) => user);
}

const placeOf = ({ place }: Person): string =>
  'unit' in place ? `unit ${place.unit}` : `section ${place.section}`;
