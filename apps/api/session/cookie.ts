import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Pending } from './identity-provider.ts';

const NAME = 'mubiao_session';
/** 256 bits in base64url. */
const TOKEN = /^[\w-]{43}$/;

export function tokenIn({ cookies }: FastifyRequest): string | null {
  const token = cookies[NAME];
  return token !== undefined && TOKEN.test(token) ? token : null;
}

/** Ends with the browser; how long the session itself lives is the server's business. */
export function setToken(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(NAME, token, { httpOnly: true, sameSite: 'strict', path: '/', secure });
}

export function clearToken(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(NAME, { httpOnly: true, sameSite: 'strict', path: '/', secure });
}

const PENDING = 'mubiao_sign_on';
const PENDING_SECONDS = 600;
const PART = /^[\w.~-]{20,200}$/;

/** `Lax`, unlike the session's: the browser comes back from another site, and `Strict` would leave it at home. */
const pendingOptions = (secure: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/api/session/oidc', secure }) as const;

export function setPending(reply: FastifyReply, { state, nonce, verifier }: Pending, secure: boolean): void {
  const value = [state, nonce, verifier].join(':');
  reply.setCookie(PENDING, value, { ...pendingOptions(secure), maxAge: PENDING_SECONDS });
}

export function pendingIn({ cookies }: FastifyRequest): Pending | null {
  const [state, nonce, verifier, ...rest] = (cookies[PENDING] ?? '').split(':');
  if (state === undefined || nonce === undefined || verifier === undefined || rest.length > 0) return null;
  return [state, nonce, verifier].every((part) => PART.test(part)) ? { state, nonce, verifier } : null;
}

export function clearPending(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(PENDING, pendingOptions(secure));
}
