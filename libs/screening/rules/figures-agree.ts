import { Decimal } from 'decimal.js';
import { labelOf, type Form, type ProjectForm } from '#form';
import { daysOf } from '../calendar.ts';
import { ALL_KINDS, rule, type Flaw } from '../finding.ts';
import type { IndicatorReading } from '../indicator-reading.ts';
import { figuresIn, type Figure } from '../figures.ts';
import { likeness, sharedWords } from '../words.ts';

const RESTS_ON = '财预〔2015〕88号附件“相关性”审核：绩效指标与绩效目标、资金用途一致';

interface Text {
  path: string;
  text: string | undefined;
}

function formTexts(form: Form): Text[] {
  const goals = (form.goals ?? []).map(({ id, text }) => ({ path: `/goals/${id}/text`, text }));
  if (form.kind !== 'project') return goals;
  if (isOfYears(form)) return goals;
  return [
    ...goals,
    { path: '/purpose', text: form.purpose },
    { path: '/summary', text: form.summary },
    { path: '/funding/estimate', text: form.funding?.estimate },
  ];
}

/** A project of several years may describe all of them, while its indicators are the year's. */
function isOfYears({ period }: ProjectForm): boolean {
  const days = period && daysOf(period.from, period.to);
  return days !== undefined && Math.trunc(days.from / 10_000) !== Math.trunc(days.to / 10_000);
}

const rowTexts = ({ path, row }: IndicatorReading): Text[] => [
  { path: `${path}/description`, text: row.description },
  { path: `${path}/explanation`, text: row.explanation },
  { path: `${path}/basis`, text: row.basis },
];

/** Rates and money unit prices are measured, not counted in parts. */
const sameUnit = (row: IndicatorReading, figure: Figure): boolean => row.unit?.base === figure.unit.base;

/** Whether some of the amounts add up to the whole; texts with many figures are not judged. */
export function addsUp(amounts: readonly Decimal[], whole: Decimal): boolean {
  if (amounts.length > 12) return true;
  let sums = [new Decimal(0)];
  for (const amount of amounts) sums = [...sums, ...sums.map((sum) => sum.plus(amount))];
  return sums.slice(1).some((sum) => sum.equals(whole));
}

const shown = ({ row, value }: IndicatorReading): string => `${value}${row.unit ?? ''}`;

/** Words with which a text sets a target rather than describes something. */
const DEMANDS = /要求|达到|以上|以内|不少于|不低于|不超过|控制在|目标|任务|完成率|指标值/;
const COMPARES = /上年|去年|较20|比20|同比|每年递增/;
/** Units of anything that can be counted; only with a word of the name in common do they mean the same thing. */
const COUNTS = new Set(['个', '次', '件', '人', '户', '台', '人次', '条']);
/** Counts that nobody uses for one another: 500户 is not 500名, as 5次 may be 5件. */
const DISTINCT = new Set(['人', '户', '台']);
const mayStandFor = (unit: string, other: string): boolean =>
  COUNTS.has(unit) && COUNTS.has(other) && !(DISTINCT.has(unit) && DISTINCT.has(other));

function speaksOfRow(row: IndicatorReading, text: string): boolean {
  if (!COUNTS.has(row.unit?.base ?? '')) return true;
  return DEMANDS.test(text) || sharedWords(row.name, text) > 0;
}

/** A row's own description, explanation and basis speak of the row itself. */
function ownText(row: IndicatorReading, { path, text = '' }: Text): Flaw[] {
  const whole = row.amount;
  if (whole === undefined || row.unit === undefined || COMPARES.test(text)) return [];
  const figures = figuresIn(text).filter(({ per, inWords }) => !per && !inWords);
  const same = figures.filter((figure) => sameUnit(row, figure));
  if (same.length === 0) return otherUnit(row, path, figures);
  if ((row.isRate && same.length > 1) || !speaksOfRow(row, text)) return [];
  if (
    addsUp(
      same.map(({ amount }) => amount),
      whole,
    )
  )
    return [];
  const written = same.map((figure) => figure.written).join('、');
  const message = `指标“${row.name}”的指标值为 ${shown(row)}，${labelOf(path)}写的是 ${written}，两者不一致，请核对`;
  return [{ path, message }];
}

/** The very number with a unit of another kind: 1314.33 % explained as 1314.33 万元, 100 次 as 100 瓶. */
function otherUnit(row: IndicatorReading, path: string, figures: readonly Figure[]): Flaw[] {
  const unit = row.unit?.base ?? '';
  const twin = figures.find(
    (figure) =>
      row.number?.equals(figure.amount.div(figure.unit.factor)) === true &&
      !mayStandFor(unit, figure.unit.base) &&
      !unit.includes('/'),
  );
  const isSaidElsewhere = row.isRate && row.number?.gt(100) === true && row.aspect === 'cost';
  if (!twin || figures.length > 1 || isSaidElsewhere) return [];
  const message = `指标“${row.name}”的指标值为 ${shown(row)}，${labelOf(path)}写的是 ${twin.written}，计量单位不同，请核对`;
  return [{ path, message }];
}

interface Match {
  figure: Figure;
  row: IndicatorReading;
}

const RATE_LIKENESS = 0.6;
const COUNT_LIKENESS = 0.35;

/**
 * The one row that a figure of a free text means: of those with its unit, the one with most words in common.
 * Nothing when two could be meant, or when a row of another unit fits the words better.
 */
function meant(figure: Figure, rows: readonly IndicatorReading[]): Match[] {
  const scored = rows.map((row) => ({ row, score: sharedWords(row.name, figure.clause) }));
  const top = Math.max(0, ...scored.map(({ score }) => score));
  const best = scored.filter(({ row, score }) => score === top && sameUnit(row, figure) && row.amount);
  const [only, ...more] = best;
  if (top === 0 || !only || more.length > 0) return [];
  const { row } = only;
  const rivals = rows.filter((other) => sameUnit(other, figure)).length;
  const wanted = row.isRate ? RATE_LIKENESS : rivals > 1 ? COUNT_LIKENESS : 0;
  return likeness(row.name, figure.clause) >= wanted ? [{ figure, row }] : [];
}

function freeText(rows: readonly IndicatorReading[], { path, text = '' }: Text): Flaw[] {
  const figures = figuresIn(text).filter(({ per, inWords, unit }) => !per && !inWords && unit.base !== '元');
  const known = (figure: Figure): boolean =>
    rows.some((row) => sameUnit(row, figure) && row.amount?.equals(figure.amount) === true);
  const matches = figures.filter((figure) => !known(figure)).flatMap((figure) => meant(figure, rows));
  return [...new Set(matches.map(({ row }) => row))].flatMap((row) => {
    const whole = row.amount ?? new Decimal(0);
    const all = figures.filter((figure) => sameUnit(row, figure));
    if (
      addsUp(
        all.map(({ amount }) => amount),
        whole,
      )
    )
      return [];
    const written = matches.filter((match) => match.row === row).map(({ figure }) => figure.written);
    const message = `“${labelOf(path)}”写 ${written.join('、')}，指标“${row.name}”为 ${shown(row)}，两者不一致，请核对`;
    return [{ path, message }];
  });
}

export const figureRules = [
  rule({
    code: 'explanation-differs-from-value',
    title: '指标说明中的数与指标值一致',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ rows }) => rows.flatMap((row) => rowTexts(row).flatMap((text) => ownText(row, text))),
  }),
  rule({
    code: 'text-differs-from-indicator',
    title: '目标、用途中的数与指标一致',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form, rows }) => formTexts(form).flatMap((text) => freeText(rows, text)),
  }),
];
