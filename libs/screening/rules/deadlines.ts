import { labelOf, type DirectionForm, type Form } from '#form';
import { ALL_KINDS, rule, type Flaw } from '../finding.ts';
import { daysOf, deadlineYears, fiscalYearsIn, readDate } from '../calendar.ts';

const RESTS_ON = '财预〔2015〕88号第十一条：绩效指标应与预算年度、项目实施期相对应';

interface Allowed {
  from: number;
  to: number;
  name: string;
}

function otherYears(path: string, text: string | undefined, allowed: Allowed): Flaw[] {
  const wrong = deadlineYears(text ?? '').filter(({ year }) => year < allowed.from || year > allowed.to);
  return wrong.slice(0, 1).map(({ written }) => ({
    path,
    message: `“${labelOf(path)}”写的时限“${written}”不在${allowed.name}内，请核对是否沿用了往年的表`,
  }));
}

/** An explanation that speaks of another fiscal year, and not of this one too. */
function staleYear(path: string, text: string, allowed: Allowed): Flaw[] {
  if (text.includes(String(allowed.from))) return [];
  return fiscalYearsIn(text)
    .filter(({ year }) => year !== allowed.from)
    .slice(0, 1)
    .map(({ written }) => ({
      path,
      message: `“${labelOf(path)}”写的是“${written}”，不是${allowed.name}，请核对是否沿用了往年的表`,
    }));
}

/** 相较2022年, in a form of 2024: the base of another year's table. */
function wrongBase(path: string, text: string | undefined, year: number): Flaw[] {
  const bases = [...(text ?? '').normalize('NFKC').matchAll(/(?:相较|较|比|同比)(?:于)?((?:19|20)\d{2})年/g)];
  return bases
    .filter(([, base]) => Number(base) !== year - 1)
    .slice(0, 1)
    .map(([written]) => ({
      path,
      message: `“${labelOf(path)}”写“${written}”，${String(year)} 年的目标应与 ${String(year - 1)} 年比较，请核对`,
    }));
}

/** Goals speak of this year's deadlines too; a comparison with another year (较2022年) is none. */
const withoutComparisons = (text: string | undefined): string =>
  (text ?? '').replace(
    /(?:较|比|同比|与|相较|自|从|根据|依据|按照)[^，。；]{0,4}(?:19|20)\d{2}\s*年?\S?/g,
    '',
  );

function implementationYears({ implementationPeriod: period }: DirectionForm): Allowed | undefined {
  const days = period && daysOf(period.from, period.to);
  if (!days) return undefined;
  const [from, to] = [Math.trunc(days.from / 10_000), Math.trunc(days.to / 10_000)];
  return { from, to, name: `专项实施期（${String(from)} 年至 ${String(to)} 年）` };
}

const thisYear = (year: number): Allowed => ({ from: year, to: year, name: `预算年度 ${String(year)} 年` });

function goalTexts(form: Form): [string, string | undefined][] {
  return (form.goals ?? []).map(({ id, text }) => [`/goals/${id}/text`, text]);
}

export const deadlineRules = [
  rule({
    code: 'deadline-in-another-year',
    title: '完成时限在预算年度内',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form, rows }) => {
      if (form.fiscalYear === undefined) return '表中没有写明预算年度';
      const allowed = thisYear(form.fiscalYear);
      return [
        ...rows.flatMap((row) => otherYears(`${row.path}/value`, row.value, allowed)),
        ...rows.flatMap(({ path, row }) => [
          ...otherYears(`${path}/explanation`, withoutComparisons(row.explanation), allowed),
          ...otherYears(`${path}/scoringRule`, withoutComparisons(row.scoringRule), allowed),
          ...staleYear(`${path}/explanation`, withoutComparisons(row.explanation), allowed),
        ]),
        ...goalTexts(form).flatMap(([path, text]) => otherYears(path, withoutComparisons(text), allowed)),
      ];
    },
  }),
  rule({
    code: 'compared-with-wrong-year',
    title: '比较的基期是上一年',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form, rows }) => {
      const year = form.fiscalYear;
      if (year === undefined) return '表中没有写明预算年度';
      return rows.flatMap(({ path, row }) => [
        ...wrongBase(`${path}/explanation`, row.explanation, year),
        ...wrongBase(`${path}/scoringRule`, row.scoringRule, year),
      ]);
    },
  }),
  rule({
    code: 'period-value-outside-period',
    title: '实施期指标的时限在实施期内',
    severity: 'warning',
    appliesTo: ['direction'],
    restsOn: RESTS_ON,
    check: ({ form, rows }) => {
      const allowed = implementationYears(form);
      if (!allowed) return '专项实施期未填写或读不出';
      return rows.flatMap(({ path, row }) => otherYears(`${path}/periodValue`, row.periodValue, allowed));
    },
  }),
  rule({
    code: 'payment-plan-in-another-year',
    title: '资金支出计划在预算年度内',
    severity: 'warning',
    appliesTo: ['project'],
    restsOn: RESTS_ON,
    check: ({ form }) => {
      if (form.fiscalYear === undefined) return '表中没有写明预算年度';
      const year = form.fiscalYear;
      return (form.paymentPlan ?? []).flatMap(({ id, until = '' }) => {
        const written = readDate(until)?.year;
        if (written === undefined || written === year) return [];
        const path = `/paymentPlan/${id}/until`;
        return [{ path, message: `“${labelOf(path)}”${until} 不在预算年度 ${String(year)} 年内，请核对` }];
      });
    },
  }),
];
