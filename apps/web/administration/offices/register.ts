import { type Section, type Unit } from '#domain/directory';
import { type Colleague } from '../../api/index.ts';

/** Who and what is registered now. */
export interface Register {
  units: readonly Unit[];
  sections: readonly Section[];
  people: readonly Colleague[];
}

export const departmentsOf = ({ units }: Register): Unit[] =>
  units.filter(({ code, departmentCode, closed }) => code === departmentCode && !closed);

/** For selects: departments by code and name. */
export const departmentOptions = (register: Register): { value: string; label: string }[] =>
  departmentsOf(register).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));

/** Where somebody can sit: `unit:301` or `section:agriculture`. */
export const placeOptions = ({ units, sections }: Register): { value: string; label: string }[] => [
  ...sections.map(({ id, name }) => ({ value: `section:${id}`, label: `财政局 ${name}` })),
  ...units
    .filter(({ closed }) => !closed)
    .map(({ code, name }) => ({ value: `unit:${code}`, label: `${code} ${name}` })),
];

export function placeFrom(option: string): { unit: string } | { section: string } {
  const [kind, code = ''] = option.split(/:(.*)/su);
  return kind === 'section' ? { section: code } : { unit: code };
}

export const placeName = ({ place }: Colleague, { units, sections }: Register): string =>
  'unit' in place
    ? (units.find(({ code }) => code === place.unit)?.name ?? place.unit)
    : (sections.find(({ id }) => id === place.section)?.name ?? place.section);
