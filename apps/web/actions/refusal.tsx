import { Alert, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Refused, sentenceOf } from '../api/index.ts';
import { minuteOf } from '../words/index.ts';

interface RefusalProps {
  error: unknown;
  onClose: () => void;
}

/** Why a command was refused; where somebody was quicker, who did what, and the way to the target as it is now. */
export function Refusal({ error, onClose }: RefusalProps) {
  const queries = useQueryClient();
  if (!(error instanceof Refused) || error.status !== 412)
    return <Alert type="error" title={sentenceOf(error)} style={{ marginTop: 8 }} />;
  const look = (): void => {
    void queries.invalidateQueries();
    onClose();
  };
  return (
    <Alert
      type="warning"
      style={{ marginTop: 8 }}
      title={sentenceOf(error)}
      description={error.problem.meanwhile?.map(({ revision, time, by, label }) => (
        <div key={revision}>
          {minuteOf(time)}，{by.organisation}
          {by.name}：{label}
        </div>
      ))}
      action={
        <Button size="small" onClick={look}>
          查看最新情况
        </Button>
      }
    />
  );
}
