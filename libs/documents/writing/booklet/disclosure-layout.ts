import { Money, type DisclosedForm, type FundingLevels } from '#form';
import { CONTENT, WIDE_LABEL } from '../common-rows.ts';
import { periodText } from '../field-text.ts';
import { indicatorTable } from '../indicator-layout.ts';
import { label, shown, under, type FormLayout, type LayoutCell, type LayoutRow } from '../layout.ts';
import { paymentRows } from '../plan-layout.ts';
import { nameOf, type BookletEntry } from './booklet.ts';

/** 绩效目标公开表: what the public reads of one target, on a page of its own. */
export function disclosureLayout(entry: BookletEntry & { anchor: string }): FormLayout {
  const { table, isWide } = indicatorTable(entry.form, 0);
  const rows = [...rowsOf(entry), ...goalRows(entry.form)];
  const indicators = { ...table, rows: table.rows.map((row) => row.map(shown)) };
  return {
    title: { text: nameOf(entry), anchor: entry.anchor },
    isLandscape: isWide,
    tables: [
      { rows: [[{ text: '单位：万元', columns: 24, role: 'unit' }]], headRows: 0, hasBorders: false },
      { rows, headRows: 0, hasBorders: true },
      ...(table.rows.length > 1 ? [indicators] : []),
    ],
  };
}

const BESIDE = 5;
const text = (given: string | undefined, columns: number): LayoutCell => ({
  text: given ?? '—',
  columns,
  role: 'short',
});
const wide = (title: string, given: string | undefined): LayoutRow[] =>
  given === undefined ? [] : [[label(title, WIDE_LABEL), { text: given, columns: CONTENT, role: 'value' }]];
/** Two labels with what belongs to them, over the whole width. */
const pair = (
  [first, one]: readonly [string, string | undefined],
  [second, other]: readonly [string, string | undefined],
): LayoutRow => [label(first, WIDE_LABEL), text(one, 6), label(second, BESIDE), text(other, CONTENT - 11)];

function rowsOf({ form, unit, department, amount }: BookletEntry): LayoutRow[] {
  const office = pair(['主管部门', department], ['实施单位', unit]);
  switch (form.kind) {
    case 'project':
      return projectRows(form, office, amount);
    case 'overall':
      return overallRows(form, office);
    case 'direction':
      return directionRows(form, office, amount);
  }
}

function projectRows(
  form: Extract<DisclosedForm, { kind: 'project' }>,
  office: LayoutRow,
  amount: string | undefined,
): LayoutRow[] {
  const thisYear = form.funding?.thisYear ?? {};
  const payments = paymentRows(form, { isTemplate: false, opinions: [] });
  return [
    pair(['项目编码', form.code], ['项目名称', form.name]),
    office,
    pair(
      ['项目属性', ATTRIBUTES[form.attribute ?? 'none']],
      ['起止时间', form.period && periodText(form.period)],
    ),
    [
      label('预算数', WIDE_LABEL),
      text(amount ?? thisYear.total, 3),
      label('其中：财政资金', 5),
      text(fiscalOf(thisYear), 3),
      label('其他资金', 3),
      text(thisYear.other, 2),
    ],
    ...wide('资金用途', form.purpose ?? form.summary),
    ...payments.map((row) => row.map(shown)),
  ];
}

const ATTRIBUTES = { new: '新增项目', continuing: '延续项目', none: undefined } as const;

/** 财政资金, or what the levels of government give together. */
function fiscalOf({ fiscal, central, province, city, county }: FundingLevels): string | undefined {
  if (fiscal !== undefined) return fiscal;
  const given = [central, province, city, county].flatMap((amount) => amount ?? []);
  return given.length === 0 ? undefined : Money.sum(given).toString();
}

function overallRows(form: Extract<DisclosedForm, { kind: 'overall' }>, office: LayoutRow): LayoutRow[] {
  const { staffing = {}, income = {}, expenditure = {}, threePublic = {} } = form;
  return [
    office,
    pair(['编制数', staffing.authorised], ['实有人数', staffing.actual]),
    pair(['收入合计', income.total], ['其中：公共财政拨款', income.publicFinance]),
    pair(['支出合计', expenditure.total], ['“三公”经费', threePublic.total]),
    pair(['其中：基本支出', expenditure.basic], ['项目支出', expenditure.project]),
    ...wide('部门职能职责概述', form.duties),
  ];
}

function directionRows(
  form: Extract<DisclosedForm, { kind: 'direction' }>,
  office: LayoutRow,
  amount: string | undefined,
): LayoutRow[] {
  const { implementationPeriod: period } = form;
  return [
    pair(['专项资金名称', form.fund], ['支出方向', form.direction]),
    office,
    pair(['年度金额', amount ?? form.amount], ['专项实施期', period && periodText(period)]),
    ...wide('实施期绩效目标', form.periodGoal),
  ];
}

function goalRows(form: DisclosedForm): LayoutRow[] {
  const goals = (form.goals ?? []).flatMap(({ text: goal }) => goal ?? []);
  const numbered = goals.map((goal, at) => (goals.length > 1 ? `目标${at + 1}：${goal}` : goal));
  const rows = numbered.map((goal): LayoutRow => [{ text: goal, columns: CONTENT, role: 'value' }]);
  return [...wide('长期绩效目标', form.longTermGoal), ...under('年度绩效目标', WIDE_LABEL, rows)];
}
