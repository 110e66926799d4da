import { ROLES, type Place, type Role, type Section } from '#domain/directory';
import { Checked, Code, Flag, OneOf, Text, Texts } from './fields.ts';

const isPlace = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.entries(value);
  const [key, code] = entries[0] ?? [];
  return entries.length === 1 && (key === 'unit' || key === 'section') && isCode(code);
};
const isCode = (value: unknown): boolean => typeof value === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(value);

const PLACE = {
  name: 'isPlace',
  isRight: isPlace,
  schema: {
    oneOf: ['unit', 'section'].map((key) => ({
      type: 'object',
      properties: { [key]: { type: 'string' } },
      required: [key],
      additionalProperties: false,
    })),
  },
};

export class UnitBody {
  @Code('单位编码')
  code!: string;
  @Text('单位名称', { max: 200 })
  name!: string;
  @Code('主管部门编码；部门本级填自己的编码')
  departmentCode!: string;
}

export class NameBody {
  @Text('名称', { max: 200 })
  name!: string;
}

export class SectionBody {
  @Code('股室编号')
  id!: string;
  @Text('股室名称', { max: 200 })
  name!: string;
  @OneOf('业务股室或绩效股', ['business', 'performance'])
  kind!: Section['kind'];
  @Texts('分管的主管部门编码')
  departments!: string[];
}

export class AssignmentBody {
  @Texts('分管的主管部门编码')
  departments!: string[];
}

export class PersonDetailsBody {
  @Text('姓名', { max: 100 })
  name!: string;
  @Text('职务', { max: 100 })
  post!: string;
  @Checked('所在单位或股室', PLACE)
  place!: Place;
  @Flag('是否负责人')
  leads!: boolean;
}

export class PersonBody extends PersonDetailsBody {
  @Code('人员编号')
  user!: string;
  @Code('登录用户名')
  username!: string;
}

export class RoleBody {
  @OneOf('岗位', ROLES)
  role!: Role;
}
