import { labelOf, type Form, type ProjectForm } from '#form';
import { ALL_KINDS, rule, type Flaw } from '../finding.ts';
import { daysOf, edgeOf, isImpossible, readDate, type PartialDate } from '../calendar.ts';

const RESTS_ON =
  '绩效目标申报表填报说明：项目起止时间、实施进度、完成时限应真实一致；财预〔2015〕88号附件“可行性”审核';

interface Span {
  path: string;
  from?: string | undefined;
  to?: string | undefined;
}

interface Bounds {
  /** yyyymmdd */
  from: number;
  to: number;
  name: string;
}

function spansOf(form: Form): Span[] {
  if (form.kind === 'project')
    return [
      ...(form.period ? [{ path: '/period', ...form.period }] : []),
      ...(form.schedule ?? []).map(({ id, from, to }) => ({ path: `/schedule/${id}`, from, to })),
    ];
  if (form.kind === 'direction' && form.implementationPeriod)
    return [{ path: '/implementationPeriod', ...form.implementationPeriod }];
  return [];
}

const ends = ({ path, from, to }: Span): { path: string; text: string }[] => [
  ...(from === undefined ? [] : [{ path: `${path}/from`, text: from }]),
  ...(to === undefined ? [] : [{ path: `${path}/to`, text: to }]),
];

function datesOf(form: Form): { path: string; text: string }[] {
  const plan = form.kind === 'project' ? (form.paymentPlan ?? []) : [];
  return [
    ...spansOf(form).flatMap(ends),
    ...plan.flatMap(({ id, until }) =>
      until === undefined ? [] : [{ path: `/paymentPlan/${id}/until`, text: until }],
    ),
  ];
}

function endsBeforeStart({ path, from = '', to = '' }: Span): Flaw[] {
  const days = to === '' ? undefined : daysOf(from, to);
  if (!days || days.from <= days.to) return [];
  return [{ path: `${path}/to`, message: `“${labelOf(path)}”的结束时间 ${to} 早于开始时间 ${from}，请改正` }];
}

/** What of a span lies outside another one; unknown years are not compared. */
function outside(inner: Span, outer: Bounds): Flaw[] {
  const isOutside = (date: PartialDate | undefined): boolean =>
    date?.year !== undefined &&
    !isImpossible(date) &&
    (edgeOf(date, 'last') < outer.from || edgeOf(date, 'first') > outer.to);
  return ends(inner)
    .filter(({ text }) => isOutside(readDate(text)))
    .map(({ path, text }) => ({
      path,
      message: `“${labelOf(path)}”${text} 在${outer.name}之外，请核对`,
    }));
}

/** The project's period, or the fiscal year where the form names no period; a Chinese reason for neither. */
function boundsOf({ period, fiscalYear }: ProjectForm): Bounds | string {
  const days = period && daysOf(period.from, period.to);
  if (days && days.from > days.to) return '项目起止时间前后颠倒';
  if (days) return { ...days, name: `项目起止时间（${period.from ?? ''} 至 ${period.to ?? ''}）` };
  return fiscalYear === undefined ? '项目起止时间未填写或读不出' : yearBounds(fiscalYear);
}

const yearBounds = (year: number): Bounds => ({
  from: year * 10_000 + 101,
  to: year * 10_000 + 1231,
  name: `预算年度 ${String(year)} 年`,
});

/** A span of several years is right as long as it covers the fiscal year. */
function missesYear(span: Span, year: number): Flaw[] {
  const days = daysOf(span.from, span.to);
  const bounds = yearBounds(year);
  if (!days || days.from > days.to || (days.from <= bounds.to && days.to >= bounds.from)) return [];
  const written = [span.from, span.to].filter((text) => text !== undefined).join(' 至 ');
  const message = `“${labelOf(span.path)}”${written} 不包含${bounds.name}，请核对`;
  return [{ path: span.path, message }];
}

export const dateRules = [
  rule({
    code: 'impossible-date',
    title: '日期存在于日历',
    severity: 'error',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form }) => {
      const dates = datesOf(form);
      if (dates.length === 0) return '没有填写日期';
      return dates.flatMap(({ path, text }) => {
        const date = readDate(text);
        if (!date || !isImpossible(date)) return [];
        return [{ path, message: `“${labelOf(path)}”填的“${text}”不是日历上的日期，请改正` }];
      });
    },
  }),
  rule({
    code: 'unreadable-date',
    title: '日期能够读懂',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form }) =>
      spansOf(form)
        .flatMap(ends)
        .filter(({ text }) => /\d/.test(text) && readDate(text) === undefined)
        .map(({ path, text }) => ({
          path,
          message: `“${labelOf(path)}”填的“${text}”读不出日期，请写成“2023年12月31日”的样子`,
        })),
  }),
  rule({
    code: 'ends-before-start',
    title: '结束时间不早于开始时间',
    severity: 'error',
    appliesTo: ['project', 'direction'],
    restsOn: RESTS_ON,
    check: ({ form }) => {
      const spans = spansOf(form);
      return spans.length === 0 ? '没有填写起止时间' : spans.flatMap(endsBeforeStart);
    },
  }),
  rule({
    code: 'period-outside-fiscal-year',
    title: '起止时间包含预算年度',
    severity: 'warning',
    appliesTo: ['project', 'direction'],
    restsOn: RESTS_ON,
    check: ({ form }) => {
      const year = form.fiscalYear;
      if (year === undefined) return '表中没有写明预算年度';
      return spansOf(form)
        .filter(({ path }) => !path.startsWith('/schedule'))
        .flatMap((span) => missesYear(span, year));
    },
  }),
  rule({
    code: 'schedule-outside-period',
    title: '实施进度在项目起止时间之内',
    severity: 'warning',
    appliesTo: ['project'],
    restsOn: RESTS_ON,
    check: ({ form }) => {
      if (!form.schedule?.length) return '没有填写实施进度计划';
      const bounds = boundsOf(form);
      if (typeof bounds === 'string') return bounds;
      return spansOf(form)
        .filter(({ path }) => path.startsWith('/schedule'))
        .flatMap((span) => outside(span, bounds));
    },
  }),
];
