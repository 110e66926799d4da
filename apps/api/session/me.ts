import { type Me } from '#contracts';
import { type Directory, type Person } from '#domain/directory';

/** The signed-in person, their offices and where they sit. */
export function meOf({ user, name, post, roles, place }: Person, { units, sections }: Directory): Me {
  const unit = 'unit' in place ? units.get(place.unit) : undefined;
  const department = unit && units.get(unit.departmentCode);
  const section = 'section' in place ? sections.get(place.section) : undefined;
  return {
    user,
    name,
    post,
    roles: [...roles],
    unit: unit ? { code: unit.code, name: unit.name } : null,
    department: department ? { code: department.code, name: department.name } : null,
    sections: section ? [{ id: section.id, name: section.name, departments: [...section.departments] }] : [],
  };
}
