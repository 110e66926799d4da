import { Form, Input, Radio, Select, type FormInstance } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { type CampaignView } from '#contracts';
import { windowFor, type UnitPlace, type WindowName } from '#domain/campaign';
import { type Unit } from '#domain/directory';
import { listUnits } from '../api/index.ts';
import { DayField } from '../dates/index.ts';
import { windowNames, windowTerm } from '../windows/index.ts';

export interface Entered {
  window: WindowName;
  whom: 'all' | 'department' | 'unit';
  code?: string;
  until: string;
  reason: string;
}

/** In the order of a year. */
export const windowsOf = ({ windows, chains }: CampaignView): WindowName[] =>
  windowNames(chains).filter((name) => windows[name] !== undefined);

/** What is set now stands below what is asked for. */
export function ExtensionFields({ campaign, form }: { campaign: CampaignView; form: FormInstance<Entered> }) {
  const units = useQuery({ queryKey: ['units'], queryFn: listUnits });
  const open = (units.data ?? []).filter(({ closed }) => !closed);
  // Before the first rendering there is nothing to watch.
  const entered = Form.useWatch<Partial<Entered> | undefined>([], form);
  const { window, whom = 'all', code } = entered ?? {};
  const closes = window && windowFor(campaign, window, placeOf(code, open))?.closes;
  const names = windowsOf(campaign);
  return (
    <>
      <Form.Item
        name="window"
        label="哪一项期限"
        extra={closes && `现在的截止日期：${closes}`}
        rules={[{ required: true, message: '请选择期限' }]}
      >
        <Select options={names.map((value) => ({ value, label: windowTerm(value, campaign.chains) }))} />
      </Form.Item>
      <Form.Item name="whom" label="对谁">
        <Radio.Group
          onChange={() => form.setFieldValue('code', undefined)}
          options={[
            { value: 'all', label: '全部单位' },
            { value: 'department', label: '一个部门' },
            { value: 'unit', label: '一个单位' },
          ]}
        />
      </Form.Item>
      {whom !== 'all' && <Whose whom={whom} units={open} />}
      <Form.Item name="until" label="延长到" rules={[{ required: true, message: '请填写新的截止日期' }]}>
        <DayField near={closes} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请填写理由' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </>
  );
}

function Whose({ whom, units }: { whom: 'department' | 'unit'; units: readonly Unit[] }) {
  const term = whom === 'department' ? '部门' : '单位';
  return (
    <Form.Item name="code" label={term} rules={[{ required: true, message: `请选择${term}` }]}>
      <Select
        placeholder={`选择${term}`}
        showSearch={{ optionFilterProp: 'label' }}
        options={units
          .filter((unit) => whom === 'unit' || unit.departmentCode === unit.code)
          .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      />
    </Form.Item>
  );
}

/** A department is its own first unit, so one lookup serves both. */
function placeOf(code: string | undefined, units: readonly Unit[]): UnitPlace {
  const unit = units.find((one) => one.code === code);
  return { unitCode: unit?.code ?? '', departmentCode: unit?.departmentCode ?? '' };
}
