import { OPERATORS, type FormKind } from '#form';
import { type Column } from './layout.ts';

const operators = OPERATORS.map((value) => ({ value, label: value }));

const LEVELS: readonly Column[] = [
  { key: 'level1', label: '一级指标', as: 'text', width: 72, merged: true },
  { key: 'level2', label: '二级指标', as: 'text', width: 72, merged: true },
  { key: 'name', label: '三级指标', as: 'long', width: 150 },
];
const EXPLANATION: Column = { key: 'explanation', label: '指标解释', as: 'long', width: 140 };
const OPERATOR: Column = { key: 'operator', label: '类型', as: 'choice', choices: operators, width: 52 };
const VALUE: Column = { key: 'value', label: '指标值', as: 'text', width: 84 };
const UNIT: Column = { key: 'unit', label: '计量单位', as: 'text', width: 72 };
const RULE: Column = { key: 'scoringRule', label: '评（扣）分标准', as: 'long', width: 184 };
const WEIGHT: Column = { key: 'weight', label: '分值', as: 'number', width: 52 };
const BASIS: Column = { key: 'basis', label: '指标值确定依据', as: 'long', width: 106 };

/** The columns of the indicator table as each paper form has them. */
export const INDICATOR_COLUMNS: Readonly<Record<FormKind, readonly Column[]>> = {
  project: [...LEVELS, OPERATOR, VALUE, UNIT, RULE, WEIGHT, BASIS],
  overall: [...LEVELS, EXPLANATION, OPERATOR, VALUE, UNIT, RULE, WEIGHT],
  direction: [
    ...LEVELS,
    OPERATOR,
    { key: 'periodValue', label: '实施期指标值', as: 'text', width: 96 },
    { ...VALUE, label: '年度指标值' },
    UNIT,
    RULE,
    WEIGHT,
  ],
};
