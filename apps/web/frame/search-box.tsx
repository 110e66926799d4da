import { Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../app/session.tsx';
import { seesForms } from './menu.ts';

/** Ctrl K from anywhere: targets by name, unit or indicator. */
export function SearchBox() {
  const { me } = useSession();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.focus({ cursor: 'all' });
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  if (!seesForms(me.roles)) return <div className="frame-search" />;
  return (
    <div className="frame-search">
      <Input
        ref={input}
        allowClear
        aria-label="查找目标、单位或指标"
        placeholder="查找目标、单位或指标（Ctrl K）"
        onPressEnter={({ currentTarget }) => {
          const q = currentTarget.value.trim();
          if (q !== '') void navigate(`/targets?q=${encodeURIComponent(q)}`);
        }}
      />
    </div>
  );
}
