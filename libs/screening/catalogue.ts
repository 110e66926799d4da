import type { FormKind } from '#form';
import type { AnyRule } from './finding.ts';
import { DEFAULT_RULE_SET, type Severity } from './rule-set.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: '错误：不改正不能送审',
  warning: '警告：由单位说明理由或由审核人过目',
  hint: '提示：供参考',
};
const KINDS: Readonly<Record<FormKind, string>> = { project: '项目', overall: '整体', direction: '方向' };

/** The documentation page of all rules, as Markdown, from the rules themselves. */
export function cataloguePage(rules: readonly AnyRule[]): string {
  const { weightTotals, growthPercent, copyShare } = DEFAULT_RULE_SET;
  return [
    '# 预审规则',
    '',
    '<!-- Generated from libs/screening by `npm run docs:screening`; edit the rules, not this page. -->',
    '',
    `共 ${String(rules.length)} 条。每条规则的结果是“发现”“未发现”或“不适用”（附原因）。规则集可以按地区和年度关闭规则、`,
    '改变严重程度和阈值；默认的阈值如下：',
    '',
    `- 分值合计：${weightTotals.join(' 或 ')} 分`,
    `- 无测算依据的资金增幅：${growthPercent}%`,
    `- 视为照抄的相同指标比例：${String(copyShare * 100)}%`,
    ...(['error', 'warning', 'hint'] as const).flatMap((severity) => section(severity, rules)),
    '',
  ].join('\n');
}

function section(severity: Severity, rules: readonly AnyRule[]): string[] {
  const ours = rules.filter((rule) => rule.severity === severity);
  return [
    '',
    `## ${SEVERITIES[severity]}（${String(ours.length)} 条）`,
    '',
    '| 规则 | 代码 | 适用 | 依据 |',
    '| --- | --- | --- | --- |',
    ...ours.map(
      ({ title, code, appliesTo, restsOn }) =>
        `| ${title} | \`${code}\` | ${appliesTo.map((kind) => KINDS[kind]).join('、')} | ${restsOn} |`,
    ),
  ];
}
