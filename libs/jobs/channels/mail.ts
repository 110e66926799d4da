import { isNativeError } from 'node:util/types';
import { createTransport } from 'nodemailer';
import { ANSWER_WITHIN_MS, type Channel, type Outgoing } from './channel.ts';

export interface MailPlace {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  url: string;
  /** As readers see the sender. */
  from: string;
}

/** E-mail by SMTP, plain text and HTML, with a Message-ID that stays the same. */
export function mailChannel({ url, from }: MailPlace): Channel {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: ANSWER_WITHIN_MS,
    greetingTimeout: ANSWER_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
  });
  return {
    name: 'mail',
    send: async (outgoing) => {
      const mail = {
        from,
        to: outgoing.address,
        subject: outgoing.title,
        text: textOf(outgoing),
        html: htmlOf(outgoing),
        messageId: `<${outgoing.id}@${domainOf(from)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      };
      await transport.sendMail(mail).catch(notTaken);
    },
    close: () => {
      transport.close();
      return Promise.resolve();
    },
  };
}

/** @throws Error with what the server said, or why there was none to say it */
function notTaken(error: unknown): never {
  if (!isNativeError(error)) throw error;
  const isSaid = 'response' in error && typeof error.response === 'string';
  const why = isSaid ? `邮件服务器拒收：${String(error.response)}` : `邮件没有送到服务器（${error.message}）`;
  throw new Error(why, { cause: error });
}

const domainOf = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? 'mubiao.invalid';

const textOf = ({ lines }: Outgoing): string =>
  lines.map(({ title, body, link }) => `${title}\n${body}\n${link}`).join('\n\n');

const htmlOf = ({ lines }: Outgoing): string =>
  lines
    .map(
      ({ title, body, link }) =>
        `<p><b>${escaped(title)}</b><br>${escaped(body)}<br><a href="${escaped(link)}">查看</a></p>`,
    )
    .join('\n');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
