import { Text } from './fields.ts';

export class SignInBody {
  @Text('用户名', { max: 100 })
  username!: string;
  @Text('密码', { max: 200 })
  password!: string;
}
