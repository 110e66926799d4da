import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { hashOf, INSTALLATION, type Application } from '#application';
import { Refusal } from '#domain';
import type { DirectoryCommand, Role } from '#domain/directory';
import { REFUSALS } from '#contracts';
import { openAccess } from '#platform/access';
import { CommandFailed } from '../command-failed.ts';
import { configurationOrFail } from '../configuration.ts';
import { printLine, say } from '../output.ts';
import { withInstallation } from '../with-installation.ts';

const BUREAU = 'bureau';
const POSTS: Readonly<Record<'admin' | 'security', string>> = { admin: '系统管理员', security: '安全管理员' };

/** The first accounts of a new installation, by a link that works once. */
export function registerAdmin(program: Command): void {
  program
    .command('admin')
    .description('管理账户')
    .command('create')
    .description('建立系统管理员或安全管理员账户，显示设置密码的一次性链接（24 小时内有效）')
    .argument('<username>', '用户名')
    .argument('<name>', '姓名')
    .option('--security', '建立安全管理员（授予岗位、查看登录记录）；不加则建立系统管理员（登记单位和人员）')
    .action(async (username: string, name: string, { security }: { security?: true }) => {
      const configuration = configurationOrFail(process.env);
      const role = security ? 'security' : 'admin';
      const token = await withInstallation(configuration, async ({ application }, databaseUrl) => {
        const user = await registered(application, { username, name, role });
        const access = await openAccess(databaseUrl);
        try {
          return await access.links.create(user);
        } finally {
          await access.close();
        }
      });
      say(
        `已建立${POSTS[role]}“${name}”（${username}）。请本人用下面的令牌设置密码，24 小时内有效，只能用一次：`,
      );
      await printLine({ username, role, url: `${configuration.origin}/first-password`, token });
    });
}

interface NewAccount {
  username: string;
  name: string;
  role: 'admin' | 'security';
}

/** Registers the person with the office; one who has it already only gets a new link. */
async function registered(application: Application, { username, name, role }: NewAccount): Promise<string> {
  const { people, sections } = application.directory();
  const known = [...people.values()].find((person) => person.username === username && !person.left);
  if (known?.roles.includes(role)) return known.user;
  const user = known?.user ?? randomUUID();
  const commands: DirectoryCommand[] = [];
  if (!known && !sections.has(BUREAU))
    commands.push({ type: 'RegisterSection', id: BUREAU, name: '财政局', kind: 'business', departments: [] });
  const place = { section: BUREAU };
  if (!known)
    commands.push({ type: 'RegisterPerson', user, username, name, post: POSTS[role], place, leads: false });
  commands.push({ type: 'GrantRole', user, role: role satisfies Role });
  for (const command of commands) await send(application, command);
  return user;
}

async function send(application: Application, command: DirectoryCommand): Promise<void> {
  const id = randomUUID();
  const request = { user: INSTALLATION, commandId: id, commandHash: hashOf(command), correlationId: id };
  try {
    await application.sendToDirectory(command, request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new CommandFailed(`${REFUSALS[error.code](error.facts)}。`, { cause: error });
  }
}
