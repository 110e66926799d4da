import {
  CONTENT,
  goalRows,
  personRow,
  wide,
  wideIfGiven,
  WIDE_LABEL,
  type Around,
  type InputOf,
} from './common-rows.ts';
import { framed } from './frame.ts';
import { head, label, short, under, type FormLayout, type LayoutRow } from './layout.ts';

/** 部门整体支出绩效目标申报表. */
export function overallLayout(form: InputOf<'overall'>, around: Around): Omit<FormLayout, 'title'> {
  const { staffing } = form;
  return framed(form, around, [
    [
      label('主管部门', WIDE_LABEL),
      short('/department', form.department, 6),
      label('单位编码', 4),
      short('/code', form.code, CONTENT - 10),
    ],
    ...(form.head ? [personRow('项目负责人', '/head', form.head, WIDE_LABEL)] : []),
    personRow('绩效管理联络员', '/contact', form.contact, WIDE_LABEL),
    [
      label('人员编制数', WIDE_LABEL),
      short('/staffing/authorised', staffing?.authorised, 6),
      label('实有人数', 4),
      short('/staffing/actual', staffing?.actual, CONTENT - 10),
    ],
    wide('部门职能职责概述', '/duties', form.duties),
    ...amounts('单位年度收入预算（万元）', '/income', form.income, INCOME),
    ...amounts('单位年度支出预算（万元）', '/expenditure', form.expenditure, EXPENDITURE),
    ...amounts('三公经费预算（万元）', '/threePublic', form.threePublic, THREE_PUBLIC),
    ...wideIfGiven('长期绩效目标', '/longTermGoal', form.longTermGoal),
    ...goalRows('年度整体支出目标', form, around, WIDE_LABEL),
  ]);
}

type Titles = readonly (readonly [field: string, title: string, columns: number])[];
const INCOME: Titles = [
  ['total', '收入合计', 3],
  ['publicFinance', '公共财政拨款', 4],
  ['governmentFund', '政府性基金拨款', 3],
  ['nonTax', '非税收入拨款', 3],
  ['other', '其他拨款', 3],
];
const EXPENDITURE: Titles = [
  ['total', '支出合计', 5],
  ['basic', '基本支出', 5],
  ['project', '项目支出', 6],
];
const THREE_PUBLIC: Titles = [
  ['total', '合计', 3],
  ['vehicles', '公务用车运行和购置费', 5],
  ['abroad', '因公出国（境）费', 4],
  ['reception', '公务接待费', 4],
];

/** Amounts under their titles. */
function amounts(
  text: string,
  path: string,
  given: Readonly<Record<string, string>> | undefined,
  titles: Titles,
): LayoutRow[] {
  return under(text, WIDE_LABEL, [
    titles.map(([, title, columns]) => head(title, columns)),
    titles.map(([field, , columns]) => short(`${path}/${field}`, given?.[field], columns)),
  ]);
}
