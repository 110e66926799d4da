import createClient from 'openapi-fetch';
import { type ChangeReply } from '#contracts';
import { Refused, Unreachable } from './problem.ts';
import type { paths } from './schema.d.ts';

/** Asks the person to sign in again over the page as it stands; resolves when they did. */
type SignInAgain = () => Promise<void>;
let signInAgain: SignInAgain | null = null;

/** Set while somebody is signed in: an expired session then asks for the password and the request goes on. */
export function onSessionLost(ask: SignInAgain | null): void {
  signInAgain = ask;
}

/**
 * Every change carries a key of its own, so that one sent twice (after signing in again, or by a retry) acts once.
 * `crypto.randomUUID` is missing on plain http, which offices use.
 */
function keyOf(request: Request): string {
  return (
    request.headers.get('Idempotency-Key') ??
    [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')
  );
}

/** Here 401 speaks of the password that was sent, not of the session. */
const PASSWORD_ROUTES = ['/api/session', '/api/me/password'];

/** A new password ends the session of every tab a moment before the cookie of the next one comes. */
const RENEWED_WITHIN_MS = 500;

async function send(request: Request): Promise<Response> {
  const isChange = request.method !== 'GET';
  if (isChange) request.headers.set('Idempotency-Key', keyOf(request));
  const again = request.clone();
  const reply = await reach(request);
  const isOfPassword = PASSWORD_ROUTES.some((route) => request.url.endsWith(route));
  if (reply.status !== 401 || signInAgain === null || isOfPassword) return reply;
  await new Promise((resolve) => setTimeout(resolve, RENEWED_WITHIN_MS));
  const renewed = await reach(again.clone());
  if (renewed.status !== 401) return renewed;
  await signInAgain();
  return reach(again);
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    throw new Unreachable('no answer', { cause: error });
  }
}

/** Typed by the committed description of the interface. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });

export interface Call {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/**
 * The reply of a call. Its shape is the one `#contracts` gives; the description says the same with less detail.
 * @throws Refused for a problem, Unreachable where none of our programs answered
 */
export async function answer<T>(call: Promise<Call>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  if (isProblem(error)) throw new Refused(error);
  throw new Unreachable(`answered ${String(response.status)} without a problem`);
}

const isProblem = (error: unknown): error is Refused['problem'] =>
  typeof error === 'object' && error !== null && 'detail' in error && 'status' in error;

let latest: string | undefined;

/** Remembers where the last change of ours stands in the feed, so that lists asked for afterwards show it. */
export async function change<T extends { position: string | null } = ChangeReply>(
  call: Promise<Call>,
): Promise<T> {
  const reply = await answer<T>(call);
  latest = reply.position ?? latest;
  return reply;
}

/** For queries of lists: at least as new as one's own last change. */
export const afterOwnChange = (): { after?: string } => (latest === undefined ? {} : { after: latest });

const OCTETS = { headers: { 'content-type': 'application/octet-stream' } };
/** The file goes as it is. The description of the interface names its body by the media type only. */
export const asItIs = (file: Blob) => ({ ...OCTETS, body: file as never, bodySerializer: () => file });
