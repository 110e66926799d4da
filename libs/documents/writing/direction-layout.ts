import {
  CONTENT,
  goalRows,
  periodCells,
  personRow,
  wideIfGiven,
  WIDE_LABEL,
  type Around,
  type InputOf,
} from './common-rows.ts';
import { framed } from './frame.ts';
import { label, short, value, type FormLayout } from './layout.ts';

/** 专项资金支出方向绩效目标表. */
export function directionLayout(form: InputOf<'direction'>, around: Around): Omit<FormLayout, 'title'> {
  const { implementationPeriod } = form;
  return framed(form, around, [
    [label('专项资金名称', WIDE_LABEL), short('/fund', form.fund, CONTENT)],
    [label('支出方向', WIDE_LABEL), short('/direction', form.direction, CONTENT)],
    [
      label('主管部门', WIDE_LABEL),
      short('/department', form.department, 6),
      label('项目编码', 4),
      short('/code', form.code, CONTENT - 10),
    ],
    [
      label('支出方向年度金额（万元）', WIDE_LABEL),
      short('/amount', form.amount, 6),
      ...periodCells('/implementationPeriod', '专项实施期', implementationPeriod, {
        labelColumns: 4,
        columns: CONTENT - 10,
      }),
    ],
    ...(form.head ? [personRow('项目负责人', '/head', form.head, WIDE_LABEL)] : []),
    personRow('绩效管理联络员', '/contact', form.contact, WIDE_LABEL),
    [label('实施期绩效目标', WIDE_LABEL), value('/periodGoal', form.periodGoal, CONTENT)],
    ...wideIfGiven('长期绩效目标', '/longTermGoal', form.longTermGoal),
    ...goalRows('年度绩效目标', form, around, WIDE_LABEL),
  ]);
}
