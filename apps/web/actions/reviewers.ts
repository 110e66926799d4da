import { type Section, type Unit } from '#domain/directory';
import { type Colleague } from '../api/index.ts';

const REVIEWING: ReadonlySet<string> = new Set(['department', 'section', 'performance']);

/**
 * Who may review at all, still works here and sits in one of these places, by name, post and place: a name alone may be
 * two people's.
 */
export function reviewersAmong(
  people: readonly Colleague[],
  units: readonly Unit[],
  sections: readonly Section[],
): { value: string; label: string }[] {
  const names = new Map([
    ...units.map(({ code, name }) => [`unit ${code}`, name] as const),
    ...sections.map(({ id, name }) => [`section ${id}`, name] as const),
  ]);
  return people
    .filter(({ left, roles }) => !left && roles.some((role) => REVIEWING.has(role)))
    .flatMap(({ user, name, post, place }) => {
      const at = names.get('unit' in place ? `unit ${place.unit}` : `section ${place.section}`);
      return at === undefined ? [] : { value: user, label: `${name}（${at} ${post}）` };
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'));
}
