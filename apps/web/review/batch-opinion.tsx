import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { type TargetItem } from '../api/index.ts';

const BatchDialog = lazy(async () => ({ default: (await import('./batch-dialog.tsx')).BatchDialog }));

interface BatchOpinionProps {
  items: readonly TargetItem[];
  /** Whether an opinion is being written about it. */
  hasDraft: (id: string) => boolean;
  onGiven: (id: string) => void;
}

/** 批量同意 from the queue; what was agreed to leaves it when the dialog closes. */
export function BatchOpinion({ items, ...drafts }: BatchOpinionProps) {
  const [isOpen, setOpen] = useState(false);
  if (items.length < 2) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        批量同意
      </Button>
      {isOpen && (
        <Suspense>
          <BatchDialog items={items} {...drafts} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
