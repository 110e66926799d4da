import { type FastifyReply, type FastifyRequest } from 'fastify';

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
