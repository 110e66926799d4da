import { Alert, Button } from 'antd';
import { type Opinion } from './use-opinions.ts';

interface RestoredOpinionProps {
  opinion: Opinion | undefined;
  /** Of the target as it is now. */
  revision: number;
  onDrop: () => void;
}

/** Says that what stands in the opinion bar and the margin was written earlier and never given. */
export function RestoredOpinion({ opinion, revision, onDrop }: RestoredOpinionProps) {
  if (!opinion?.isRestored) return null;
  const isOutdated = opinion.revision !== revision;
  return (
    <Alert
      type={isOutdated ? 'warning' : 'info'}
      title={`已恢复未提交的意见${isOutdated ? '；这个目标在此期间有过变动，请核对后再提交' : ''}。`}
      action={
        <Button size="small" onClick={onDrop}>
          放弃这份意见
        </Button>
      }
    />
  );
}
