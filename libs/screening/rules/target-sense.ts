import { ALL_KINDS, rule, type Flaw } from '../finding.ts';
import type { IndicatorReading } from '../indicator-reading.ts';
import { isCapped, isCostAmount, isDelay, isGrowth, isHigherBetter, isRank, isUnwanted } from '../sense.ts';
import { parseTargetValue } from '#form';
import { Decimal } from 'decimal.js';

const RESTS_ON = '财预〔2015〕88号第十一条：绩效指标应合理可行；附件“适当性”审核：绩效合理性';

const shown = ({ row, value }: IndicatorReading): string =>
  `${row.operator ?? row.operatorText ?? ''}${value}${row.unit ?? ''}`;
const atLeast = ({ row }: IndicatorReading): boolean => row.operator === '≥' || row.operator === '>';
const atMost = ({ row }: IndicatorReading): boolean => row.operator === '≤' || row.operator === '<';
const isNumber = (row: IndicatorReading, number: number): boolean => row.number?.equals(number) === true;

function cannotBeMissed(row: IndicatorReading): boolean {
  if (row.row.operator === '≥' && isNumber(row, 0))
    return !isGrowth(row) && !/盈余|结余|效益|收益/.test(row.name);
  return (
    row.row.operator === '≤' && isNumber(row, 100) && row.isRate && isCapped(row) && row.aspect !== 'cost'
  );
}

function overHundred(row: IndicatorReading): string | undefined {
  if (!row.isRate || !isCapped(row) || row.number === undefined) return undefined;
  if (row.number.gt(100)) return '超过 100%';
  return atLeast(row) && row.number.equals(100) ? '要求不低于 100%' : undefined;
}

/** What is wrong with asking for at least, or at most, so much of something. */
function againstSense(row: IndicatorReading): string | undefined {
  if (row.number === undefined || row.number.isZero()) return undefined;
  if (atLeast(row)) {
    if (isCostAmount(row)) return '成本类指标应当控制上限，宜用“≤”';
    if (isRank(row)) return '名次越靠前数越小，宜用“≤”';
    if (isDelay(row)) return '此类时限越短越好，宜用“≤”';
    return isUnwanted(row) ? '此类事项越少越好，宜用“≤”' : undefined;
  }
  return isUpsideDown(row) ? '此类指标越高越好，宜用“≥”' : undefined;
}

const isUpsideDown = (row: IndicatorReading): boolean =>
  atMost(row) &&
  row.isRate &&
  row.aspect !== 'cost' &&
  isHigherBetter(row) &&
  !isUnwanted(row) &&
  !isNumber(row, 100);

function abovePeriod(row: IndicatorReading): Flaw[] {
  const period = parseTargetValue(row.row.periodValue ?? '');
  if (row.number === undefined || !/^\d+(?:\.\d+)?$/.test(period.value) || isUnwanted(row)) return [];
  if (atMost(row) || !row.number.gt(new Decimal(period.value))) return [];
  const message = `指标“${row.name}”年度值 ${shown(row)} 高于实施期值 ${row.row.periodValue ?? ''}，请核对`;
  return [{ path: `${row.path}/value`, message }];
}

export const targetSenseRules = [
  rule({
    code: 'target-cannot-be-missed',
    title: '指标值不是必然达到的',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ rows }) =>
      rows.filter(cannotBeMissed).map((row) => ({
        path: `${row.path}/value`,
        message: `指标“${row.name}”${shown(row)} 无论怎样都会达到，起不到约束作用，请改填有意义的目标`,
      })),
  }),
  rule({
    code: 'rate-over-hundred',
    title: '不可能超过 100% 的比率没有超过',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ rows }) =>
      rows.flatMap((row) => {
        const why = overHundred(row);
        if (why === undefined) return [];
        const path = `${row.path}/${row.number?.gt(100) ? 'value' : 'operator'}`;
        const message = `指标“${row.name}”${shown(row)} ${why}，而该比率最高只能是 100%，请改正`;
        return [{ path, message, ...(row.number?.equals(100) && { fix: { path, value: '=' } }) }];
      }),
  }),
  rule({
    code: 'operator-against-sense',
    title: '指标方向与含义一致',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ rows }) =>
      rows.flatMap((row) => {
        const why = againstSense(row);
        if (why === undefined) return [];
        const path = `${row.path}/operator`;
        const value = atLeast(row) ? '≤' : '≥';
        return [{ path, message: `指标“${row.name}”填“${shown(row)}”，${why}`, fix: { path, value } }];
      }),
  }),
  rule({
    code: 'annual-above-period',
    title: '年度值不高于实施期值',
    severity: 'warning',
    appliesTo: ['direction'],
    restsOn: RESTS_ON,
    check: ({ rows }) =>
      rows.some(({ row }) => row.periodValue !== undefined)
        ? rows.flatMap(abovePeriod)
        : '没有填写实施期指标值',
  }),
];
