import { type PublicFilter } from '../api/index.ts';

/** What the address asks for; what it cannot mean is left out rather than refused. */
export function filterIn(parameters: URLSearchParams): PublicFilter {
  const year = Number(parameters.get('year'));
  const department = parameters.get('department')?.trim() ?? '';
  const q = parameters.get('q')?.trim() ?? '';
  return {
    ...(Number.isInteger(year) && year >= 1990 && year <= 2100 && { year }),
    ...(/^[A-Za-z0-9._-]{1,64}$/u.test(department) && { department }),
    ...(q !== '' && { q: q.slice(0, 200) }),
  };
}

/** The address of a filter, with nothing that is empty. */
export function addressOf(entered: Readonly<Record<'year' | 'department' | 'q', string>>): string {
  const given = Object.entries(entered).filter(([, value]) => value.trim() !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, value.trim()])).toString();
}
