import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { HttpProblem } from '../edge/http-problem.ts';

/** The request that came in and the reply that goes out; who asks stands in `request.user`. */
export interface Door {
  request: FastifyRequest;
  reply: FastifyReply;
}

export const AtDoor = createParamDecorator((_: unknown, context: ExecutionContext): Door => {
  const http = context.switchToHttp();
  return { request: http.getRequest<FastifyRequest>(), reply: http.getResponse<FastifyReply>() };
});

/** A parameter of the path that is the id of a target. What cannot be one is not there. @throws HttpProblem 404 */
export const TargetId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { id } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id?: string } }>>().params;
  if (id === undefined || !UUID.test(id)) throw new HttpProblem('NotFound');
  return id;
});

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
