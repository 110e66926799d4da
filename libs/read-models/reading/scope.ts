import { type Directory, type Person } from '#domain/directory';
import type { Conditions } from './conditions.ts';

/** Which targets a person may see: everything, or those of some departments and units; and those they were asked into. */
export interface Scope {
  all: boolean;
  departments: readonly string[];
  units: readonly string[];
  /** User id. */
  named: string;
}

/** The same answer as the domain's `sees` and `isNamed`, as something that a query can ask for. */
export function scopeOf(person: Person, directory: Directory): Scope {
  const { user, roles, place, left } = person;
  const own = 'unit' in place ? [place.unit] : [];
  const served = 'section' in place ? (directory.sections.get(place.section)?.departments ?? []) : [];
  const holds = (...wanted: readonly Person['roles'][number][]): boolean =>
    !left && wanted.some((role) => roles.includes(role));
  return {
    all: holds('performance', 'leader', 'auditor'),
    departments: [...(holds('department') ? own : []), ...(holds('section') ? served : [])],
    units: holds('clerk', 'head') ? own : [],
    named: user,
  };
}

/** What says of a target who sees it: codes of unit and department, and the users who were asked in. */
export interface Reach {
  unit: string;
  department: string;
  named: readonly string[];
}

/** Whether the scope holds the target; the same answer as `withinScope`. */
export const isWithin = (
  { all, departments, units, named: user }: Scope,
  { unit, department, named }: Reach,
): boolean => all || departments.includes(department) || units.includes(unit) || named.includes(user);

/** Adds the scope to a query over the target list's rows, which it calls `t`. */
export function withinScope(conditions: Conditions, { all, departments, units, named }: Scope): void {
  if (all) return;
  const parameters = [departments, units].map((codes) => `any(${conditions.parameter(codes)}::text[])`);
  const [inDepartment = '', inUnit = ''] = parameters;
  const asked = `t.named @> array[${conditions.parameter(named)}]::text[] and t.named <> '{}'`;
  conditions.add(`(t.department = ${inDepartment} or t.unit = ${inUnit} or (${asked}))`);
}
