import { Decimal } from 'decimal.js';
import { Money, type Form } from '#form';
import { ALL_KINDS, rule, type OtherForm } from '../finding.ts';
import { sharedPart, traitsOf } from '../near-copies.ts';
import { totalOf, withoutYears } from '../whole-form.ts';

const RESTS_ON = '财预〔2015〕88号附件“相关性”审核：绩效目标应针对本项目、本年度设定';

/** How a finding names the other form. */
const nameOf = ({ unit, form, id }: OtherForm): string =>
  `${unit || form.unitName || ''}“${titleOf(form) ?? id}”`;
const titleOf = (form: Form): string | undefined => {
  switch (form.kind) {
    case 'project':
      return form.name;
    case 'overall':
      return form.unitName;
    case 'direction':
      return form.fund === undefined ? form.direction : `${form.fund}·${form.direction ?? ''}`;
  }
};

const FEW = 3;

export const betweenFormRules = [
  rule({
    code: 'same-indicators-elsewhere',
    title: '指标没有照抄别的表',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form, context, ruleSet }) => {
      const traits = traitsOf(form);
      if (traits.length < FEW) return '指标不足三条，不作比较';
      if (!context.others?.length) return '没有可比较的其他表';
      const twins = context.others.filter(
        (other) => sharedPart(traits, traitsOf(other.form)) >= ruleSet.copyShare,
      );
      const [twin] = twins;
      if (!twin) return [];
      const more = twins.length > 1 ? `等 ${String(twins.length)} 份表` : '';
      return [
        {
          path: '/',
          message: `${String(traits.length)} 条绩效指标与${nameOf(twin)}${more}相同，请按本表的实际另行设定或说明`,
        },
      ];
    },
  }),
  rule({
    code: 'same-project-elsewhere',
    title: '没有两个单位申报同一项目',
    severity: 'warning',
    appliesTo: ['project'],
    restsOn: '《预算法》第三十七条：厉行节约，避免重复安排',
    check: ({ form, context }) => {
      const total = form.funding?.thisYear?.total;
      if (form.name === undefined || total === undefined) return '项目名称或资金合计未填写';
      const unit = context.unit ?? form.unitName ?? '';
      const isSame = (other: OtherForm): boolean =>
        other.form.kind === 'project' &&
        other.unit !== unit &&
        withoutYears(other.form.name ?? '') === withoutYears(form.name ?? '') &&
        other.form.fiscalYear === form.fiscalYear &&
        Money.of(other.form.funding?.thisYear?.total ?? '-1').equals(Money.of(total));
      return (context.others ?? []).filter(isSame).map((other) => ({
        path: '/',
        message: `与${nameOf(other)}项目名称相同、金额同为 ${total} 万元，是否重复申报，请核对`,
      }));
    },
  }),
  rule({
    code: 'only-years-changed',
    title: '不是只改了年份的上年表',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form, context: { lastYear } }) => {
      if (!lastYear) return '没有上年的表';
      if (withoutYears(form) !== withoutYears(lastYear)) return [];
      return [
        {
          path: '/',
          message: `与上年${lastYear.fiscalYear === undefined ? '' : `（${String(lastYear.fiscalYear)} 年）`}的表相比只改了年份，请按本年度工作重新设定目标`,
        },
      ];
    },
  }),
  rule({
    code: 'grows-without-estimate',
    title: '资金大幅增加时有测算依据',
    severity: 'warning',
    appliesTo: ['project', 'direction', 'overall'],
    restsOn: '财预〔2015〕88号附件“适当性”审核：资金匹配性',
    check: ({ form, context: { lastYear }, ruleSet: { growthPercent } }) => {
      const now = totalOf(form);
      const before =
        form.kind === 'project' ? (form.funding?.lastYear?.total ?? totalOf(lastYear)) : totalOf(lastYear);
      if (now === undefined || before === undefined) return '本年或上年的资金合计未填写';
      if (!new Decimal(before).gt(0)) return '上年没有资金，无从比较';
      const growth = new Decimal(now).minus(before).div(before).times(100);
      if (growth.lte(growthPercent) || hasEstimate(form)) return [];
      const message = `资金由上年 ${before} 万元增至 ${now} 万元，增长 ${growth.toDecimalPlaces(1).toString()}%，超过 ${growthPercent}%，而没有测算依据，请补充`;
      return [{ path: '/', message }];
    },
  }),
  rule({
    code: 'fund-total-differs',
    title: '专项资金总额等于各支出方向之和',
    severity: 'error',
    appliesTo: ['direction'],
    restsOn: '专项资金预算绩效目标编报说明：资金总额为所有支出方向年度金额之和',
    check: ({ form, context }) => {
      const fund = context.fundTotals?.find(
        (each) => each.fund === form.fund && each.fiscalYear === form.fiscalYear,
      );
      if (!fund || form.amount === undefined) return '批次中没有登记该专项资金的总额';
      const others = (context.others ?? []).flatMap(({ form: other }) =>
        other.kind === 'direction' && other.fund === form.fund && other.fiscalYear === form.fiscalYear
          ? (other.amount ?? [])
          : [],
      );
      const sum = Money.sum([form.amount, ...others]);
      if (sum.equals(Money.of(fund.total))) return [];
      const message = `专项“${fund.fund}”总额 ${fund.total} 万元，${String(others.length + 1)} 个支出方向合计 ${sum.toString()} 万元，两者不等，请核对`;
      return [{ path: '/amount', message }];
    },
  }),
];

const hasEstimate = (form: Form): boolean =>
  form.kind === 'project' &&
  (form.funding?.estimate !== undefined ||
    (form.budgetItems ?? []).some((item) => item.estimate !== undefined));
