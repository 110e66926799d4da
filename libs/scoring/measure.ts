import { Decimal, HUNDRED, ONE } from './decimal.ts';
import type { ScorableIndicator } from './indicator.ts';
import { normalise } from './text/normalise.ts';
import type { Comparison, Day, Quantity, Token } from './text/tokens.ts';
import { tokenize } from './text/tokens.ts';
import type { Unit } from './text/units.ts';
import { areComparable, ownUnit, UNITS } from './text/units.ts';

export type Operator = Comparison | '早于' | 'quantified' | 'qualitative';

/** 指标值: a figure in base units (人, not 万人; percentage points), a day, a word, or a text that is no single figure. */
export type Target =
  | { readonly is: 'figure'; readonly value: Decimal }
  | { readonly is: 'day'; readonly day: Day }
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'unreadable'; readonly text: string };

/** What the row measures, and what an actual value of it may be. */
export interface Measure {
  readonly name: string;
  readonly operator: Operator;
  readonly target: Target;
  readonly unit: Unit | null;
  /** How many base units one written unit is (万人: 10000). */
  readonly scale: Decimal;
  /** The unit as the row writes it, for steps and reasons. */
  readonly unitText: string;
  readonly isRate: boolean;
  /** Above 100 %: impossible (满意度), possible (增长率), or for a person to say (C16). */
  readonly overHundred: 'impossible' | 'possible' | 'unclear';
  readonly mayBeNegative: boolean;
  readonly isRanking: boolean;
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  '≥': '≥',
  '>=': '≥',
  '=>': '≥',
  大于等于: '≥',
  不低于: '≥',
  不少于: '≥',
  '>': '>',
  大于: '>',
  '=': '=',
  等于: '=',
  '<': '<',
  小于: '<',
  '≤': '≤',
  '<=': '≤',
  '=<': '≤',
  小于等于: '≤',
  不超过: '≤',
  不高于: '≤',
  早于: '早于',
  定量: 'quantified',
  '': 'quantified',
};
const NO_UNIT = new Set(['', '无', '-', '/', '--', '//', '无单位', '不适用']);
const PERCENT = new Set(['%', '%%', '百分比', '百分点', '百分率', '百分数', '百分号', '个百分点']);
const OPEN_ABOVE = /增长|增幅|增速|超支|预算|支出|收入|创收|增加|税收|产值|进度/u;
const CLOSED_ABOVE =
  /满意|合格|合规|及时|覆盖|知晓|办结|整改|处置|处理|到位|参与|使用率|验收|达标|准确|规范|通过率|采用率|完好|出勤|入学|接种|治愈|查验|接通|公开|整洁|正常|合法|安全|成功率|占比|比重|比例|利用率|普及|巩固|持证|有效率|真实|完整|结案|回复|答复|响应|销号|落实率|发放率|建档|签约率|就业率|保障率|检出|公示|稳定率|亮灯|认同|支持率/u;
const SIGNED = /增长|增幅|增速|超支|下降|降低|降幅|减少|变化|偏差|盈余|差额|平稳/u;
const MONEY = /资金|经费|支出|收入|成本|金额|总额|预算|费用|投资|税收/u;

/** Reads operator, target and unit of a row; never throws. */
export function measureOf(indicator: ScorableIndicator): Measure {
  const { name = '', value = '' } = indicator;
  const operator = operatorOf(indicator);
  const written = unitOf(normalise(indicator.unit ?? ''), name);
  const read = targetOf(normalise(value), written);
  const unit = written.unit ?? read.unit;
  const isRate = unit?.group === 'ratio';
  return {
    name,
    operator,
    target: read.target,
    unit,
    scale: written.scale,
    unitText: written.text === '' && read.unit !== null ? read.unit.name : written.text,
    isRate,
    overHundred: isRate ? ceilingOf(name, operator, read.target) : 'possible',
    mayBeNegative: isRate && SIGNED.test(name),
    isRanking: /排名|名次|位次|排位/u.test(name),
  };
}

function operatorOf(indicator: ScorableIndicator): Operator {
  const text = normalise(indicator.operator ?? indicator.operatorText ?? '');
  return OPERATORS[text] ?? 'qualitative';
}

interface WrittenUnit {
  readonly unit: Unit | null;
  readonly scale: Decimal;
  readonly text: string;
}

function unitOf(text: string, name: string): WrittenUnit {
  if (NO_UNIT.has(text)) return { unit: null, scale: ONE, text: '' };
  if (PERCENT.has(text)) return { unit: percent(), scale: ONE, text: '%' };
  const [token, ...more] = tokenize(`1${text}`);
  if (token?.kind !== 'quantity' || more.length > 0) return { unit: ownUnit(text), scale: ONE, text };
  const { unit, scaled, value } = token.quantity;
  if (scaled && unit === null && MONEY.test(name)) return { unit: yuan(), scale: value, text: `${text}元` };
  return { unit, scale: unit === null ? value : value.mul(unit.factor), text };
}

function yuan(): Unit {
  return UNITS.get('元') ?? ownUnit('元');
}

export function percent(): Unit {
  return UNITS.get('%') ?? ownUnit('%');
}

function targetOf(text: string, written: WrittenUnit): { target: Target; unit: Unit | null } {
  const tokens = tokenize(text.replace(/%%+/u, '%'));
  const [first, ...more] = tokens;
  if (more.length === 0 && first?.kind === 'quantity') return figureTarget(first.quantity, written, text);
  if (first?.kind === 'date' && more.every((token) => token.text === '前'))
    return { target: { is: 'day', day: first.day }, unit: null };
  const isWord = !tokens.some((token: Token) => token.kind === 'quantity' || token.kind === 'date');
  return { target: isWord ? wordTarget(text, written) : { is: 'unreadable', text }, unit: null };
}

/** 三 with the unit 名 is a figure too. */
function wordTarget(text: string, written: WrittenUnit): Target {
  const [token, ...more] = tokenize(`${text}${written.text === '' ? '个' : written.text}`);
  const isFigure =
    more.length === 0 && token?.kind === 'quantity' && /^[一二两三四五六七八九十百千]+$/u.test(text);
  return isFigure
    ? { is: 'figure', value: token.quantity.value.mul(written.scale) }
    : { is: 'word', word: text };
}

function figureTarget(
  quantity: Quantity,
  written: WrittenUnit,
  text: string,
): { target: Target; unit: Unit | null } {
  const value = inBase(quantity, written.unit, written.scale);
  if (value === null) return { target: { is: 'unreadable', text }, unit: null };
  return { target: { is: 'figure', value }, unit: quantity.unit };
}

/** A figure in the base of a unit: without a unit of its own it is in the row's; null when the two cannot be compared. */
export function inBase(quantity: Quantity, unit: Unit | null, scale: Decimal): Decimal | null {
  if (quantity.unit === null) return quantity.scaled ? quantity.value : quantity.value.mul(scale);
  const base = quantity.value.mul(quantity.unit.factor);
  if (unit === null || unit.group === quantity.unit.group) return base;
  return null;
}

/** 每超50元 of a row in 元/平方米: the unit by which it is divided goes without saying; null for any other figure. */
export function perOf({ value, unit }: Quantity, own: Unit | null): Decimal | null {
  if (own?.per === undefined || unit === null || !areComparable(unit, own.per.of)) return null;
  return value.mul(unit.factor).div(own.per.by.factor);
}

function ceilingOf(name: string, operator: Operator, target: Target): Measure['overHundred'] {
  if (OPEN_ABOVE.test(name)) return 'possible';
  const isHundred = target.is === 'figure' && target.value.eq(HUNDRED);
  if (CLOSED_ABOVE.test(name) || (operator === '=' && isHundred)) return 'impossible';
  if (operator === '≥' && isHundred && /完成|达成|进度/u.test(name)) return 'possible';
  return canBeMissedAbove(operator, target) ? 'possible' : 'unclear';
}

/** ≤100 %: a limit that nothing could exceed would say nothing. */
function canBeMissedAbove(operator: Operator, target: Target): boolean {
  return (operator === '≤' || operator === '<') && target.is === 'figure' && target.value.gte(HUNDRED);
}

/** The same row measured in the unit that its rule names, where the table names none. */
export function measuredIn(measure: Measure, unit: Unit): Measure {
  const isRate = unit.group === 'ratio';
  const overHundred = isRate ? ceilingOf(measure.name, measure.operator, measure.target) : 'possible';
  return { ...measure, unit, scale: unit.factor, unitText: unit.name, isRate, overHundred };
}

/** 备注 as points: "10分" and "10" are ten; null when there is no figure or more than one. */
export function weightOf(text: string | undefined): Decimal | null {
  const [token, ...more] = tokenize(normalise(text ?? ''));
  if (token?.kind !== 'quantity' || more.length > 0) return null;
  const { unit, value } = token.quantity;
  return (unit === null || unit.name === '分') && value.gt(0) ? value : null;
}
