import { createHmac } from 'node:crypto';
import { isNativeError } from 'node:util/types';
import type { Clock } from '#application';
import { CHANNEL_TERMS, type Robot } from '#contracts';
import { ANSWER_WITHIN_MS, type Channel, type Outgoing } from './channel.ts';

export interface RobotPlace {
  kind: Robot;
  /** The webhook's address, with its key. */
  url: string;
  /** 加签 of 钉钉, 签名校验 of 飞书; 企业微信 has none. */
  secret?: string;
}

/** What is posted where, as the platform's documentation for group robots has it. */
interface Post {
  url: string;
  body: object;
}

/** A group robot of 企业微信, 钉钉 or 飞书. The three answer 200 even when they refuse, and say so in the body. */
export function robotChannel(place: RobotPlace, clock: Clock): Channel {
  return {
    name: place.kind,
    send: async (outgoing) => {
      const { url, body } = postOf(place, textOf(outgoing), outgoing.title, clock.now());
      await post(url, body, CHANNEL_TERMS[place.kind]);
    },
    close: () => Promise.resolve(),
  };
}

function postOf(place: RobotPlace, text: string, title: string, now: number): Post {
  switch (place.kind) {
    case 'wecom':
      return { url: place.url, body: { msgtype: 'markdown', markdown: { content: text } } };
    case 'dingtalk':
      return {
        url: dingtalkUrl(place, now),
        body: { msgtype: 'markdown', markdown: { title, text }, at: { isAtAll: false } },
      };
    case 'feishu':
      return { url: place.url, body: { ...feishuSignature(place, now), ...feishuCard(text, title) } };
  }
}

/** 钉钉自定义机器人“加签”: HMAC-SHA256 of `timestamp\nsecret` under the secret, base64, then URL-encoded, in the address. */
function dingtalkUrl({ url, secret }: RobotPlace, now: number): string {
  if (secret === undefined) return url;
  const signed = new URL(url);
  signed.searchParams.set('timestamp', String(now));
  const sign = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64');
  signed.searchParams.set('sign', sign);
  return signed.href;
}

/** 飞书自定义机器人“签名校验”: HMAC-SHA256 of nothing under `timestamp\nsecret`, base64; seconds, in the body. */
function feishuSignature({ secret }: RobotPlace, now: number): object {
  if (secret === undefined) return {};
  const timestamp = String(Math.floor(now / 1000));
  const sign = createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
  return { timestamp, sign };
}

const feishuCard = (text: string, title: string): object => ({
  msg_type: 'interactive',
  card: {
    header: { title: { tag: 'plain_text', content: title } },
    elements: [{ tag: 'markdown', content: text }],
  },
});

/** 企业微信 takes 4,096 bytes of Markdown; a character of Chinese is three. */
const LONGEST = 1_200;

function textOf({ name, lines }: Outgoing): string {
  const parts = lines.map(({ title, body, link }) => `**${title}**\n${body}\n[查看](${link})`);
  const text = [`${name}：`, ...parts].join('\n\n');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}……`;
}

/** @throws Error with what the platform said, without the address: it holds the robot's key */
async function post(url: string, body: object, term: string): Promise<void> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    redirect: 'error',
  }).catch((error: unknown) => {
    throw new Error(`${term}没有答复（${codeOf(error)}）`);
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${term}答复 ${reply.status}`);
  const { errcode, code, errmsg, msg } = answerIn(text);
  const refused = errcode ?? code ?? 0;
  if (refused !== 0) throw new Error(`${term}拒收：${refused} ${(errmsg ?? msg ?? '').slice(0, 200)}`);
}

/** What the system calls a failure of the network, as operators look it up; where it says nothing, the error's name. */
function codeOf(error: unknown): string {
  if (!isNativeError(error)) return '网络错误';
  const { code } = (error.cause ?? error) as { code?: unknown };
  return typeof code === 'string' ? code : error.name;
}

interface Answer {
  errcode?: number;
  errmsg?: string;
  code?: number;
  msg?: string;
}

function answerIn(text: string): Answer {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
}
