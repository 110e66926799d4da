import { parseDate } from '#form';
import { parseAmount, parseCount } from '../recognising/amounts.ts';
import { attributeOf, categoryOf } from '../recognising/choices.ts';

/** What a cell comes to; undefined where its text cannot be read so. */
type Read = (text: string) => unknown;

/** A column of the workbook in which a row is a target, or an indicator of one. */
export interface BatchColumn {
  title: string;
  /** Where in the form its value goes; a word without a slash is no field but says which row it is. */
  path: string;
  width: number;
  isRequired?: true;
  read: Read;
  /** How it is to be filled in, for the sheet of instructions and for the sentence about a wrong cell. */
  hint: string;
}

const asText: Read = (text) => text;
const asGoals: Read = (text) =>
  text
    .split('\n')
    .map((line) => ({
      text: line.replace(/^\s*(?:目标)?[\d一二三四五六七八九十]{1,2}[、.．:：)）]\s*/, '').trim(),
    }))
    .filter((goal) => goal.text !== '');

const text = (title: string, path: string, width = 18, hint = '文字'): BatchColumn => ({
  title,
  path,
  width,
  read: asText,
  hint,
});
const amount = (title: string, path: string): BatchColumn => ({
  ...text(title, path, 14, '金额，单位万元，如 12.5'),
  read: (cell) => parseAmount(cell),
});
const percent = (title: string, month: string): BatchColumn => ({
  ...text(title, `/paymentPlan/--${month}`, 10, '到这时为止累计支出的百分比，如 25'),
  read: parseCount,
});
const date = (title: string, path: string): BatchColumn => ({
  ...text(title, path, 14, '日期，如 2027-01-31 或 2027年1月'),
  read: parseDate,
});
const required = (column: BatchColumn): BatchColumn => ({ ...column, isRequired: true });

/** 序号 joins a target's row and the rows of its indicators. */
export const NUMBER = 'number';
export const UNIT_CODE = 'unitCode';

/** 项目: a row a target. */
export const TARGET_COLUMNS: readonly BatchColumn[] = [
  required(text('序号', NUMBER, 8, '本文件内不重复的编号，“绩效指标”表用它指明属于哪个项目')),
  required(text('单位编码', UNIT_CODE, 14, '预算单位编码')),
  required(text('项目名称', '/name', 28)),
  text('项目编码', '/code', 16),
  { ...text('项目属性', '/attribute', 12, '新增 或 延续'), read: attributeOf },
  date('开始时间', '/period/from'),
  date('结束时间', '/period/to'),
  text('项目负责人', '/head/name', 12),
  text('项目负责人电话', '/head/phone', 16),
  text('绩效管理联络员', '/contact/name', 14),
  text('联络员电话', '/contact/phone', 16),
  {
    ...text('项目类型', '/category', 14, '新建、扩建、改建、采购、修缮、奖励 或 其他专项'),
    read: categoryOf,
  },
  text('项目概况', '/summary', 40),
  text('项目立项依据', '/basis', 40),
  text('保障制度措施', '/safeguards', 40),
  text('资金用途', '/purpose', 30),
  required(amount('本年度资金合计', '/funding/thisYear/total')),
  amount('本年度中央资金', '/funding/thisYear/central'),
  amount('本年度省级资金', '/funding/thisYear/province'),
  amount('本年度市级资金', '/funding/thisYear/city'),
  amount('本年度县级资金', '/funding/thisYear/county'),
  amount('本年度其他资金', '/funding/thisYear/other'),
  amount('上年度资金合计', '/funding/lastYear/total'),
  text('测算依据及说明', '/funding/estimate', 40),
  percent('3月底支出进度', '03'),
  percent('6月底支出进度', '06'),
  percent('9月底支出进度', '09'),
  percent('12月底支出进度', '12'),
  text('长期绩效目标', '/longTermGoal', 40),
  { ...required(text('年度绩效目标', '/goals', 40, '一行一条，单元格内按 Alt+Enter 换行')), read: asGoals },
  text('其他说明的问题', '/remarks', 30),
];

/** 绩效指标: a row an indicator. */
export const INDICATOR_COLUMNS: readonly BatchColumn[] = [
  required(text('项目序号', NUMBER, 10, '“项目”表中的序号')),
  required(text('一级指标', '/level1', 14)),
  required(text('二级指标', '/level2', 16)),
  required(text('三级指标', '/name', 32)),
  {
    ...text('指标值类型', '/operator', 12, '≥、>、=、<、≤、早于 或 定性'),
    read: (cell) => OPERATORS[cell.normalize('NFKC').trim()],
  },
  required(text('指标值', '/value', 18)),
  text('计量单位', '/unit', 12),
  text('指标值确定依据', '/basis', 24),
  text('评（扣）分标准', '/scoringRule', 32),
  { ...text('分值', '/weight', 10, '数字，如 10'), read: parseCount },
];

const OPERATORS: Readonly<Record<string, string>> = {
  '≥': '≥',
  '>=': '≥',
  '>': '>',
  '=': '=',
  '<': '<',
  '≤': '≤',
  '<=': '≤',
  早于: '早于',
  定性: '定性',
};
