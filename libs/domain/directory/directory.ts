/** 单位经办, 单位审核岗, 主管部门, 业务股室, 绩效股, 财政局领导, 审计, 系统管理员, 安全管理员. */
export const ROLES = [
  'clerk',
  'head',
  'department',
  'section',
  'performance',
  'leader',
  'auditor',
  'admin',
  'security',
] as const;
export type Role = (typeof ROLES)[number];

/** Where a person sits: in a budget unit, or in a section of the finance bureau. */
export type Place = { unit: string } | { section: string };

export interface Unit {
  code: string;
  name: string;
  /** Its 主管部门; a department that spends itself (部门本级) is its own. */
  departmentCode: string;
  closed: boolean;
}
export interface Section {
  id: string;
  name: string;
  kind: 'business' | 'performance';
  /** Departments that a business section serves. */
  departments: readonly string[];
}
export interface Person {
  user: string;
  username: string;
  name: string;
  post: string;
  place: Place;
  /** Leads the office: names a reviewer where nobody is eligible, gets escalations. */
  leads: boolean;
  roles: readonly Role[];
  left: boolean;
}

/** Who there is and what they may; folded from the `directory-…` streams, so that "who could do this then" replays. */
export interface Directory {
  units: ReadonlyMap<string, Unit>;
  sections: ReadonlyMap<string, Section>;
  people: ReadonlyMap<string, Person>;
}

export type PersonDetails = Pick<Person, 'name' | 'post' | 'place' | 'leads'>;

export type DirectoryCommand =
  | { type: 'RegisterUnit'; code: string; name: string; departmentCode: string }
  | { type: 'RenameUnit'; code: string; name: string }
  | { type: 'CloseUnit'; code: string; reason: string }
  | {
      type: 'RegisterSection';
      id: string;
      name: string;
      kind: Section['kind'];
      departments: readonly string[];
    }
  | { type: 'AssignSection'; id: string; departments: readonly string[] }
  | ({ type: 'RegisterPerson'; user: string; username: string } & PersonDetails)
  | ({ type: 'ChangePerson'; user: string } & PersonDetails)
  | { type: 'DismissPerson'; user: string; reason: string }
  | { type: 'GrantRole'; user: string; role: Role }
  | { type: 'RevokeRole'; user: string; role: Role };

export type DirectoryEvent =
  | { type: 'UnitRegistered'; code: string; name: string; departmentCode: string }
  | { type: 'UnitRenamed'; code: string; name: string }
  | { type: 'UnitClosed'; code: string; reason: string }
  | {
      type: 'SectionRegistered';
      id: string;
      name: string;
      kind: Section['kind'];
      departments: readonly string[];
    }
  | { type: 'SectionAssigned'; id: string; departments: readonly string[] }
  | ({ type: 'PersonRegistered'; user: string; username: string } & PersonDetails)
  | ({ type: 'PersonChanged'; user: string } & PersonDetails)
  | { type: 'PersonLeft'; user: string; reason: string }
  | { type: 'RoleGranted'; user: string; role: Role }
  | { type: 'RoleRevoked'; user: string; role: Role };

export type DirectoryPart = 'units' | 'sections' | 'people';

/** The stream that a command writes to is `directory-<part>`. */
export const PART_OF: Readonly<Record<DirectoryCommand['type'], DirectoryPart>> = {
  RegisterUnit: 'units',
  RenameUnit: 'units',
  CloseUnit: 'units',
  RegisterSection: 'sections',
  AssignSection: 'sections',
  RegisterPerson: 'people',
  ChangePerson: 'people',
  DismissPerson: 'people',
  GrantRole: 'people',
  RevokeRole: 'people',
};

export const EMPTY_DIRECTORY: Directory = { units: new Map(), sections: new Map(), people: new Map() };
