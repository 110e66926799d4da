import { type Recorded } from '../recorded.ts';
import { Refusal, refuseIf } from '../refusal.ts';
import {
  type Directory,
  type DirectoryCommand,
  type DirectoryEvent,
  type Person,
  type Place,
  type Role,
  type Unit,
} from './directory.ts';

/** 三员分立: these three are never one person, and hold no other role. */
const APART: readonly Role[] = ['admin', 'security', 'auditor'];
/** Where a role may sit; the others may sit anywhere. */
const PLACE_OF: Readonly<Partial<Record<Role, 'unit' | 'department' | 'section'>>> = {
  clerk: 'unit',
  head: 'unit',
  department: 'department',
  section: 'section',
  performance: 'section',
};

/** @throws Refusal with the rule that the command breaks */
export function decideDirectory(command: DirectoryCommand, directory: Directory): DirectoryEvent[] {
  switch (command.type) {
    case 'RegisterUnit':
      refuseIf(directory.units.has(command.code), 'AlreadyExists', { code: command.code }, [
        { path: '/code' },
      ]);
      if (command.departmentCode !== command.code)
        unitOf(directory, command.departmentCode, '/departmentCode');
      return [{ ...command, type: 'UnitRegistered' }];
    case 'RenameUnit':
      unitOf(directory, command.code, '/code');
      return [{ ...command, type: 'UnitRenamed' }];
    case 'CloseUnit':
      unitOf(directory, command.code, '/code');
      return [{ ...command, type: 'UnitClosed' }];
    case 'RegisterSection':
      refuseIf(directory.sections.has(command.id), 'AlreadyExists', { code: command.id }, [{ path: '/id' }]);
      refuseUnknownUnits(directory, command.departments);
      return [{ ...command, type: 'SectionRegistered' }];
    case 'AssignSection':
      refuseIf(!directory.sections.has(command.id), 'UnknownSection', {}, [{ path: '/id' }]);
      refuseUnknownUnits(directory, command.departments);
      return [{ ...command, type: 'SectionAssigned' }];
    case 'RegisterPerson':
      refuseTakenName(directory, command.user, command.username);
      refuseUnknownPlace(directory, command.place);
      return [{ ...command, type: 'PersonRegistered' }];
    case 'ChangePerson':
    case 'DismissPerson':
    case 'GrantRole':
    case 'RevokeRole':
      return decidePerson(command, personOf(directory, command.user), directory);
  }
}

type PersonCommand = Extract<
  DirectoryCommand,
  { type: 'ChangePerson' | 'DismissPerson' | 'GrantRole' | 'RevokeRole' }
>;

function decidePerson(command: PersonCommand, person: Person, directory: Directory): DirectoryEvent[] {
  switch (command.type) {
    case 'ChangePerson':
      refuseUnknownPlace(directory, command.place);
      for (const role of person.roles) refuseWrongPlace(role, command.place, directory);
      return [{ ...command, type: 'PersonChanged' }];
    case 'DismissPerson':
      if (person.roles.includes('security')) refuseLast('security', person, directory);
      return [{ ...command, type: 'PersonLeft' }];
    case 'GrantRole': {
      const { role } = command;
      if (person.roles.includes(role)) return [];
      const mixed =
        person.roles.length > 0 && (APART.includes(role) || person.roles.some((one) => APART.includes(one)));
      refuseIf(mixed, 'OfficesApart', { name: person.name }, [{ path: '/role' }]);
      refuseWrongPlace(role, person.place, directory);
      return [{ ...command, type: 'RoleGranted' }];
    }
    case 'RevokeRole':
      if (!person.roles.includes(command.role)) return [];
      if (command.role === 'security') refuseLast('security', person, directory);
      return [{ ...command, type: 'RoleRevoked' }];
  }
}

function unitOf(directory: Directory, code: string, path: string): Unit {
  const unit = directory.units.get(code);
  if (!unit || unit.closed) throw new Refusal('UnknownUnit', { code }, [{ path }]);
  return unit;
}

function personOf(directory: Directory, user: string): Person {
  const person = directory.people.get(user);
  if (!person || person.left) throw new Refusal('UnknownPerson', {}, [{ path: '/user' }]);
  return person;
}

function refuseUnknownUnits(directory: Directory, codes: readonly string[]): void {
  codes.forEach((code, index) => unitOf(directory, code, `/departments/${String(index)}`));
}

function refuseUnknownPlace(directory: Directory, place: Place): void {
  if ('unit' in place) unitOf(directory, place.unit, '/place');
  else refuseIf(!directory.sections.has(place.section), 'UnknownSection', {}, [{ path: '/place' }]);
}

function refuseTakenName(directory: Directory, user: string, username: string): void {
  refuseIf(directory.people.has(user), 'AlreadyExists', {}, [{ path: '/user' }]);
  const taken = [...directory.people.values()].some((person) => person.username === username);
  refuseIf(taken, 'NameTaken', { username }, [{ path: '/username' }]);
}

function refuseWrongPlace(role: Role, place: Place, directory: Directory): void {
  const wanted = PLACE_OF[role];
  if (!wanted) return;
  const unit = 'unit' in place ? directory.units.get(place.unit) : undefined;
  const fits =
    wanted === 'section'
      ? 'section' in place
      : unit && (wanted === 'unit' || unit.departmentCode === unit.code);
  refuseIf(!fits, 'RoleNeedsPlace', { role }, [{ path: '/role' }]);
}

/** Somebody must be left who can give roles. */
function refuseLast(role: Role, person: Person, directory: Directory): void {
  const others = [...directory.people.values()].some(
    (one) => one.user !== person.user && !one.left && one.roles.includes(role),
  );
  refuseIf(!others, 'LastAdministrator');
}

/** What each fact of the three parts means for the register. */
export function evolveDirectory(directory: Directory, { event }: Recorded<DirectoryEvent>): Directory {
  switch (event.type) {
    case 'UnitRegistered': {
      const { code, name, departmentCode } = event;
      return {
        ...directory,
        units: set(directory.units, code, { code, name, departmentCode, closed: false }),
      };
    }
    case 'UnitRenamed':
      return { ...directory, units: change(directory.units, event.code, { name: event.name }) };
    case 'UnitClosed':
      return { ...directory, units: change(directory.units, event.code, { closed: true }) };
    case 'SectionRegistered': {
      const { id, name, kind, departments } = event;
      return { ...directory, sections: set(directory.sections, id, { id, name, kind, departments }) };
    }
    case 'SectionAssigned':
      return {
        ...directory,
        sections: change(directory.sections, event.id, { departments: event.departments }),
      };
    case 'PersonRegistered':
    case 'PersonChanged':
    case 'PersonLeft':
    case 'RoleGranted':
    case 'RoleRevoked':
      return { ...directory, people: evolvePeople(directory.people, event) };
  }
}

type PersonEvent = Extract<
  DirectoryEvent,
  { type: 'PersonRegistered' | 'PersonChanged' | 'PersonLeft' | 'RoleGranted' | 'RoleRevoked' }
>;

function evolvePeople(people: Directory['people'], event: PersonEvent): Directory['people'] {
  const roles = people.get(event.user)?.roles ?? [];
  switch (event.type) {
    case 'PersonRegistered': {
      const { user, username, name, post, place, leads } = event;
      return set(people, user, { user, username, name, post, place, leads, roles: [], left: false });
    }
    case 'PersonChanged': {
      const { name, post, place, leads } = event;
      return change(people, event.user, { name, post, place, leads });
    }
    case 'PersonLeft':
      return change(people, event.user, { left: true, roles: [] });
    case 'RoleGranted':
      return change(people, event.user, { roles: [...roles, event.role] });
    case 'RoleRevoked':
      return change(people, event.user, { roles: roles.filter((role) => role !== event.role) });
  }
}

const set = <T>(map: ReadonlyMap<string, T>, key: string, value: T): ReadonlyMap<string, T> =>
  new Map(map).set(key, value);

function change<T>(map: ReadonlyMap<string, T>, key: string, part: Partial<T>): ReadonlyMap<string, T> {
  const old = map.get(key);
  return old ? set(map, key, { ...old, ...part }) : map;
}
