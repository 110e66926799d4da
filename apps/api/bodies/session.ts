import { Checked, Text } from './fields.ts';

const SHORTEST = 10;

/** Length is what makes a password good; nobody is asked for special characters. */
const PASSWORD = {
  name: 'isPassword',
  isRight: (value: unknown): boolean =>
    typeof value === 'string' && value.length >= SHORTEST && value.length <= 200,
  schema: { type: 'string', minLength: SHORTEST, maxLength: 200 },
} as const;

/** Either name and password, or in the demo the name of one of its accounts; the controller sees that it is one of them. */
export class SignInBody {
  @Text('用户名', { optional: true, max: 100 })
  username?: string;
  @Text('密码', { optional: true, max: 200 })
  password?: string;
  @Text('演示账户的用户名，只在演示系统中可用', { optional: true, max: 100 })
  demo?: string;
}

export class LinkBody {
  @Text('一次性链接中的令牌', { max: 100 })
  token!: string;
  @Checked('新密码，至少 10 个字', PASSWORD)
  password!: string;
}

export class NewPasswordBody {
  @Text('现在的密码', { max: 200 })
  current!: string;
  @Checked('新密码，至少 10 个字', PASSWORD)
  password!: string;
}
