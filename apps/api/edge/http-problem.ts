import { problem, type FieldProblem, type Problem, type ProblemCode } from '#contracts';

export interface ProblemExtras {
  headers?: Readonly<Record<string, string>>;
  /** Members of the problem besides the usual ones. */
  members?: Readonly<Record<string, unknown>>;
}

/** A refusal of the interface itself: malformed, not signed in, too large … */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly body: Problem & Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    errors: readonly FieldProblem[] = [],
    { headers = {}, members = {} }: ProblemExtras = {},
  ) {
    super(code);
    this.body = { ...problem(code, errors), ...members };
    this.headers = headers;
  }
}
