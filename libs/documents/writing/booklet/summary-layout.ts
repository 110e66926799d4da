import { head, type FormLayout, type LayoutCell, type LayoutRow } from '../layout.ts';
import { amountText, nameOf, sumOf, type BookletGroup } from './booklet.ts';

const WIDTHS = { number: 2, unit: 6, name: 10, indicators: 3, amount: 3 };

const cell = (text: string, columns: number, role: LayoutCell['role'] = 'short'): LayoutCell => ({
  text,
  columns,
  role,
});

/** 绩效目标公开一览表: a line a target, with the sums of every department and of all. */
export function summaryLayout(groups: readonly BookletGroup[]): FormLayout {
  const titles = [
    head('序号', WIDTHS.number),
    head('预算单位', WIDTHS.unit),
    head('绩效目标', WIDTHS.name),
    head('指标数', WIDTHS.indicators),
    head('金额（万元）', WIDTHS.amount),
  ];
  const all = groups.flatMap(({ entries }) => entries);
  const sums = (title: string, entries: BookletGroup['entries']): LayoutRow => [
    cell(title, WIDTHS.number + WIDTHS.unit, 'label'),
    cell(`${entries.length}个`, WIDTHS.name, 'label'),
    cell(String(countOf(entries)), WIDTHS.indicators, 'label'),
    cell(amountText(sumOf(entries)), WIDTHS.amount, 'label'),
  ];
  const rows = groups.flatMap(({ department, entries }) => [
    ...entries.map((entry): LayoutRow => [
      cell(String(entry.number), WIDTHS.number),
      cell(entry.unit, WIDTHS.unit),
      cell(nameOf(entry), WIDTHS.name, 'value'),
      cell(String(countOf([entry])), WIDTHS.indicators),
      cell(amountText(entry.amount), WIDTHS.amount),
    ]),
    ...(groups.length > 1 ? [sums(`${department}小计`, entries)] : []),
  ]);
  return {
    title: { text: '绩效目标公开一览表' },
    isLandscape: false,
    tables: [{ rows: [titles, ...rows, sums('合计', all)], headRows: 1, hasBorders: true }],
  };
}

const countOf = (entries: readonly { form: { indicators?: readonly unknown[] } }[]): number =>
  entries.reduce((count, { form }) => count + (form.indicators?.length ?? 0), 0);
