import { Decimal } from 'decimal.js';
import { parseTargetValue, type Form, type Indicator } from '#form';
import { readUnit, type Unit } from './units.ts';
import { figuresIn, readNumber } from './figures.ts';

export type Group = 'output' | 'cost' | 'benefit' | 'satisfaction' | 'unknown';
export type Aspect = 'quantity' | 'quality' | 'timeliness' | 'cost' | 'effect' | 'satisfaction' | 'unknown';

/** An indicator as the rules see it: what the row says, read once. */
export interface IndicatorReading {
  row: Indicator;
  /** `/indicators/i3` */
  path: string;
  name: string;
  group: Group;
  aspect: Aspect;
  /** The value as it stands, trimmed; empty where the row has none. */
  value: string;
  /** The value where it is one plain number (with or without its unit in the text), not converted. */
  number?: Decimal;
  unit?: Unit;
  /** The number in the unit's base. */
  amount?: Decimal;
  isRate: boolean;
  isDate: boolean;
  /** The row says that there is nothing to measure: 不适用, 无直接经济效益. */
  isVoid: boolean;
}

const ASPECTS: readonly (readonly [RegExp, Aspect])[] = [
  [/满意/, 'satisfaction'],
  [/数量/, 'quantity'],
  [/质量/, 'quality'],
  [/时效/, 'timeliness'],
  [/成本/, 'cost'],
  [/效益|效果|影响|可持续/, 'effect'],
];
const DATE =
  /(?:19|20)\d{2}\s*(?:年|[./-]\s*\d{1,2}(?!\d))|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:底|末|份|前)?|年底|年末|年内|全年/;
const VOID = /^(?:无|不涉及|不适用|\/|-|—)(?:直接|明显)?(?:的)?(?:经济|社会|生态|环境|效益|指标)*$/;
const NUMBER = /^\d+(?:\.\d+)?$/;
const CHINESE_DIGIT = /^[一二三四五六七八九十两]$/;

export function readIndicators(form: Form): IndicatorReading[] {
  return (form.indicators ?? []).map(readIndicator);
}

function readIndicator(row: Indicator): IndicatorReading {
  const name = tidy(row.name);
  const value = tidy(row.value);
  const aspect = aspectOf(row);
  const isDate = DATE.test(value) && !/%/.test(value);
  const measured = isDate ? {} : readValue(value, row.unit);
  return {
    row,
    path: `/indicators/${row.id}`,
    name,
    group: groupOf(row, aspect),
    aspect,
    value,
    ...measured,
    ...inBase(measured),
    isRate: measured.unit?.base === '%',
    isDate,
    isVoid: row.weight === undefined && VOID.test(value || name),
  };
}

/** The value's number and unit; the unit column wins over a unit written in the value. */
function readValue(value: string, unitColumn: string | undefined): { number?: Decimal; unit?: Unit } {
  const parsed = parseTargetValue(value.replace(/^约|左右$|%(?=%$)/g, ''));
  const column = readUnit(unitColumn);
  if (NUMBER.test(parsed.value))
    return { number: new Decimal(parsed.value), ...withUnit(column ?? readUnit(parsed.unit)) };
  if (column && CHINESE_DIGIT.test(value)) return { number: readNumber(value), unit: column };
  const [only, ...more] = figuresIn(value);
  if (!only || more.length > 0 || only.per || !/率|度|达|以上/.test(value)) return withUnit(column);
  return { number: only.amount.div(only.unit.factor), unit: only.unit };
}

const inBase = ({ number, unit }: { number?: Decimal; unit?: Unit }): { amount?: Decimal } =>
  number ? { amount: number.times(unit?.factor ?? 1) } : {};
const withUnit = (unit: Unit | undefined): { unit?: Unit } => (unit ? { unit } : {});

export function tidy(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim();
}

function aspectOf(row: Indicator): Aspect {
  const words = [row.level2, row.level1];
  for (const word of words)
    for (const [pattern, aspect] of ASPECTS) if (word !== undefined && pattern.test(word)) return aspect;
  return 'unknown';
}

const GROUPS: Readonly<Record<Aspect, Group>> = {
  quantity: 'output',
  quality: 'output',
  timeliness: 'output',
  cost: 'output',
  effect: 'benefit',
  satisfaction: 'satisfaction',
  unknown: 'unknown',
};

function groupOf(row: Indicator, aspect: Aspect): Group {
  if (aspect === 'cost' && /成本/.test(row.level1 ?? '')) return 'cost';
  if (aspect === 'unknown' && /产出/.test(row.level1 ?? '')) return 'output';
  return GROUPS[aspect];
}

/** Names of rates: a number is what they are about. */
export const RATE_NAME = /(?:率|满意度|比例|占比|比重|知晓度|支持度|认可度)$/;

export const isQualitative = ({ row }: IndicatorReading): boolean =>
  row.operator === '定性' || row.operatorText === '定性';

/** What may be wrong with a row, and how to say so. */
export type Reason = readonly [
  isSo: (row: IndicatorReading) => boolean,
  why: (row: IndicatorReading) => string,
];

/** The first of several reasons that holds, in Chinese; undefined where none does. */
export const firstReason = (reasons: readonly Reason[], row: IndicatorReading): string | undefined =>
  reasons.find(([isSo]) => isSo(row))?.[1](row);
