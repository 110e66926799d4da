import { Decimal } from 'decimal.js';
import { labelOf, type Form } from '#form';
import { ALL_KINDS, rule, type Flaw } from '../finding.ts';
import type { IndicatorReading } from '../indicator-reading.ts';
import { figuresIn, type Figure } from '../figures.ts';
import { sharedWords } from '../words.ts';

const RESTS_ON = '财预〔2015〕88号附件“相关性”审核：绩效指标与绩效目标、资金用途一致';

interface Text {
  path: string;
  text: string | undefined;
}

function formTexts(form: Form): Text[] {
  const goals = (form.goals ?? []).map(({ id, text }) => ({ path: `/goals/${id}/text`, text }));
  if (form.kind !== 'project') return goals;
  return [
    ...goals,
    { path: '/purpose', text: form.purpose },
    { path: '/summary', text: form.summary },
    { path: '/funding/estimate', text: form.funding?.estimate },
  ];
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

/** A row's own description, explanation and basis speak of the row itself. */
function ownText(row: IndicatorReading, { path, text = '' }: Text): Flaw[] {
  const whole = row.amount;
  if (whole === undefined || row.unit === undefined || COMPARES.test(text)) return [];
  const figures = figuresIn(text).filter((figure) => sameUnit(row, figure) && !figure.per);
  if (
    figures.length === 0 ||
    addsUp(
      figures.map(({ amount }) => amount),
      whole,
    )
  )
    return [];
  if (row.isRate && figures.length > 1) return [];
  const written = figures.map((figure) => figure.written).join('、');
  const message = `指标“${row.name}”的指标值为 ${shown(row)}，${labelOf(path)}写的是 ${written}，两者不一致，请核对`;
  return [{ path, message }];
}

const COMPARES = /上年|去年|较20|比20|同比|每年递增/;

interface Match {
  figure: Figure;
  row: IndicatorReading;
}

/** The one row that a figure of a free text means; nothing when two could be meant. */
function meant(figure: Figure, rows: readonly IndicatorReading[]): Match[] {
  const scored = rows
    .filter((row) => row.amount !== undefined && sameUnit(row, figure))
    .map((row) => ({ row, score: sharedWords(row.name, figure.clause) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score);
  const [best, second] = scored;
  if (!best || best.score === second?.score) return [];
  return [{ figure, row: best.row }];
}

function freeText(rows: readonly IndicatorReading[], { path, text = '' }: Text): Flaw[] {
  const figures = figuresIn(text).filter(({ per, unit }) => !per && unit.base !== '元');
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
