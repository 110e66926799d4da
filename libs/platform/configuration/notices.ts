import { refused, textIn, urlIn, type Environment, type Reading } from './variables.ts';

/** How reminders leave the house, besides the inbox. */
export interface NoticeConfiguration {
  mail?: { url: string; from: string };
  robots: readonly { kind: 'wecom' | 'dingtalk' | 'feishu'; url: string; secret?: string }[];
}

/** A group robot's address holds its key, so it is never quoted; 企业微信 has no signature. */
const ROBOTS = [
  { kind: 'wecom', url: 'WECOM_ROBOT_URL', secret: null },
  { kind: 'dingtalk', url: 'DINGTALK_ROBOT_URL', secret: 'DINGTALK_ROBOT_SECRET' },
  { kind: 'feishu', url: 'FEISHU_ROBOT_URL', secret: 'FEISHU_ROBOT_SECRET' },
] as const;

/** Mail needs a server and a sender, both or neither; a robot its address, and the secret where its platform signs. */
export function noticesIn(env: Environment): { value: NoticeConfiguration; problems: string[] } {
  const problems: string[] = [];
  const read = <T>({ value, problem }: Reading<T>): T => {
    if (problem !== undefined) problems.push(problem);
    return value;
  };
  const url = read(urlIn(env, 'SMTP_URL', ['smtp', 'smtps']));
  const from = read(senderIn(env));
  if (url !== undefined && textIn(env, 'MUBIAO_MAIL_FROM').value === undefined)
    problems.push('环境变量 MUBIAO_MAIL_FROM 没有设置：已设置 SMTP_URL，发邮件还需要发件人地址。');
  const robots = ROBOTS.flatMap(({ kind, url: name, secret: secretName }) => {
    const address = read(urlIn(env, name, ['https', 'http']));
    const secret = secretName === null ? undefined : read(textIn(env, secretName));
    if (address === undefined && secret !== undefined && secretName !== null)
      problems.push(`环境变量 ${name} 没有设置：已设置 ${secretName}，还需要机器人的地址。`);
    return address === undefined ? [] : [{ kind, url: address, ...(secret !== undefined && { secret }) }];
  });
  const mail = url !== undefined && from !== undefined ? { mail: { url, from } } : {};
  return { value: { ...mail, robots }, problems };
}

function senderIn(env: Environment): Reading<string | undefined> {
  const { value, problem } = textIn(env, 'MUBIAO_MAIL_FROM');
  if (problem !== undefined) return { value, problem };
  if (value === undefined || /^(?:[^<>@]+<[^<>@\s]+@[\w.-]+>|[^<>@\s]+@[\w.-]+)$/.test(value))
    return { value };
  const should = '应为发件人地址，如 绩效目标系统 <mubiao@example.gov.cn>';
  return refused('MUBIAO_MAIL_FROM', value, should, undefined);
}
