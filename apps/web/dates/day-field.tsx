import { Input } from 'antd';
import { lazy, Suspense, useState, type ComponentProps } from 'react';

const DayPicker = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }));

/**
 * A day, typed or chosen from a calendar; the calendar's code comes with the first field. Who was quicker than the code
 * is where they wanted to be once it has come.
 */
export function DayField(props: ComponentProps<typeof DayPicker>) {
  const [isAwaited, setAwaited] = useState(false);
  const { id, 'aria-label': label, value = '' } = props;
  return (
    <Suspense
      fallback={
        <Input
          readOnly
          id={id}
          aria-label={label}
          value={value}
          style={{ width: 180 }}
          onFocus={() => setAwaited(true)}
          onBlur={() => setAwaited(false)}
        />
      }
    >
      <DayPicker {...props} isAwaited={isAwaited} />
    </Suspense>
  );
}
