import { Input, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { type RuleSet } from '#domain';
import { RULES, type Severity } from '#screening';
import { SEVERITY_TERMS } from '../../words/index.ts';
import { matches } from '../find.ts';

type Screening = RuleSet['screening'];
type Choice = Severity | 'off';
type Rule = (typeof RULES)[number];

const CHOICES: readonly Choice[] = ['error', 'warning', 'hint', 'off'];
const termOf = (choice: Choice): string => (choice === 'off' ? '关闭' : SEVERITY_TERMS[choice]);

/** What differs from the rule's own severity is kept; the rest follows the rules as they are improved. */
export function withChoice(screening: Screening, { code, severity }: Rule, choice: Choice): Screening {
  const { [code]: _, ...others } = screening;
  return choice === severity ? others : { ...others, [code]: choice };
}

interface ScreeningRulesProps {
  screening: Screening;
  onChange: (screening: Screening) => void;
}

/** 预审规则: an error stops a submission, a warning is answered, a hint is neither. */
export function ScreeningRules({ screening, onChange }: ScreeningRulesProps) {
  const [text, setText] = useState('');
  const changed = Object.keys(screening).length;
  const columns: TableColumnsType<Rule> = [
    { title: '规则', dataIndex: 'title' },
    {
      title: '依据',
      dataIndex: 'restsOn',
      width: 280,
      responsive: ['lg'],
      render: (basis: string) => <span className="small muted">{basis}</span>,
    },
    {
      title: '发现时',
      key: 'severity',
      width: 160,
      render: (_, rule) => (
        <Select<Choice>
          size="small"
          aria-label={`${rule.title}发现时`}
          style={{ width: 144 }}
          value={screening[rule.code] ?? rule.severity}
          onChange={(choice) => onChange(withChoice(screening, rule, choice))}
          options={CHOICES.map((value) => ({
            value,
            label: value === rule.severity ? `${termOf(value)}（默认）` : termOf(value),
          }))}
        />
      ),
    },
  ];
  return (
    <>
      <div className="register-head">
        <b>
          预审规则 {RULES.length} 条{changed > 0 && `，改了 ${String(changed)} 条`}
        </b>
        <Input
          size="small"
          allowClear
          aria-label="查找规则"
          placeholder="查找规则"
          value={text}
          onChange={({ target: { value } }) => setText(value)}
        />
      </div>
      <p className="small muted">错误：改正后才能送审；提醒：由单位说明理由；建议：供参考；关闭：不检查。</p>
      <Table
        size="small"
        rowKey="code"
        columns={columns}
        dataSource={RULES.filter(({ title, code, restsOn }) => matches(text, [title, code, restsOn]))}
        pagination={false}
        scroll={{ y: 320 }}
      />
    </>
  );
}
