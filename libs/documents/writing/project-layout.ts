import type { FundingLevels } from '#form';
import {
  CONTENT,
  goalRows,
  LABEL,
  periodCells,
  personRow,
  SECTION,
  wide,
  wideIfGiven,
  WIDE_LABEL,
  type Around,
  type InputOf,
} from './common-rows.ts';
import { attributeText, categoryText } from './field-text.ts';
import { framed } from './frame.ts';
import { head, label, short, under, value, type FormLayout, type LayoutRow } from './layout.ts';
import { paymentRows, scheduleRows } from './plan-layout.ts';
import { blankRows, keyed } from './row-keys.ts';

/** 项目支出预算绩效目标申报表. */
export function projectLayout(form: InputOf<'project'>, around: Around): Omit<FormLayout, 'title'> {
  return framed(form, around, [
    ...under('项目基本\n情况', SECTION, basicRows(form)),
    wide('项目立项依据', '/basis', form.basis),
    ...fundingRows(form, around),
    wide('单位已有的（或拟订的）保障项目实施的制度、措施', '/safeguards', form.safeguards),
    ...wideIfGiven('资金用途', '/purpose', form.purpose),
    wide('事前绩效评估情况', '/exAnteEvaluation', form.exAnteEvaluation),
    ...paymentRows(form, around),
    ...scheduleRows(form, around),
    wide('长期绩效目标', '/longTermGoal', form.longTermGoal),
    ...goalRows('本年度绩效目标', form, around, WIDE_LABEL),
  ]);
}

function basicRows(form: InputOf<'project'>): LayoutRow[] {
  const rest = CONTENT;
  return [
    [label('项目名称', LABEL), short('/name', form.name, rest)],
    [
      label('项目编码', LABEL),
      short('/code', form.code, 5),
      label('项目属性', 4),
      short('/attribute', attributeText(form.attribute), rest - 9),
    ],
    [
      label('主管部门', LABEL),
      short('/department', form.department, 5),
      ...periodCells('/period', '项目起止时间', form.period, { labelColumns: 4, columns: rest - 9 }),
    ],
    personRow('项目负责人', '/head', form.head, LABEL),
    personRow('绩效管理联络员', '/contact', form.contact, LABEL),
    [label('项目类型', LABEL), value('/category', categoryText(form.category), rest)],
    [label('项目概况', LABEL), value('/summary', form.summary, rest)],
  ];
}

type Level = keyof FundingLevels;
const LEVELS: readonly (readonly [Level, string])[] = [
  ['total', '合计'],
  ['central', '中央资金'],
  ['province', '省级资金'],
  ['city', '市级资金'],
  ['county', '县级资金'],
  ['fiscal', '财政资金'],
  ['other', '其他资金'],
];

function fundingRows({ funding, budgetItems = [] }: InputOf<'project'>, { isTemplate }: Around): LayoutRow[] {
  const { thisYear = {}, lastYear = {} } = funding ?? {};
  const isShown = (level: Level): boolean =>
    level !== 'fiscal' || thisYear.fiscal !== undefined || lastYear.fiscal !== undefined;
  const levels = LEVELS.filter(([level]) => isShown(level)).map(([level, name]): LayoutRow => [
    label(name, 4),
    short(`/funding/lastYear/${level}`, lastYear[level], 6),
    short(`/funding/thisYear/${level}`, thisYear[level], 6),
  ]);
  const items = [
    ...keyed(budgetItems),
    ...blankRows<(typeof budgetItems)[number]>(isTemplate ? 4 : 0, budgetItems.length),
  ];
  const itemRows = items.map(({ key, row }): LayoutRow => [
    value(`/budgetItems/${key}/name`, row.name, 4),
    short(`/budgetItems/${key}/lastYear`, row.lastYear, 3),
    short(`/budgetItems/${key}/thisYear`, row.thisYear, 3),
    value(`/budgetItems/${key}/estimate`, row.estimate, 6),
  ]);
  const total: LayoutRow = [
    label('合计', 4),
    short('/funding/lastYear/total', lastYear.total, 3),
    short('/funding/thisYear/total', thisYear.total, 3),
    value('/funding/estimate', funding?.estimate, 6),
  ];
  const sources = [[head('项目', 4), head('上年度安排资金', 6), head('本年度申请资金', 6)], ...levels];
  const details = [
    [head('项目', 4), head('上年度安排资金', 3), head('本年度申请资金', 3), head('测算依据及说明', 6)],
    total,
    ...itemRows,
  ];
  return under('项目资金\n情况', SECTION, [
    ...under('项目资金申请\n（万元）', LABEL, sources),
    ...under('支出明细预算\n（万元）', LABEL, details),
  ]);
}
