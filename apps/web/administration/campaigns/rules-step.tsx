import { Form, InputNumber, Select } from 'antd';
import { type RuleSet } from '#domain';
import { ScreeningRules } from './screening-rules.tsx';
import { type StepProps } from './terms.ts';

type Bounds = RuleSet['gradeBounds'];
const BOUNDS: readonly (readonly [keyof Bounds, string])[] = [
  ['excellent', '优，不低于'],
  ['good', '良，不低于'],
  ['fair', '中，不低于'],
];
const TREES = [
  { value: '2021' as const, label: '成本、产出、效益、满意度（2021 年起）' },
  { value: '2015' as const, label: '产出（含成本）、效益、满意度（2015 年）' },
];
const WEIGHTS = [
  { value: 'either', label: '90 或 100 都可以' },
  { value: '90', label: '90（预算执行率另占 10）' },
  { value: '100', label: '100' },
];
const PART_STEPS: { value: RuleSet['partStep']; label: string }[] = [
  { value: 'ask', label: '由复核人决定' },
  { value: 'whole', label: '满一步才扣' },
  { value: 'proportional', label: '按比例扣' },
  { value: 'up', label: '不足一步按一步扣' },
];

/** What varies by place and year; screening rules and their severity below. */
export function RulesStep({ draft: { ruleSet }, onChange }: StepProps) {
  const set = (part: Partial<RuleSet>): void => onChange({ ruleSet: { ...ruleSet, ...part } });
  return (
    <>
      <Form layout="vertical" requiredMark={false} component="div" className="rule-fields">
        <Form.Item label="指标体系" htmlFor="tree">
          <Select<RuleSet['tree']>
            id="tree"
            value={ruleSet.tree}
            onChange={(tree) => set({ tree })}
            options={TREES}
          />
        </Form.Item>
        <Form.Item label="指标分值合计" htmlFor="weights">
          <Select<string>
            id="weights"
            value={String(ruleSet.weightTotal ?? 'either')}
            onChange={(total) => set({ weightTotal: total === '90' ? 90 : total === '100' ? 100 : null })}
            options={WEIGHTS}
          />
        </Form.Item>
        <Form.Item label="扣分不足一步时" htmlFor="part">
          <Select<RuleSet['partStep']>
            id="part"
            value={ruleSet.partStep}
            onChange={(partStep) => set({ partStep })}
            options={PART_STEPS}
          />
        </Form.Item>
        <Form.Item label="每人每天最多催办（次）" htmlFor="urges">
          <InputNumber
            id="urges"
            min={0}
            max={100}
            precision={0}
            value={ruleSet.urgesPerDay}
            onChange={(urgesPerDay) => set({ urgesPerDay: urgesPerDay ?? 0 })}
          />
        </Form.Item>
        {BOUNDS.map(([grade, label]) => (
          <Form.Item key={grade} label={`${label}（分）`} htmlFor={grade}>
            <InputNumber
              id={grade}
              min={0}
              max={100}
              value={ruleSet.gradeBounds[grade]}
              onChange={(points) => set({ gradeBounds: { ...ruleSet.gradeBounds, [grade]: points ?? 0 } })}
            />
          </Form.Item>
        ))}
      </Form>
      <ScreeningRules screening={ruleSet.screening} onChange={(screening) => set({ screening })} />
    </>
  );
}
