import { readConfiguration } from './index.ts';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  const read = readConfiguration(env);
  return read.ok ? [] : read.problems;
};

describe('where reminders go out', () => {
  it('reads mail and robots', () => {
    const read = readConfiguration({
      SMTP_URL: 'smtps://sender:secret@mail.example.gov.cn',
      MUBIAO_MAIL_FROM: '绩效目标系统 <mubiao@example.gov.cn>',
      DINGTALK_ROBOT_URL: 'https://oapi.dingtalk.com/robot/send?access_token=k',
      DINGTALK_ROBOT_SECRET: 'SEC1',
    });
    expect(read).toMatchObject({
      ok: true,
      configuration: {
        notices: {
          mail: {
            url: 'smtps://sender:secret@mail.example.gov.cn',
            from: '绩效目标系统 <mubiao@example.gov.cn>',
          },
          robots: [{ kind: 'dingtalk', secret: 'SEC1' }],
        },
      },
    });
    expect(readConfiguration({})).toMatchObject({ configuration: { notices: { robots: [] } } });
  });

  it('says one sentence for each thing wrong, without quoting an address that holds a key', () => {
    expect(
      problemsOf({
        SMTP_URL: 'mail.example.gov.cn',
        MUBIAO_MAIL_FROM: '系统',
        WECOM_ROBOT_URL: 'key=secret',
        FEISHU_ROBOT_SECRET: 's',
      }),
    ).toEqual([
      '环境变量 SMTP_URL 的值不对：应为以 smtp:// 或 smtps:// 开头的连接地址。',
      '环境变量 MUBIAO_MAIL_FROM 的值“系统”不对：应为发件人地址，如 绩效目标系统 <mubiao@example.gov.cn>。',
      '环境变量 WECOM_ROBOT_URL 的值不对：应为以 https:// 或 http:// 开头的连接地址。',
      '环境变量 FEISHU_ROBOT_URL 没有设置：已设置 FEISHU_ROBOT_SECRET，还需要机器人的地址。',
    ]);
  });

  it('asks for the sender beside the server', () => {
    expect(problemsOf({ SMTP_URL: 'smtp://127.0.0.1:25' })).toEqual([
      '环境变量 MUBIAO_MAIL_FROM 没有设置：已设置 SMTP_URL，发邮件还需要发件人地址。',
    ]);
  });
});
