import { HttpException } from '@nestjs/common';
import pg from 'pg';
import { AccessDenied, KeyReused, NotFound, RevisionConflict } from '#application';
import {
  fieldsOfRefusal,
  problem,
  REFUSALS,
  statusOfRefusal,
  typeOf,
  type Problem,
  type ProblemCode,
} from '#contracts';
import { COMMAND_TERMS, Refusal } from '#domain';
import { CheckpointAhead, InvalidPosition, StoreUnavailable, WrongExpectedRevision } from '#event-store';
import { BadCursor } from '#read-models';
import { HttpProblem } from './http-problem.ts';

/** What went wrong, as it is answered; `cause` is for the log where it is our own fault. */
export interface Answered {
  problem: Problem & Readonly<Record<string, unknown>>;
  headers: Readonly<Record<string, string>>;
  isDefect: boolean;
}

const answer = (code: ProblemCode, headers: Readonly<Record<string, string>> = {}): Answered => ({
  problem: { ...problem(code) },
  headers,
  isDefect: code === 'Defect',
});

/** Every error as a problem (RFC 9457). Nothing of an unknown error is told: no message, no trace. */
export function problemOf(error: unknown): Answered {
  if (error instanceof HttpProblem)
    return { problem: { ...error.body }, headers: error.headers, isDefect: false };
  if (error instanceof Refusal) return { problem: refused(error), headers: {}, isDefect: false };
  if (error instanceof NotFound) return answer('NotFound');
  if (error instanceof AccessDenied) return { problem: denied(error), headers: {}, isDefect: false };
  if (error instanceof KeyReused) return answer('KeyReused');
  if (error instanceof RevisionConflict) return { problem: conflict(error), headers: {}, isDefect: false };
  if (error instanceof InvalidPosition) {
    const errors = [{ path: 'after', message: '不是系统给出的位置（X-Position 或 position）' }];
    return { problem: { ...problem('InvalidFields', errors) }, headers: {}, isDefect: false };
  }
  if (error instanceof BadCursor) {
    const errors = [{ path: 'cursor', message: '翻页位置不对，请从第一页重新查看' }];
    return { problem: { ...problem('InvalidFields', errors) }, headers: {}, isDefect: false };
  }
  if (isPassing(error)) return answer('Unavailable', { 'retry-after': '5' });
  return answer(codeOfFramework(error));
}

function refused(refusal: Refusal): Answered['problem'] {
  const { code, facts } = refusal;
  return {
    type: typeOf(code),
    title: '不能办理',
    status: statusOfRefusal(code),
    detail: REFUSALS[code](facts),
    code,
    errors: fieldsOfRefusal(refusal),
  };
}

function denied({ command }: AccessDenied): Answered['problem'] {
  const terms: Readonly<Record<string, string>> = COMMAND_TERMS;
  const term = terms[command];
  return { ...problem('AccessDenied', [], term ? `您的岗位不能对这一目标办理“${term}”` : undefined) };
}

/** `revision` is where it stands now; a target's conflict also tells what changed (see `meanwhile.ts`). */
function conflict({ expected, actual }: RevisionConflict): Answered['problem'] {
  return { ...problem('RevisionConflict'), expected, revision: actual };
}

/** The database is away, full, or too busy: worth another try. */
function isPassing(error: unknown): boolean {
  if (error instanceof StoreUnavailable || error instanceof WrongExpectedRevision) return true;
  if (error instanceof CheckpointAhead) return true;
  if (error instanceof pg.DatabaseError) return /^(08|53|57|40)/.test(error.code ?? '');
  return (
    error instanceof Error && /ECONNREFUSED|ECONNRESET|Connection terminated|timeout/.test(error.message)
  );
}

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  401: 'NotSignedIn',
  403: 'AccessDenied',
  404: 'NotFound',
  405: 'NotFound',
  413: 'TooLarge',
  415: 'WrongContentType',
  429: 'TooManyAttempts',
  503: 'Unavailable',
};

/** What Nest and Fastify refuse by themselves: unknown routes, wrong content types, bodies that are too large. */
function codeOfFramework(error: unknown): ProblemCode {
  const status = error instanceof HttpException ? error.getStatus() : statusIn(error);
  if (status === undefined || (status >= 500 && status !== 503)) return 'Defect';
  return BY_STATUS[status] ?? 'MalformedRequest';
}

function statusIn(error: unknown): number | undefined {
  const isOfFastify =
    error instanceof Error &&
    'code' in error &&
    'statusCode' in error &&
    String(error.code).startsWith('FST_');
  return isOfFastify && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
