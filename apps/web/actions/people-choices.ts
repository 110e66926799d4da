import { type Section, type Unit } from '#domain/directory';
import { type Colleague } from '../api/index.ts';

const REVIEWING: ReadonlySet<string> = new Set(['department', 'section', 'performance']);

export interface Choice {
  /** User id. */
  value: string;
  label: string;
}

/** The register as far as the person sees it. */
export interface Register {
  people: readonly Colleague[];
  units: readonly Unit[];
  sections: readonly Section[];
}

/** Who may review at all and sits in one of these places, but for oneself. */
export const reviewersAmong = (register: Register, me: string): Choice[] =>
  choices(register, me).flatMap(({ person, place, ...choice }) =>
    place !== undefined && person.roles.some((role) => REVIEWING.has(role)) ? choice : [],
  );

/** Everybody who works here but for oneself. */
export const colleaguesAmong = (register: Register, me: string): Choice[] =>
  choices(register, me).map(({ value, label }) => ({ value, label }));

/** By name, post and place: a name alone may be two people's. */
function choices({ people, units, sections }: Register, me: string) {
  const names = new Map([
    ...units.map(({ code, name }) => [`unit ${code}`, name] as const),
    ...sections.map(({ id, name }) => [`section ${id}`, name] as const),
  ]);
  return people
    .filter(({ user, left }) => !left && user !== me)
    .map((person) => {
      const { user, name, post, place: at } = person;
      const place = names.get('unit' in at ? `unit ${at.unit}` : `section ${at.section}`);
      return { value: user, label: labelOf(name, place, post), person, place };
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'));
}

/** Many a post is called by its place. */
function labelOf(name: string, place: string | undefined, post: string): string {
  const where = place === undefined || post.startsWith(place) ? post : `${place} ${post}`.trim();
  return where === '' ? name : `${name}（${where}）`;
}
