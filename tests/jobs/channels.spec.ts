import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { mailChannel, robotChannel, type Outgoing } from '#jobs';
import { freePort } from '#platform/embedded-postgres';

const NOW = Date.parse('2027-03-01T09:00:00+08:00');
const clock = { now: () => NOW };
const OUTGOING: Outgoing = {
  id: '3f2c0a7e-1b2c-5d3e-8f90-a1b2c3d4e5f6',
  address: 'zhou@example.gov.cn',
  name: '周宁',
  title: '今天截止：《渠道清淤》',
  lines: [
    {
      title: '今天截止：《渠道清淤》',
      body: '请于2027年3月31日前填报。',
      link: 'https://m.example/targets/1',
    },
  ],
};

describe('mail', () => {
  let server: SMTPServer;
  const mails: string[] = [];
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(
          address.startsWith('nobody')
            ? Object.assign(new Error('no such mailbox'), { responseCode: 550 })
            : null,
        ),
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          mails.push(text);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

  it('that is not taken is said in a sentence, with the server’s own words', async () => {
    const away = mailChannel({ url: `smtp://127.0.0.1:${await freePort()}`, from: 'mubiao@example.gov.cn' });
    await expect(away.send(OUTGOING)).rejects.toThrow(/^邮件没有送到服务器（connect ECONNREFUSED .*）$/);
    await away.close();
    const { port } = server.server.address() as AddressInfo;
    const mail = mailChannel({ url: `smtp://127.0.0.1:${port}`, from: 'mubiao@example.gov.cn' });
    const refused = mail.send({ ...OUTGOING, address: 'nobody@example.gov.cn' });
    await expect(refused).rejects.toThrow(/^邮件服务器拒收：550 no such mailbox$/);
    await mail.close();
  });

  it('goes out with the Message-ID that its id gives, the same each time', async () => {
    const { port } = server.server.address() as AddressInfo;
    const mail = mailChannel({ url: `smtp://127.0.0.1:${port}`, from: '系统 <mubiao@example.gov.cn>' });
    await mail.send(OUTGOING);
    await mail.send(OUTGOING);
    await mail.close();
    const ids = mails.map((text) => /^Message-ID: (.*)\r?$/im.exec(text)?.[1]);
    expect(ids).toEqual(Array(2).fill(`<${OUTGOING.id}@example.gov.cn>`));
    expect(mails[0]).toContain('To: zhou@example.gov.cn');
  });
});

describe('robots', () => {
  let server: Server;
  let base = '';
  let answer = '{"errcode":0}';
  const posts: { url: URL; body: Record<string, unknown> }[] = [];
  beforeAll(async () => {
    server = createServer((request, reply) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        posts.push({
          url: new URL(request.url ?? '/', base),
          body: JSON.parse(text) as Record<string, unknown>,
        });
        reply.end(answer);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    posts.length = 0;
    answer = '{"errcode":0}';
  });

  it('of 企业微信 get Markdown', async () => {
    await robotChannel({ kind: 'wecom', url: `${base}/cgi-bin/webhook/send?key=k` }, clock).send(OUTGOING);
    expect(posts[0]?.body).toMatchObject({ msgtype: 'markdown' });
    expect(JSON.stringify(posts[0]?.body)).toContain('[查看](https://m.example/targets/1)');
  });

  it('of 钉钉 are signed in the address', async () => {
    const place = { kind: 'dingtalk', url: `${base}/robot/send?access_token=t`, secret: 'SEC' } as const;
    await robotChannel(place, clock).send(OUTGOING);
    const { searchParams } = posts[0]!.url;
    const sign = createHmac('sha256', 'SEC').update(`${NOW}\nSEC`).digest('base64');
    expect(Object.fromEntries(searchParams)).toEqual({ access_token: 't', timestamp: String(NOW), sign });
  });

  it('of 飞书 are signed in the body', async () => {
    answer = '{"code":0}';
    await robotChannel({ kind: 'feishu', url: `${base}/hook/x`, secret: 'SEC' }, clock).send(OUTGOING);
    const seconds = String(NOW / 1000);
    const sign = createHmac('sha256', `${seconds}\nSEC`).digest('base64');
    expect(posts[0]?.body).toMatchObject({ msg_type: 'interactive', timestamp: seconds, sign });
  });

  it('that are away are said to be, and why', async () => {
    const url = `http://127.0.0.1:${await freePort()}/?key=k`;
    const sending = robotChannel({ kind: 'wecom', url }, clock).send(OUTGOING);
    await expect(sending).rejects.toThrow(/^企业微信群机器人没有答复（ECONNREFUSED）$/);
  });

  it('that refuse with 200 are believed, and their address is not told', async () => {
    answer = '{"errcode":310000,"errmsg":"sign not match"}';
    const sending = robotChannel({ kind: 'dingtalk', url: `${base}/?access_token=t` }, clock).send(OUTGOING);
    await expect(sending).rejects.toThrow('钉钉群机器人拒收：310000 sign not match');
  });
});
