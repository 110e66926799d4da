import { type Change } from '#form';
import { type FieldProblem, type Problem } from '#contracts';

/** What others did between the revision that one had open and now (412). */
export interface Meanwhile {
  revision: number;
  label: string;
  time: string;
  by: { name: string; organisation: string };
  changes: readonly Change[];
}

/** The server's refusal (RFC 9457), thrown; `detail` is a sentence for the user. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly problem: Problem & { meanwhile?: readonly Meanwhile[] }) {
    super(problem.detail);
  }

  get status(): number {
    return this.problem.status;
  }

  get fields(): readonly FieldProblem[] {
    return this.problem.errors;
  }
}

/** No answer came: the network or the server is away. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

const UNREACHABLE = '连接不上服务器，已填写的内容保留在本页，请检查网络后重试。';
const UNKNOWN = '出现了意外情况，已填写的内容保留在本页，请重试；仍不行请联系管理员。';

/** What went wrong, in a sentence that also says what to do. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return endsSentence(error.problem.detail);
  return error instanceof Unreachable ? UNREACHABLE : UNKNOWN;
}

const endsSentence = (text: string): string => (/[。！？]$/u.test(text) ? text : `${text}。`);

/** The fields that a refusal names, by their path in the body; several messages for one field are joined. */
export function messagesByPath(error: unknown): ReadonlyMap<string, string> {
  const byPath = new Map<string, string>();
  if (!(error instanceof Refused)) return byPath;
  for (const { path, message } of error.fields) {
    const earlier = byPath.get(path);
    byPath.set(path, earlier === undefined ? message : `${earlier}；${message}`);
  }
  return byPath;
}
