import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { type TargetView } from '#contracts';
import { readHistory } from '../api/index.ts';
import { personOf } from '../target/index.ts';
import { minuteOf } from '../words/index.ts';

interface OvertakenProps {
  newer: TargetView;
  onCompare: () => void;
}

/** Somebody else saved the form meanwhile: said at once, looked at when it suits; nothing moves under the fingers. */
export function Overtaken({ newer: { id, revision }, onCompare }: OvertakenProps) {
  const { data: history = [] } = useQuery({ queryKey: ['history', id], queryFn: () => readHistory(id) });
  const last = history.find((item) => item.revision === revision);
  return (
    <div className="save-overtaken" role="status">
      <b>此表已被更新</b>
      {last && (
        <span>
          {minuteOf(last.time)} {personOf(last)}：{last.label}
        </span>
      )}
      <span className="muted">您填写的内容没有变动</span>
      <Button size="small" onClick={onCompare}>
        查看改动
      </Button>
    </div>
  );
}
