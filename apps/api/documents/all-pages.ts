import { listTargets, type Scope, type TargetItem } from '#read-models';
import { HttpProblem } from '../edge/http-problem.ts';

type Filter = Parameters<typeof listTargets>[1];
type Database = Parameters<typeof listTargets>[0];
const A_PAGE = 200;

/**
 * Every target of a list, read page by page.
 * @throws HttpProblem 422 where there are more than `most`, so that no file grows without bound
 */
export async function allTargets(
  db: Database,
  filter: Filter,
  scope: Scope,
  most: number,
): Promise<TargetItem[]> {
  const found: TargetItem[] = [];
  let cursor: string | undefined;
  do {
    const { items, total, next } = await listTargets(db, filter, scope, { limit: A_PAGE, cursor });
    if (total > most) throw tooMany(total, most);
    found.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

const tooMany = (total: number, most: number): HttpProblem =>
  new HttpProblem('InvalidFields', [
    {
      path: 'department',
      message: `共有 ${total} 个绩效目标，一个文件最多 ${most} 个，请按主管部门、状态等条件分批导出`,
    },
  ]);
