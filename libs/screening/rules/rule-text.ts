import { Decimal } from 'decimal.js';
import type { Rule } from '#scoring';
import { ALL_KINDS, rule, type Flaw } from '../finding.ts';
import type { IndicatorReading } from '../indicator-reading.ts';
import { figuresIn } from '../figures.ts';
import { forEachRule, type ReadRule } from '../rule-reading.ts';
import { holesIn, thresholdOf, type Bound } from '../tiers.ts';

const RESTS_ON = '财预〔2020〕10号：指标分值与评（扣）分标准应当明确、一致，可据以打分';

/** 得X分: the points of a model text, never filled in. */
const NO_POINTS = /(?:得|计|扣)\s*[XxNn×?_]+\s*分/;

function fullMarks({ row, path, text, rule: read }: ReadRule): Flaw[] {
  const [blank] = NO_POINTS.exec(text.normalize('NFKC')) ?? [];
  if (blank !== undefined)
    return [{ path, message: `指标“${row.name}”的评（扣）分标准写的是“${blank}”，分数没有填，请补充` }];
  const weight = row.row.weight;
  if (weight === undefined) return [];
  const stated = read.kind === 'needs-person' ? pointsIn(text) : fullOf(read);
  if (stated.length === 0 || stated.some((points) => points.equals(weight))) return [];
  const full = stated[0]?.toString() ?? '';
  const message = `指标“${row.name}”分值为 ${weight} 分，评（扣）分标准的满分是 ${full} 分，请改为一致`;
  return [{ path, message }];
}

function fullOf(read: Rule): Decimal[] {
  const top = read.kind === 'tiers' ? read.bands[0]?.points : undefined;
  const full = read.marks.full ?? (top === 'full' ? undefined : top);
  return full ? [full] : [];
}

/** The 分 may be missing where the clause ends: 计510，. */
const POINTS = /(?:得|的|计|占|满分为?|\()\s*(\d+(?:\.\d+)?)\s*分|[得计](\d+)(?=[,;。]|$)/g;
const pointsOf = (text: string): Decimal[] =>
  [...text.matchAll(POINTS)].map(([, number, bare]) => new Decimal(number ?? bare ?? '0'));

/**
 * In a text that only a person can apply, full marks are the highest points named, or all of them together;
 * of numbered conditions with tiers of their own (1.门诊…2.住院…), the best of each together.
 */
function pointsIn(text: string): Decimal[] {
  const plain = text.normalize('NFKC');
  const parts = plain.split(/(?:^|[。;；\s])\s*\d\s*[.、](?!\d)/).map(pointsOf);
  const tiered = parts.filter((points) => points.length > 1);
  if (tiered.length > 1) return [Decimal.sum(...tiered.map((points) => Decimal.max(...points)))];
  const values = pointsOf(plain);
  return values.length === 0 ? [] : [Decimal.max(...values), Decimal.sum(...values)];
}

function threshold({ row, path, text, rule: read }: ReadRule): Flaw[] {
  if (read.kind === 'needs-person')
    return read.code === 'another-subject' ? [] : otherFigure(row, path, text);
  const bound = thresholdOf(read);
  if (!bound || row.amount === undefined || row.amount.isZero()) return [];
  if (bound.value.equals(row.amount)) return [];
  const target = `${row.row.operator ?? ''}${row.value}${row.row.unit ?? ''}`;
  const message = `指标“${row.name}”的指标值为 ${target}，评（扣）分标准“${text}”的满分线是 ${inUnit(bound, row)}，请改为一致`;
  return [{ path, message }];
}

/** In a text that only a person can apply, a figure of the row's unit that is neither a step nor the target. */
function otherFigure(row: IndicatorReading, path: string, text: string): Flaw[] {
  const { amount, unit } = row;
  if (amount === undefined || unit === undefined || row.isRate) return [];
  const figures = figuresIn(text).filter(
    (figure) => figure.unit.base === unit.base && !figure.per && !figure.inWords && !STEP.test(figure.clause),
  );
  const [first] = figures;
  if (!first || figures.some((figure) => figure.amount.equals(amount))) return [];
  const message = `指标“${row.name}”的指标值为 ${row.value}${row.row.unit ?? ''}，评（扣）分标准“${text}”写的是 ${first.written}，请核对`;
  return [{ path, message }];
}

const STEP = /每|少于?|超|低|增|降|差|延|扣|加/;

const inUnit = ({ value }: Bound, { unit, row }: IndicatorReading): string =>
  `${value.div(unit?.factor ?? 1).toString()}${row.unit ?? ''}`;

export const ruleTextRules = [
  rule({
    code: 'full-marks-differ-from-weight',
    title: '评分标准的满分等于分值',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: forEachRule(fullMarks),
  }),
  rule({
    code: 'threshold-differs-from-target',
    title: '评分标准的满分线等于指标值',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: forEachRule(threshold),
  }),
  rule({
    code: 'tiers-with-holes',
    title: '分档衔接，高档得分高于低档',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: forEachRule(({ row, path, rule: read }) =>
      holesIn(read).map((hole) => ({ path, message: `指标“${row.name}”的评（扣）分标准${hole}，请改正` })),
    ),
  }),
  rule({
    code: 'rule-needs-a-person',
    title: '评分标准可以直接据以打分',
    severity: 'hint',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: forEachRule(({ row, path, rule: read }) =>
      read.kind === 'needs-person' && read.code !== 'another-subject' && read.code !== 'no-rule'
        ? [{ path, message: `指标“${row.name}”：${read.why}` }]
        : [],
    ),
  }),
];
