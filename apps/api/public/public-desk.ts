import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { SETTINGS, type ApiSettings } from '../settings.ts';
import { RequestRate } from './request-rate.ts';

/** A page of a county's figures takes a handful; a crawler may take its time. */
const A_MINUTE = 300;
const KEPT_FOR_SECONDS = 60;

/** Where strangers are answered: not too often, and so that browsers and proxies need not ask again. */
@Injectable()
export class PublicDesk {
  private readonly rate: RequestRate;

  constructor(@Inject(SETTINGS) settings: ApiSettings) {
    this.rate = new RequestRate(A_MINUTE, settings.now);
  }

  /** @throws HttpProblem 429 */
  admit({ request }: Door): void {
    const wait = this.rate.secondsToWait(request.ip);
    if (wait > 0) throw new HttpProblem('TooManyAttempts', [], { headers: { 'retry-after': String(wait) } });
  }

  /** Sends the answer; 304 to whoever has it already. */
  async answer({ request, reply }: Door, answer: object): Promise<void> {
    const text = JSON.stringify(answer);
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    reply.header('cache-control', `public, max-age=${String(KEPT_FOR_SECONDS)}`).header('etag', etag);
    if (request.headers['if-none-match'] === etag) await reply.status(304).send();
    else await reply.type('application/json; charset=utf-8').send(text);
  }
}
