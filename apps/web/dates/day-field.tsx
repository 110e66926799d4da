import { Input } from 'antd';
import { lazy, Suspense, type ComponentProps } from 'react';

const DayPicker = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }));

/** A day, typed or chosen from a calendar; the calendar's code comes with the first field. */
export function DayField(props: ComponentProps<typeof DayPicker>) {
  const { id, 'aria-label': label, value = '' } = props;
  return (
    <Suspense fallback={<Input readOnly id={id} aria-label={label} value={value} style={{ width: 180 }} />}>
      <DayPicker {...props} />
    </Suspense>
  );
}
