import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Application } from '#application';
import { type Access } from '#platform/access';
import { HttpProblem } from '../edge/http-problem.ts';
import { tokenIn } from './cookie.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The signed-in person's user id; empty on routes that are open to all. */
    user: string;
  }
  interface FastifyContextConfig {
    openToAll?: boolean;
    withoutUse?: boolean;
  }
}

/** A route that needs no session. Every other one does. */
export const OpenToAll = (): MethodDecorator => RouteConfig({ openToAll: true });

/** A route that a page calls by itself: it needs a session and does not keep it open. */
export const WithoutUse = (): MethodDecorator => RouteConfig({ withoutUse: true });

/** Asks for a session before a body is read. @throws HttpProblem 401 */
export function requireSession(server: FastifyInstance, access: Access, application: Application): void {
  server.decorateRequest('user', '');
  server.addHook('onRequest', async (request: FastifyRequest) => {
    const { openToAll, withoutUse } = request.routeOptions.config;
    if (request.is404 || openToAll) return;
    const { sessions } = access;
    const token = tokenIn(request);
    const user = token === null ? null : await (withoutUse ? sessions.look(token) : sessions.userOf(token));
    const person = user === null ? undefined : application.directory().people.get(user);
    if (!person || person.left) throw new HttpProblem('NotSignedIn');
    request.user = person.user;
  });
}
