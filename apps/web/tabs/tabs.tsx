import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './tabs.css';

export interface Tab {
  key: string;
  label: string;
  children: ReactNode;
}

interface TabsProps {
  tabs: readonly Tab[];
  active: string;
  label: string;
  onChange: (key: string) => void;
}

/** Tabs that scroll sideways on a phone; arrows move between them. */
export function Tabs({ tabs, active, label, onChange }: TabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const place = Math.max(
    0,
    tabs.findIndex(({ key }) => key === active),
  );
  const shown = tabs[place];
  const onKey = ({ key }: KeyboardEvent): void => {
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[place + by];
    if (by === 0 || !next) return;
    onChange(next.key);
    list.current?.querySelectorAll('button')[place + by]?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKey}>
        {tabs.map((tab, index) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={index === place}
            aria-controls={`${id}-panel`}
            tabIndex={index === place ? 0 : -1}
            onClick={() => onChange(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown?.key ?? ''}`}>
        {shown?.children}
      </div>
    </>
  );
}
