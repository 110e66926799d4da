import { Checkbox, Form, Input, InputNumber, Radio } from 'antd';
import { type StepProps } from './terms.ts';

export function NameStep({ draft, onChange }: StepProps) {
  return (
    <Form layout="vertical" requiredMark={false} component="div">
      <Form.Item label="预算年度" htmlFor="year">
        <InputNumber
          id="year"
          min={1990}
          max={2100}
          precision={0}
          value={draft.fiscalYear}
          onChange={(year) => onChange({ fiscalYear: year ?? 0 })}
        />
      </Form.Item>
      <Form.Item label="批次名称" htmlFor="name">
        <Input
          id="name"
          maxLength={200}
          value={draft.name}
          onChange={({ target: { value } }) => onChange({ name: value })}
        />
      </Form.Item>
      <Form.Item label="批次编号" htmlFor="id" extra="出现在地址和导出的文件里，开启后不能改。">
        <Input
          id="id"
          maxLength={100}
          style={{ width: 240 }}
          value={draft.id}
          onChange={({ target: { value } }) => onChange({ id: value })}
        />
      </Form.Item>
      <Form.Item label="退回修改后重新送审">
        <Radio.Group
          value={draft.resumeAt}
          onChange={({ target: { value } }) =>
            onChange({ resumeAt: value === 'returning' ? 'returning' : 'first' })
          }
          options={[
            { value: 'first', label: '从第一个环节重新审核' },
            { value: 'returning', label: '从退回的环节接着审核' },
          ]}
        />
      </Form.Item>
      <Checkbox
        checked={draft.departmentsGrant}
        onChange={({ target: { checked } }) => onChange({ departmentsGrant: checked })}
      >
        主管部门批复所属单位的目标
      </Checkbox>
    </Form>
  );
}
