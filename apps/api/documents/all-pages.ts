import { type TargetItem } from '#contracts';
import { listTargets, type Scope } from '#read-models';
import { HttpProblem } from '../edge/http-problem.ts';

type Filter = Parameters<typeof listTargets>[1];
type Database = Parameters<typeof listTargets>[0];
type Asked = NonNullable<Parameters<typeof listTargets>[3]>;
const A_PAGE = 200;

interface Listed<T> {
  items: readonly T[];
  total: number;
  next: string | null;
}

/**
 * Everything that a list has, read page by page.
 * @throws HttpProblem 422 where there is more than `most`, so that no file grows without bound
 */
export async function allPages<T>(read: (page: Asked) => Promise<Listed<T>>, most: number): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, total, next } = await read({ limit: A_PAGE, cursor });
    if (total > most) throw tooMany(total, most);
    found.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** Every target of a list. @throws HttpProblem 422 where there are more than `most` */
export const allTargets = (db: Database, filter: Filter, scope: Scope, most: number): Promise<TargetItem[]> =>
  allPages((page) => listTargets(db, filter, scope, page), most);

const tooMany = (total: number, most: number): HttpProblem =>
  new HttpProblem('InvalidFields', [
    {
      path: 'department',
      message: `共有 ${total} 个绩效目标，一个文件最多 ${most} 个，请按主管部门、状态等条件分批导出`,
    },
  ]);
