import { Alert, Button } from 'antd';

interface RestoredProps {
  /** What came back: 意见, 复核. */
  what: string;
  /** `revision` is the target's when it was begun. */
  written: { revision: number; isRestored?: boolean } | undefined;
  /** Of the target as it is now. */
  revision: number;
  onDrop: () => void;
}

/** Says, where it is so, that what stands here was written earlier and never sent. */
export function Restored({ what, written, revision, onDrop }: RestoredProps) {
  if (!written?.isRestored) return null;
  const isOutdated = written.revision !== revision;
  return (
    <Alert
      type={isOutdated ? 'warning' : 'info'}
      title={`已恢复未提交的${what}${isOutdated ? '；这个目标在此期间有过变动，请核对后再提交' : ''}。`}
      action={
        <Button size="small" onClick={onDrop}>
          放弃这份{what}
        </Button>
      }
    />
  );
}
