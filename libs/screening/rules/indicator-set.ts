import { Decimal } from 'decimal.js';
import { ALL_KINDS, rule, type Flaw } from '../finding.ts';
import type { Group, IndicatorReading } from '../indicator-reading.ts';
import { figuresIn } from '../figures.ts';

const NOTES_88 = '财预〔2015〕88号第十一条：绩效指标应当细化、量化；附件“完整性”审核：明确清晰性';
const NOTES_TREE = '财预〔2021〕101号：绩效指标包括成本、产出、效益、满意度指标';

/** Something that can be counted: a number, a date, or a figure inside the sentence of a wide table. */
export const isQuantified = (row: IndicatorReading): boolean =>
  row.number !== undefined ||
  row.isDate ||
  /\d/.test(row.value) ||
  (row.value === '' && figuresIn(row.name).length > 0);

function lacks(rows: readonly IndicatorReading[], group: Group, name: string): Flaw[] {
  const present = rows.filter((row) => row.group === group && !row.isVoid);
  return present.length > 0 ? [] : [{ path: '/indicators', message: `未设置${name}指标，请至少设置一条` }];
}

export const indicatorSetRules = [
  rule({
    code: 'no-quantified-output',
    title: '至少一条量化的产出指标',
    severity: 'error',
    appliesTo: ALL_KINDS,
    restsOn: NOTES_88,
    check: ({ rows }) => {
      if (rows.length === 0) return '没有绩效指标';
      const outputs = rows.filter((row) => row.group === 'output');
      if (outputs.some(isQuantified)) return [];
      const what = outputs.length === 0 ? '未设置产出指标' : '产出指标均没有量化的指标值';
      return [{ path: '/indicators', message: `${what}，请至少设置一条有具体数值的产出指标` }];
    },
  }),
  rule({
    code: 'no-benefit-indicator',
    title: '至少一条效益指标',
    severity: 'error',
    appliesTo: ALL_KINDS,
    restsOn: NOTES_TREE,
    check: ({ rows }) => (rows.length === 0 ? '没有绩效指标' : lacks(rows, 'benefit', '效益')),
  }),
  rule({
    code: 'no-satisfaction-indicator',
    title: '至少一条满意度指标',
    severity: 'error',
    appliesTo: ALL_KINDS,
    restsOn: NOTES_TREE,
    check: ({ rows }) => {
      if (rows.length === 0) return '没有绩效指标';
      if (rows.some((row) => row.aspect !== 'satisfaction' && /满意度/.test(row.name))) return [];
      return lacks(rows, 'satisfaction', '满意度');
    },
  }),
  rule({
    code: 'value-missing',
    title: '每条指标都有指标值',
    severity: 'error',
    appliesTo: ['project', 'overall'],
    restsOn: NOTES_88,
    check: ({ rows }) => {
      const real = rows.filter((row) => !row.isVoid);
      const bare = real.filter((row) => row.value === '');
      if (bare.length > 1 && bare.length === real.length)
        return [{ path: '/indicators', message: `${String(bare.length)} 条指标都没有指标值，请逐条填写` }];
      return bare.map((row) => ({
        path: `${row.path}/value`,
        message: `指标“${row.name}”没有指标值，请填写`,
      }));
    },
  }),
  rule({
    code: 'weights-on-some-rows',
    title: '权重要么每条都有，要么都没有',
    severity: 'error',
    appliesTo: ALL_KINDS,
    restsOn: '绩效目标申报表填报说明：指标分值应逐条填写，合计等于规定总分',
    check: ({ rows }) => {
      const real = rows.filter((row) => !row.isVoid);
      const weighted = real.filter((row) => row.row.weight !== undefined);
      if (weighted.length === 0) return '本表没有填写分值';
      return real
        .filter((row) => row.row.weight === undefined)
        .map((row) => ({
          path: `${row.path}/weight`,
          message: `共 ${String(real.length)} 条指标中有 ${String(weighted.length)} 条填写了分值，指标“${row.name}”没有，请补充`,
        }));
    },
  }),
  rule({
    code: 'weights-total',
    title: '分值合计等于规定总分',
    severity: 'error',
    appliesTo: ALL_KINDS,
    restsOn: '绩效目标申报表填报说明：指标分值合计 100 分，预算执行率另占 10 分的合计 90 分',
    check: ({ rows, ruleSet }) => {
      const weights = rows.flatMap((row) => row.row.weight ?? []);
      if (weights.length === 0) return '本表没有填写分值';
      if (weights.length < rows.filter((row) => !row.isVoid).length) return '分值未逐条填写，无法核对合计';
      const total = weights.reduce((sum, weight) => sum.plus(weight), new Decimal(0));
      if (ruleSet.weightTotals.some((right) => total.equals(right))) return [];
      const message = `各指标分值合计 ${total.toString()} 分，应为 ${ruleSet.weightTotals.join(' 或 ')} 分，请调整分值`;
      return [{ path: '/indicators', message }];
    },
  }),
];
