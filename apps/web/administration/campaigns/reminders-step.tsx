import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { type ReminderSettings } from '#domain/campaign';
import { remindersInWords } from './reminder-terms.ts';
import { type StepProps } from './terms.ts';

const USUAL_DAYS = [1, 2, 3, 5, 7, 10, 14, 20, 30];
const DAY_KINDS = [
  { value: 'calendar', label: '自然日' },
  { value: 'working', label: '工作日（含调休，不含法定节假日）' },
] as const;

/** When whoever has to act is reminded; the inbox always, mail and robots outside of the quiet hours. */
export function RemindersStep({ draft: { reminders }, onChange }: StepProps) {
  const { before, days, escalateAfter, overdueAtMost, hour, quiet } = reminders;
  const change = (part: Partial<ReminderSettings>): void =>
    onChange({ reminders: { ...reminders, ...part } });
  const offered = [...new Set([...USUAL_DAYS, ...before])].sort((a, b) => a - b);
  return (
    <Form layout="vertical" requiredMark={false} component="div">
      <Form.Item label="截止前几天提醒" htmlFor="before" extra="截止当天总会提醒。">
        <Select
          id="before"
          mode="multiple"
          maxCount={10}
          style={{ maxWidth: 360 }}
          value={[...before]}
          options={offered.map((value) => ({ value, label: `${String(value)} 天` }))}
          onChange={(chosen: number[]) => change({ before: [...chosen].sort((a, b) => b - a) })}
        />
      </Form.Item>
      <Form.Item label="天数按">
        <Radio.Group
          aria-label="天数按"
          value={days}
          options={[...DAY_KINDS]}
          onChange={({ target: { value } }) => change({ days: value === 'working' ? 'working' : 'calendar' })}
        />
      </Form.Item>
      <div className="rule-fields">
        <DayTime id="hour" label="每天几点提醒" value={hour} onChange={(time) => change({ hour: time })} />
        <Days
          id="escalate"
          label="逾期几天告知领导"
          value={escalateAfter}
          bounds={[1, 60]}
          onChange={(count) => change({ escalateAfter: count ?? 0 })}
        />
        <Days
          id="overdue"
          label="逾期后最多提醒几天"
          value={overdueAtMost}
          bounds={[0, 366]}
          onChange={(count) => change({ overdueAtMost: count ?? -1 })}
        />
        <DayTime
          id="quiet-from"
          label="免打扰自"
          value={quiet.from}
          onChange={(from) => change({ quiet: { ...quiet, from } })}
        />
        <DayTime
          id="quiet-until"
          label="免打扰至（相同即不设）"
          value={quiet.until}
          onChange={(until) => change({ quiet: { ...quiet, until } })}
        />
      </div>
      <p className="muted">{remindersInWords(reminders)}</p>
    </Form>
  );
}

interface FieldProps<T> {
  id: string;
  label: string;
  value: T;
}

function DayTime({ onChange, ...field }: FieldProps<string> & { onChange: (time: string) => void }) {
  const { id, label, value } = field;
  return (
    <Form.Item label={label} htmlFor={id}>
      <Input
        id={id}
        type="time"
        style={{ width: 132 }}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Form.Item>
  );
}

type DaysProps = FieldProps<number> & {
  bounds: readonly [number, number];
  onChange: (count: number | null) => void;
};

function Days({ id, label, value, bounds: [min, max], onChange }: DaysProps) {
  const shown = value < min ? null : value;
  return (
    <Form.Item label={label} htmlFor={id}>
      <InputNumber id={id} min={min} max={max} precision={0} suffix="天" value={shown} onChange={onChange} />
    </Form.Item>
  );
}
