import type { Form, Indicator } from '#form';
import type { OtherForm, ScreeningContext } from '../finding.ts';

/** A form as the JSON files of this folder write it: an indicator is one line. */
interface WrittenForm {
  kind: string;
  /** `数量|新建停车位|≥600|个|解释|评分标准|分值|实施期值|描述`; empty ends are left out. */
  indicators?: readonly string[];
}

/** An invented form and what a careful examiner finds in it: `code place`, sorted. */
export interface Invented {
  title: string;
  form: WrittenForm;
  context?: {
    others?: { id: string; unit: string; form: WrittenForm }[];
    lastYear?: WrittenForm;
    unit?: string;
  };
  found: string[];
}

const FIELDS = ['unit', 'explanation', 'scoringRule', 'weight', 'periodValue', 'description'] as const;
const OPERATORS = ['≥', '≤', '=', '>', '<', '定性'] as const;
const LEVELS: Readonly<Record<string, readonly [level1: string, level2: string]>> = {
  经济成本: ['成本指标', '经济成本指标'],
  社会成本: ['成本指标', '社会成本指标'],
  经济: ['效益指标', '经济效益指标'],
  社会: ['效益指标', '社会效益指标'],
  生态: ['效益指标', '生态效益指标'],
  可持续: ['效益指标', '可持续影响指标'],
  满意: ['满意度指标', '服务对象满意度指标'],
};

function indicatorOf(line: string, index: number): Indicator {
  const [level = '', name = '', value = '', ...rest] = line.split('|');
  const [level1, level2] = LEVELS[level] ?? ['产出指标', `${level}指标`];
  const operator = OPERATORS.find((sign) => value.startsWith(sign));
  const bare = operator === undefined ? value : value.slice(operator.length);
  return {
    id: `i${String(index + 1)}`,
    level1,
    level2,
    name,
    ...(operator !== undefined && { operator }),
    ...(bare !== '' && { value: bare }),
    ...Object.fromEntries(FIELDS.flatMap((field, at) => (rest[at] ? [[field, rest[at]]] : []))),
  };
}

/** The form that is written; the JSON is trusted to have the shape of its kind. */
export const formOf = ({ indicators, ...written }: WrittenForm): Form =>
  ({ ...written, ...(indicators && { indicators: indicators.map(indicatorOf) }) }) as unknown as Form;

export function contextOf({ context = {} }: Invented): ScreeningContext {
  const { others, lastYear, ...rest } = context;
  return {
    ...rest,
    ...(others && { others: others.map((other): OtherForm => ({ ...other, form: formOf(other.form) })) }),
    ...(lastYear && { lastYear: formOf(lastYear) }),
  };
}
