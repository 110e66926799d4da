import { UnreadableDocument } from '#documents';
import { HttpProblem } from '../edge/http-problem.ts';

/** What reading a document answers. @throws HttpProblem 422 with the sentence of why it could not be read */
export async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    const { code, message } = error;
    throw new HttpProblem('UnreadableDocument', [], { members: { detail: message, reason: code } });
  }
}
