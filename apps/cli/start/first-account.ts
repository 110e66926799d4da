import { openAccess } from '#platform/access';
import { say } from '../output.ts';

/** A new production system has nobody who may sign in: say how the first one is made. */
export async function sayHowToBegin(databaseUrl: string): Promise<void> {
  const access = await openAccess(databaseUrl);
  try {
    if (await access.isEmpty())
      say(
        '还没有可以登录的账户。请在本机运行 npx mubiao admin create 用户名 姓名，再加 --security 建立安全管理员。',
      );
  } finally {
    await access.close();
  }
}
