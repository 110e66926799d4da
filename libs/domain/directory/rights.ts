import {
  type NamedPerson,
  type ReviewerGroup,
  type Target,
  type TargetCommandType,
} from '../target/index.ts';
import { type Directory, type DirectoryCommand, type Person, type Role } from './directory.ts';

const REVIEWERS: readonly Role[] = ['department', 'section', 'performance'];
const BUREAU: readonly Role[] = ['performance', 'leader'];

/** Which roles may send which command; where they may is `inScope`, when is the lifecycle's and the decider's. */
export const RIGHTS: Readonly<Record<TargetCommandType, readonly Role[]>> = {
  DraftTarget: ['clerk'],
  ClassifyTarget: ['clerk'],
  ReviseForm: ['clerk'],
  PresentTarget: ['clerk'],
  HandBackTarget: ['head'],
  SubmitTarget: ['head'],
  WithdrawTarget: ['head'],
  AbandonTarget: ['clerk', 'head'],
  GiveOpinion: REVIEWERS,
  ProposeWording: REVIEWERS,
  AcceptWording: ['clerk'],
  DeclineWording: ['clerk'],
  TransferReview: REVIEWERS,
  AddSigner: REVIEWERS,
  DelegateReview: REVIEWERS,
  CopyTarget: ['clerk', 'head', ...REVIEWERS, 'leader'],
  UrgeReview: ['clerk', 'head', ...REVIEWERS, 'leader'],
  ReopenTarget: BUREAU,
  RefuseFunding: BUREAU,
  GrantTarget: ['department', ...BUREAU],
  DiscloseTarget: ['head'],
  WithholdDisclosure: ['head'],
  SubmitSelfEvaluation: ['clerk'],
  ConfirmEvaluation: ['section', 'performance'],
  ReturnSelfEvaluation: ['section', 'performance'],
};

/** 三员分立: one keeps units and people, the other gives roles. */
export const DIRECTORY_RIGHTS: Readonly<Record<DirectoryCommand['type'], Role>> = {
  RegisterUnit: 'admin',
  RenameUnit: 'admin',
  CloseUnit: 'admin',
  RegisterSection: 'admin',
  AssignSection: 'admin',
  RegisterPerson: 'admin',
  ChangePerson: 'admin',
  DismissPerson: 'admin',
  GrantRole: 'security',
  RevokeRole: 'security',
};

/** The part of a target that says whose business it is. */
export interface Whereabouts {
  unitCode: string;
  departmentCode: string;
}

/** Whether a role, held by this person, reaches a unit: own unit, own department's units, served departments, or all. */
export function inScope(role: Role, person: Person, where: Whereabouts, directory: Directory): boolean {
  const { place } = person;
  switch (role) {
    case 'clerk':
    case 'head':
      return 'unit' in place && place.unit === where.unitCode;
    case 'department':
      return 'unit' in place && place.unit === where.departmentCode;
    case 'section':
      return (
        'section' in place &&
        (directory.sections.get(place.section)?.departments ?? []).includes(where.departmentCode)
      );
    case 'performance':
    case 'leader':
    case 'auditor':
      return true;
    case 'admin':
    case 'security':
      return false;
  }
}

/** Whether the person may read forms of this unit. */
export const sees = (person: Person, where: Whereabouts, directory: Directory): boolean =>
  !person.left && person.roles.some((role) => inScope(role, person, where, directory));

/** Who was asked in by name (转办, 加签, 委托, 抄送) sees that one target, whatever their office. */
export function isNamed(user: string, { progress, delegations, copied }: Target): boolean {
  const { added, took } = progress;
  return (
    [...added, ...took, ...delegations.map(({ to }) => to)].some((one) => one.user === user) ||
    copied.includes(user)
  );
}

/** Whether the person's office allows the command on a target of that unit. `named` lets reviewers act outside their scope. */
export function mayCommand(
  person: Person,
  command: TargetCommandType,
  { where, named, departmentsGrant }: { where: Whereabouts; named: boolean; departmentsGrant: boolean },
  directory: Directory,
): boolean {
  if (person.left) return false;
  return RIGHTS[command].some((role) => {
    if (!person.roles.includes(role)) return false;
    if (named && REVIEWERS.includes(role) && RIGHTS[command] === REVIEWERS) return true;
    if (command === 'GrantTarget' && role === 'department')
      return (
        departmentsGrant && where.unitCode !== where.departmentCode && inScope(role, person, where, directory)
      );
    return inScope(role, person, where, directory);
  });
}

const named = ({ user, name }: Person): NamedPerson => ({ user, name });

/** Who is eligible at a stage for a target of this unit, in the directory's order. */
export function reviewersOf(group: ReviewerGroup, where: Whereabouts, directory: Directory): NamedPerson[] {
  return [...directory.people.values()]
    .filter(
      (person) => !person.left && person.roles.includes(group) && inScope(group, person, where, directory),
    )
    .map(named);
}

/**
 * Who leads the office of a stage and names a reviewer where nobody is eligible; the bureau's leaders where it has no head.
 * A head without any role sees no forms, and could name nobody.
 */
export function headsOf(group: ReviewerGroup, where: Whereabouts, directory: Directory): string[] {
  const people = [...directory.people.values()].filter((person) => !person.left);
  const heads = people.filter(
    (person) => person.leads && person.roles.length > 0 && leadsFor(person, group, where, directory),
  );
  const chosen = heads.length > 0 ? heads : people.filter((person) => person.roles.includes('leader'));
  return chosen.map(({ user }) => user);
}

function leadsFor(
  { place }: Person,
  group: ReviewerGroup,
  where: Whereabouts,
  directory: Directory,
): boolean {
  if (group === 'department') return 'unit' in place && place.unit === where.departmentCode;
  const section = 'section' in place ? directory.sections.get(place.section) : undefined;
  if (!section) return false;
  return group === 'performance'
    ? section.kind === 'performance'
    : section.departments.includes(where.departmentCode);
}

/**
 * Who has to find people for a unit that has nobody to act: the reviewers of its department (主管部门); where it has none,
 * whoever runs the campaigns (绩效股).
 */
export function staffersOf(where: Whereabouts, directory: Directory): string[] {
  const department = reviewersOf('department', where, directory);
  const asked = department.length > 0 ? department : reviewersOf('performance', where, directory);
  return asked.map(({ user }) => user);
}

/** Users with any reviewing role. */
export const allReviewers = (directory: Directory): string[] =>
  [...directory.people.values()]
    .filter((person) => !person.left && person.roles.some((role) => REVIEWERS.includes(role)))
    .map(({ user }) => user);
