import { Decimal } from 'decimal.js';
import { ALL_KINDS, rule } from '../finding.ts';
import { isCapped } from '../sense.ts';
import { tidy } from '../indicator-reading.ts';

const RESTS_ON = '财预〔2015〕88号附件“相关性”“完整性”审核';
const same = (left: string | undefined, right: string | undefined): boolean =>
  left !== undefined && tidy(left) === tidy(right);

/** What is not wrong but worth a second look. */
export const hintRules = [
  rule({
    code: 'summary-repeats-name',
    title: '概况、用途不是项目名称的重复',
    severity: 'hint',
    appliesTo: ['project'],
    restsOn: RESTS_ON,
    check: ({ form }) =>
      (['summary', 'purpose'] as const)
        .filter((field) => same(form[field], form.name))
        .map((field) => ({
          path: `/${field}`,
          message: '内容只是重复了项目名称，请说明项目做什么、给谁、做多少',
        })),
  }),
  rule({
    code: 'goal-repeats-long-term-goal',
    title: '年度目标不同于长期目标',
    severity: 'hint',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form }) => {
      const long = form.kind === 'direction' ? form.periodGoal : form.longTermGoal;
      if (long === undefined) return '没有填写长期目标';
      return (form.goals ?? [])
        .filter(({ text }) => same(text, long))
        .map(({ id }) => ({
          path: `/goals/${id}/text`,
          message: '年度绩效目标与长期绩效目标完全相同，请写明本年度要做到什么程度',
        }));
    },
  }),
  rule({
    code: 'staffing-above-authorised',
    title: '实有人数不超过编制数',
    severity: 'hint',
    appliesTo: ['overall'],
    restsOn: '绩效目标申报表填报说明：人员编制数、实有人数',
    check: ({ form }) => {
      const { authorised, actual } = form.staffing ?? {};
      if (authorised === undefined || actual === undefined) return '没有填写人员编制';
      if (new Decimal(actual).lte(authorised)) return [];
      return [
        { path: '/staffing/actual', message: `实有人数 ${actual} 人，超过编制数 ${authorised} 人，请核对` },
      ];
    },
  }),
  rule({
    code: 'indicator-in-wrong-category',
    title: '指标归类恰当',
    severity: 'hint',
    appliesTo: ALL_KINDS,
    restsOn: '财预〔2021〕101号：成本、产出、效益、满意度指标的界定',
    check: ({ rows }) =>
      rows.flatMap((row) => {
        const where = row.row.level2 ?? '';
        if (row.aspect === 'cost' && row.isRate && isCapped(row) && /发放|合格|覆盖|及时|到位/.test(row.name))
          return [
            { path: `${row.path}/level2`, message: `“${row.name}”归在“${where}”，但不反映成本，请核对归类` },
          ];
        if (row.aspect !== 'satisfaction' && /满意度$/.test(row.name) && row.number !== undefined)
          return [{ path: `${row.path}/level2`, message: `“${row.name}”归在“${where}”，宜归入满意度指标` }];
        return [];
      }),
  }),
];
