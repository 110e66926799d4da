import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { TEXT_LIMIT } from '#form';
import { type Choice } from '../form/index.ts';
import { type Direction } from './selection.ts';

/** What the grid does for its active cell. */
export interface CellActions {
  write: (text: string) => void;
  /** @returns false where the step leaves the grid */
  go: (direction: Direction, isExtending?: boolean) => boolean;
  clear: () => void;
  /** Takes the row up or down. */
  move: (by: -1 | 1) => void;
  copied: () => string;
  paste: (text: string) => void;
}

interface ActiveCellProps {
  text: string;
  label: string;
  choices: readonly Choice[] | undefined;
  actions: CellActions;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * The field in the active cell. It has the focus from the start, empty and unseen, so that an input method begins at
 * once: typing replaces what stands there, F2 or a double click goes on with it.
 */
export function ActiveCell({ text, label, choices, actions }: ActiveCellProps) {
  const [shown, setShown] = useState<string | null>(null);
  const draft = useRef<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const setDraft = (value: string | null): void => {
    draft.current = value;
    setShown(value);
  };
  useEffect(() => area.current?.focus(), []);
  const commit = (): void => {
    if (draft.current === null) return;
    const typed = draft.current;
    setDraft(null);
    if (typed !== text) actions.write(typed);
  };
  const leave = (event: KeyboardEvent, direction: Direction): void => {
    commit();
    if (actions.go(direction) || direction === 'down') event.preventDefault();
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'Tab') leave(event, event.shiftKey ? 'previous' : 'next');
    else if (key === 'Enter' && !event.altKey && !event.shiftKey) leave(event, 'down');
    else if (key === 'Escape') setDraft(null);
    else if (shown === null) onIdleKey(event);
    else if (key === 'Enter') setDraft(withLine(event.currentTarget));
  };
  const onIdleKey = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey) return;
    if (event.altKey) return onAltKey(event);
    if (arrow) actions.go(arrow, event.shiftKey);
    else if (event.key === 'F2') setDraft(text);
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.clear();
    else return;
    event.preventDefault();
  };
  const onAltKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    actions.move(event.key === 'ArrowUp' ? -1 : 1);
    event.preventDefault();
  };
  const whileIdle = (act: (event: ClipboardEvent) => void) => (event: ClipboardEvent) => {
    if (shown !== null) return;
    event.preventDefault();
    act(event);
  };
  return (
    <>
      <textarea
        ref={area}
        className={shown === null ? 'grid-area is-idle' : 'grid-area'}
        aria-label={label}
        rows={1}
        maxLength={TEXT_LIMIT}
        value={shown ?? ''}
        onChange={({ target: { value } }) => setDraft(value)}
        onCompositionStart={() => {
          if (draft.current === null) setDraft('');
        }}
        onKeyDown={onKey}
        onBlur={commit}
        onDoubleClick={() => {
          if (shown === null) setDraft(text);
        }}
        onCopy={whileIdle(({ clipboardData }) => clipboardData.setData('text/plain', actions.copied()))}
        onCut={whileIdle(({ clipboardData }) => {
          clipboardData.setData('text/plain', actions.copied());
          actions.clear();
        })}
        onPaste={whileIdle(({ clipboardData }) => actions.paste(clipboardData.getData('text/plain')))}
      />
      {choices && <Choices choices={choices} onChoose={actions.write} />}
    </>
  );
}

/** Alt+Enter begins a line at the caret, as in Excel. */
function withLine(area: HTMLTextAreaElement): string {
  area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end');
  return area.value;
}

function Choices({ choices, onChoose }: { choices: readonly Choice[]; onChoose: (value: string) => void }) {
  return (
    <div className="grid-choices">
      {choices.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(value);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
