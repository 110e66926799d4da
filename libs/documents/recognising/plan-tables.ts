import { parseDate } from '#form';
import { compact } from '../titles.ts';
import { parseCount } from './amounts.ts';
import { underHeaders } from './column-match.ts';
import { isAmountField, setAmount, setField } from './field-values.ts';
import type { FormDraft } from './form-draft.ts';
import { labelOf, type FieldLabel } from './labels.ts';
import { inOneLine, type PlacedCell, type Row } from './rows.ts';

/** A part of the form that a head row opens; `take` is false for the first row that is not its own. */
export interface TablePart {
  take(row: Row): boolean;
}

const QUARTERS = ['一', '二', '三', '四'];

/** The end of a 3月底, 第二季度 or 2023年9月30日 as `--03` or `2023-03-31`; undefined for other words. */
export function untilOf(text: string, year?: number): string | undefined {
  const key = compact(text).replace(/\(?%\)?$/, '');
  const named = /^((?:19|20)\d{2})年/.exec(key)?.[1] ?? year?.toString();
  const month = monthIn(key.replace(/^\d{4}年/, ''));
  if (month === undefined) return undefined;
  const padded = String(month).padStart(2, '0');
  if (named === undefined) return `--${padded}`;
  return `${named}-${padded}-${String(new Date(Date.UTC(Number(named), month, 0)).getUTCDate())}`;
}

/** The month at whose end a period ends; a quarter ends with its third. */
function monthIn(key: string): number | undefined {
  const quarter = /^第?([一二三四1-4])季度(?:末|底)?$/.exec(key)?.[1];
  if (quarter !== undefined) return (QUARTERS.indexOf(quarter) + 1 || Number(quarter)) * 3;
  const month = Number(/^(?:1[-~—至])?(\d{1,2})月(?:底|末|份|前|3[01]日|30日)?$/.exec(key)?.[1] ?? 0);
  return month >= 1 && month <= 12 ? month : undefined;
}

/** 资金支出计划: a head of months or quarters, and one row of cumulative percentages under it. */
export function paymentPlanOpenedBy(row: Row, draft: FormDraft): TablePart | undefined {
  const year = draft.get('/fiscalYear');
  const named = typeof year === 'number' ? year : undefined;
  const heads = row.cells.flatMap((cell) => {
    const until = untilOf(cell.text, named);
    return until === undefined ? [] : [{ ...cell, until, source: cell }];
  });
  const isPlain = row.cells.every(
    ({ text }) => untilOf(text, named) !== undefined || labelOf(text) !== undefined,
  );
  // A step of the schedule has months too, beside the words that say what is done in them.
  if (heads.length < 2 || !isPlain) return undefined;
  for (const cell of row.cells)
    if (untilOf(cell.text, named) !== undefined || labelOf(cell.text)?.field === 'section') draft.use(cell);
  let isRead = false;
  return {
    take: (values) => {
      const cells = values.cells.filter((cell) => labelOf(cell.text) === undefined);
      const matched = underHeaders(heads, cells);
      if (isRead || cells.length === 0 || cells.length < values.cells.length || !matched) return false;
      isRead = true;
      const byHead = new Map(matched.pairs.map(([head, cell]) => [head, cell]));
      for (const head of heads) addPayment(draft, head, byHead.get(head));
      return true;
    },
  };
}

function addPayment(draft: FormDraft, head: { until: string; source: PlacedCell }, cell?: PlacedCell): void {
  const percent = cell && parseCount(cell.text);
  const path = draft.addRow('paymentPlan', { until: head.until, ...(percent !== undefined && { percent }) });
  draft.place(`${path}/until`, head.source);
  if (cell && percent !== undefined) draft.place(`${path}/percent`, cell);
}

const SCHEDULE = [
  ['content', /实施(?:进度)?内容$|^(?:工作|进度|计划)内容$/],
  ['from', /^(?:计划)?开始(?:时间|日期)$/],
  ['to', /^(?:计划)?(?:结束|完成)(?:时间|日期)$/],
] as const;

/** 项目实施进度计划: 内容 | 开始时间 | 结束时间, a row for each step; dates that cannot be read stay as written. */
export function scheduleOpenedBy(row: Row, draft: FormDraft): TablePart | undefined {
  const heads = row.cells.flatMap((cell) => {
    const role = SCHEDULE.find(([, pattern]) => pattern.test(compact(cell.text)))?.[0];
    return role ? [{ ...cell, role, source: cell }] : [];
  });
  if (!['from', 'to'].every((role) => heads.some((head) => head.role === role))) return undefined;
  heads.forEach(({ source }) => draft.use(source));
  for (const cell of row.cells) if (labelOf(cell.text)?.field === 'section') draft.use(cell);
  return {
    take: ({ table, cells }) => {
      if (table === 0 || cells.some((cell) => labelOf(cell.text) !== undefined)) return false;
      const matched = underHeaders(heads, cells);
      if (!matched) return false;
      const fields = matched.pairs.map(([{ role }, cell]) => {
        const text = inOneLine(cell.text);
        return [role, role === 'content' ? text : (parseDate(text) ?? text), cell] as const;
      });
      const path = draft.addRow('schedule', Object.fromEntries(fields.map(([role, text]) => [role, text])));
      for (const [role, , cell] of fields)
        draft.place(`${path}/${role}`, cell, matched.shift === 0 ? 1 : 0.8);
      return true;
    },
  };
}

/** Which total a 合计 is, by the labels in its row. */
function totalOf(fields: readonly FieldLabel[]): string {
  if (fields.some((f) => f === 'vehicles' || f === 'abroad' || f === 'reception'))
    return '/threePublic/total';
  if (fields.some((f) => f === 'basic' || f === 'project')) return '/expenditure/total';
  return '/income/total';
}

/**
 * Values under a head of their labels: 收入合计 | 公共财政拨款 | …, 合计 | 公务用车… , 实施期目标 | 年度目标. Amounts may
 * have gaps between them (merged cells); other labels must stand side by side, or each has its own blank beside it.
 */
export function valuesOpenedBy(row: Row, draft: FormDraft): TablePart | undefined {
  const heads = headsOf(row, draft);
  if (heads === undefined) return undefined;
  row.cells.forEach((cell) => draft.use(cell));
  const total = totalOf(heads.map(({ field }) => field));
  let isRead = false;
  return {
    take: ({ table, cells }) => {
      const matched = underHeaders(heads, cells);
      const isOther = table === 0 || cells.some((cell) => labelOf(cell.text) !== undefined);
      if (isRead || isOther || !matched) return false;
      isRead = true;
      for (const [{ field, source }, cell] of matched.pairs)
        if (field === 'total') setAmount(draft, total, { cell, text: cell.text });
        else setField(draft, { field, label: source.text, cell, text: cell.text, confidence: 1 });
      return true;
    },
  };
}

type ValueHead = PlacedCell & { field: FieldLabel; source: PlacedCell };

function headsOf(row: Row, { kind }: FormDraft): ValueHead[] | undefined {
  const heads: ValueHead[] = [];
  for (const cell of row.cells) {
    const field = labelOf(cell.text)?.field;
    if (field === undefined) return undefined;
    if (field !== 'section') heads.push({ ...cell, field, source: cell });
  }
  const isAmounts = kind === 'overall' && heads.every(({ field }) => isAmountField(field));
  const isSideBySide = heads.every((head, at) => {
    const next = heads[at + 1];
    return next === undefined || next.column === head.column + head.columnSpan;
  });
  return heads.length > 1 && (isAmounts || isSideBySide) ? heads : undefined;
}
