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
  }
}

/** A route that needs no session. Every other one does. */
export const OpenToAll = (): MethodDecorator => RouteConfig({ openToAll: true });

/** Asks for a session before a body is read. @throws HttpProblem 401 */
export function requireSession(server: FastifyInstance, access: Access, application: Application): void {
  server.decorateRequest('user', '');
  server.addHook('onRequest', async (request: FastifyRequest) => {
    if (request.is404 || request.routeOptions.config.openToAll) return;
    const token = tokenIn(request);
    const user = token === null ? null : await access.sessions.userOf(token);
    const person = user === null ? undefined : application.directory().people.get(user);
    if (!person || person.left) throw new HttpProblem('NotSignedIn');
    request.user = person.user;
  });
}
