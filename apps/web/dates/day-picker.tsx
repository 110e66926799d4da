import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';

dayjs.extend(customParseFormat);

const DAY = 'YYYY-MM-DD';
/** How days are typed here; the first is how they are shown. */
const FORMATS = [DAY, 'YYYY-M-D', 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日'];

/** A finger has the calendar; a phone's own keyboard would only cover it. */
const hasOnlyFingers = matchMedia('(hover: none) and (pointer: coarse)').matches;

/** A day is text as the server has it, YYYY-MM-DD; empty where there is none. */
interface DayPickerProps {
  id?: string;
  'aria-label'?: string;
  value?: string;
  onChange?: (day: string) => void;
  /** The day around which the calendar opens while none is chosen; today where it is left out. */
  near?: string;
  /** Somebody went to it before it was there. */
  isAwaited?: boolean;
}

export function DayPicker({ value, onChange, near, isAwaited = false, ...rest }: DayPickerProps) {
  return (
    <DatePicker
      {...rest}
      autoFocus={isAwaited}
      defaultOpen={isAwaited}
      style={{ width: 180 }}
      placeholder="如 2027-03-05"
      format={FORMATS}
      inputReadOnly={hasOnlyFingers}
      value={momentOf(value) ?? null}
      defaultPickerValue={momentOf(near)}
      onChange={(day: Dayjs | null) => onChange?.(day?.format(DAY) ?? '')}
      onBlur={({ target }) => {
        // The picker would put back what was erased, and take what was typed only after the click that left it.
        const day = target instanceof HTMLInputElement ? typedDay(target.value) : undefined;
        if (day !== undefined && day !== (value ?? '')) onChange?.(day);
      }}
    />
  );
}

/** Empty where nothing was typed, undefined where it is no day. */
function typedDay(text: string): string | undefined {
  if (text === '') return '';
  const day = dayjs(text, FORMATS, true);
  return day.isValid() ? day.format(DAY) : undefined;
}

const momentOf = (day = ''): Dayjs | undefined => (day === '' ? undefined : dayjs(day, DAY));
