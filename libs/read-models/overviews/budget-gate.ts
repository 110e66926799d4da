import { type BlockedItem, type BudgetGate, type Share, type TargetItem } from '#contracts';
import { STATE_TERMS } from '#domain';
import { A_TEXT, A_UUID, keysIn, limitOf, pageOf } from '../reading/index.ts';
import type { Page, Queryable, Scope } from '../reading/index.ts';
import { ITEM_COLUMNS, itemOf, type ItemRow } from '../target-list/index.ts';
import { AMOUNT, countedWithin, type Counted } from './counts.ts';

const PASSED = `t.state in ('approved', 'granted', 'self-evaluated', 'evaluated')`;

/** By department, unit and id. @throws BadCursor */
export async function budgetGate(
  db: Queryable,
  counted: Counted,
  scope: Scope,
  page: Page = {},
): Promise<BudgetGate> {
  const limit = limitOf(page);
  const after = keysIn(page, [A_TEXT, A_TEXT, A_UUID]);
  const conditions = countedWithin(counted, scope);
  const shares = db.query<Share & { is_passed: boolean }>(
    `select ${PASSED} as is_passed, count(*)::int as count, ${AMOUNT}
     from read_target_list.target t where ${conditions.where} group by 1`,
    conditions.values,
  );
  const paged = conditions.copy();
  if (after !== null) {
    const keys = after.map((key) => paged.parameter(key));
    paged.add(`(t.department, t.unit, t.id) > (${keys.join(', ')}::uuid)`);
  }
  const listed = db.query<ItemRow>(
    `select ${ITEM_COLUMNS} from read_target_list.target t where ${paged.where} and not (${PASSED})
     order by t.department, t.unit, t.id limit ${paged.parameter(limit + 1)}`,
    paged.values,
  );
  const [{ rows: totals }, { rows }] = await Promise.all([shares, listed]);
  const share = (wanted: boolean): Share => {
    const found = totals.find(({ is_passed: isPassed }) => isPassed === wanted);
    return { count: found?.count ?? 0, amount: found?.amount ?? '0' };
  };
  const blocked = share(false);
  const list = pageOf(
    rows,
    { limit, total: blocked.count },
    { item: blockedItem, keys: ({ department, unit, id }) => [department, unit, id] },
  );
  return { ...list, passed: share(true), blocked };
}

const blockedItem = (row: ItemRow): BlockedItem => {
  const target = itemOf(row);
  return { target, reason: reasonOf(target) };
};

/** Why a target may not be budgeted: where it is instead of approved. */
export function reasonOf({ state, stage, presented }: TargetItem): string {
  if (state === 'draft') return presented ? '已提交单位审核，尚未送审。' : '仍是草稿，尚未送审。';
  if (state === 'returned') return '已退回修改，尚未重新送审。';
  if (state === 'in-review' && stage !== null)
    return `正在审核：${stage.name}（第 ${stage.index} 级，共 ${stage.of} 级）。`;
  return `${STATE_TERMS[state]}。`;
}
