import { useEffect, useRef, useState } from 'react';
import { type Field } from '../form/index.ts';
import { grouped, ungrouped } from '../words/index.ts';

interface EntryProps {
  field: Field;
  value: string;
  message: string | undefined;
  className: string;
  onChange: (text: string) => void;
  onFocus: () => void;
}

const WRITE_AFTER_MS = 400;

/** One field of the form. Typing stays here until a pause or until it is left, so that it never waits for the rest. */
export function Entry({ field, value, message, className, onChange, onFocus }: EntryProps) {
  const { as, label, choices, fixed } = field;
  const [text, setText] = useState<string | null>(null);
  const latest = useRef({ text, onChange });
  latest.current = { text, onChange };
  useEffect(() => {
    if (text === null) return undefined;
    const timer = setTimeout(() => onChange(text), WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  const isFigure = as === 'amount' || as === 'number';
  const common = {
    'aria-label': label,
    'aria-invalid': message !== undefined,
    title: message,
    className: `entry ${className} ${as === 'amount' ? 'amount' : ''}`,
    value: text ?? (as === 'amount' ? grouped(value) : value),
    onFocus,
    onBlur: () => {
      if (text !== null) onChange(text);
      setText(null);
    },
    onChange: ({ target }: { target: { value: string } }) =>
      setText(isFigure ? ungrouped(target.value) : target.value),
  };
  if (fixed) return <div className="entry is-fixed">{value}</div>;
  if (choices)
    return (
      <select {...common} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">请选择</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  return as === 'long' ? (
    <textarea {...common} rows={2} maxLength={20_000} />
  ) : (
    <input {...common} inputMode={isFigure ? 'decimal' : 'text'} maxLength={1000} />
  );
}
