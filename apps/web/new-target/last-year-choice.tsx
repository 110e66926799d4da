import { Form, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { type FormKind } from '#form';
import { listTargets, type TargetItem } from '../api/index.ts';

interface LastYearChoiceProps {
  /** The year of the new one. */
  year: number;
  unit: string;
  kind: FormKind;
}

/** What the unit set out to do a year before, to begin from; shown only where there was something. */
export function LastYearChoice({ year, unit, kind }: LastYearChoiceProps) {
  const filter = { year: year - 1, unit, kind };
  const { data } = useQuery({ queryKey: ['targets', filter], queryFn: () => listTargets(filter) });
  const items = data?.items.filter(hasForm) ?? [];
  if (items.length === 0) return null;
  return (
    <Form.Item
      name="from"
      label="沿用上年（可不选）"
      extra="带来上年的内容作为草稿，批复、实际完成值和附件不带，填好后请逐项核对。"
    >
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="从空白表开始"
        options={items.map(({ id, name }) => ({ value: id, label: name ?? '（未填名称）' }))}
      />
    </Form.Item>
  );
}

const hasForm = ({ state }: TargetItem): boolean => state !== 'abandoned' && state !== 'classified';
