import { createContext, use, type KeyboardEvent } from 'react';
import { type Change, type Form } from '#form';
import { gravestAt, isChanged, type Marks } from './marks.ts';

/** What a paper is drawn from, for every cell of it. */
export interface Drawing {
  form: Form;
  marks: Marks;
  changes: readonly Change[];
  /** Where somebody may point at a field (to annotate it). */
  onPick?: ((path: string) => void) | undefined;
  picked?: string | undefined;
}
export const Drawn = createContext<Drawing>({ form: { kind: 'project' }, marks: new Map(), changes: [] });

export interface CellProps {
  path: string;
  label: string;
  as: 'td' | 'div';
  isRight?: boolean;
  rowSpan?: number;
  children: string;
}

/** One value: with what was found or said about it, marked where it changed, and to be picked where that is asked. */
export function Cell({ path, label, as: Tag, isRight = false, rowSpan, children }: CellProps) {
  const { marks, changes, onPick, picked } = use(Drawn);
  const mark = gravestAt(marks, path);
  const classes = classesOf({
    amount: isRight,
    [`has-${mark?.kind ?? ''}`]: mark !== undefined,
    'is-changed': isChanged(changes, path),
    'is-picked': picked === path,
  });
  const pick = onPick && {
    tabIndex: 0,
    ...(Tag === 'div' && { role: 'button' }),
    onClick: () => onPick(path),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') onPick(path);
    },
    'aria-label': `${label}：${children || '空'}`,
  };
  return (
    <Tag
      className={classes}
      data-path={path}
      title={marks
        .get(path)
        ?.map(({ text }) => text)
        .join('\n')}
      {...(Tag === 'td' && rowSpan !== undefined && { rowSpan })}
      {...pick}
    >
      {children}
    </Tag>
  );
}

const classesOf = (classes: Readonly<Record<string, boolean>>): string =>
  ['paper-value', ...Object.keys(classes).filter((name) => classes[name])].join(' ');
