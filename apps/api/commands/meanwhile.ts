import { NotFound, type Application, type RevisionConflict } from '#application';
import { HttpProblem } from '../edge/http-problem.ts';

/** 412 with what happened since the revision that the person saw, so that nothing is lost from the editor. */
export async function conflictWithChanges(
  { expected, actual: revision }: RevisionConflict,
  application: Application,
  { id, user }: { id: string; user: string },
): Promise<HttpProblem> {
  const history = await application.targets.history(id, user).catch((error: unknown) => {
    if (error instanceof NotFound) return [];
    throw error;
  });
  const since = history.filter((item) => item.revision > expected);
  const meanwhile = since.map(({ actor, label, time, changes, ...item }) => ({
    revision: item.revision,
    label,
    time,
    by: { name: actor.name, organisation: actor.organisation },
    changes,
  }));
  return new HttpProblem('RevisionConflict', [], { members: { expected, revision, meanwhile } });
}
