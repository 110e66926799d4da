import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { type TargetView } from '#contracts';
import { labelOf, type Change } from '#form';
import { sayChange } from '../changes/index.ts';
import { readAt, readDiff, readHistory, takePaper, type HistoryItem } from '../api/index.ts';
import { useTaking } from '../downloads/index.ts';
import { nameOf } from '../form/index.ts';
import { Paper } from '../paper/index.ts';
import { Loaded } from '../states/index.ts';
import { TargetHead, useTarget } from '../target/index.ts';
import { AuditPackageOrder } from './audit-package.tsx';
import { EventLine } from './event-line.tsx';
import { momentIn, withMoment } from './moment.ts';
import { Seal } from './seal.tsx';
import { Step } from './step.tsx';
import './replay.css';

/** 回放: a line of everything that happened; drag to a moment and the form stands as it was then. */
export function ReplayPage() {
  const { id = '' } = useParams();
  const target = useTarget(id);
  const history = useQuery({ queryKey: ['history', id], queryFn: () => readHistory(id) });
  return (
    <Loaded query={target} lines={12}>
      {(one) => (
        <Loaded query={history} lines={12}>
          {(items) => <Replay target={one} items={items} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Replay({ target, items }: { target: TargetView; items: readonly HistoryItem[] }) {
  const { id } = target;
  const [parameters, setParameters] = useSearchParams();
  const { revision, from } = momentIn(parameters, items.length - 1);
  const go = (next: number): void =>
    setParameters(withMoment(parameters, 'revision', Math.min(Math.max(next, 0), items.length - 1)), {
      replace: true,
    });
  useArrowKeys((by) => go(revision + by));
  const then = useQuery({
    queryKey: ['at', id, revision],
    queryFn: () => readAt(id, revision),
    staleTime: Infinity,
  });
  const diff = useQuery({
    queryKey: ['diff', id, from, revision],
    queryFn: () => readDiff(id, from ?? revision, revision),
    enabled: from !== null,
    staleTime: Infinity,
  });
  const item = items[revision];
  const own = useMemo(() => (item?.type === 'TargetDrafted' ? [] : (item?.changes ?? [])), [item]);
  const changes: readonly Change[] = from === null ? own : (diff.data ?? []);
  return (
    <>
      <TargetHead target={target} name={nameOf(target.form)}>
        <span className="head-links">
          <HistoryPaper id={id} />
          <Link to={`/targets/${id}`}>返回目标</Link>
        </span>
      </TargetHead>
      <Seal id={id} items={items} />
      <EventLine
        items={items}
        revision={revision}
        from={from}
        onGo={go}
        onCompare={(other) => setParameters(withMoment(parameters, 'from', other), { replace: true })}
      />
      <div className="replay">
        <Loaded query={then} lines={12}>
          {({ form }) => <Paper form={form} changes={changes} />}
        </Loaded>
        <aside className="side">
          {item && <Step item={item} target={target} />}
          <h2>{from === null ? '这一步的改动' : `自第 ${String(from + 1)} 步以来的改动`}</h2>
          <ChangeList changes={changes} isDraft={from === null && item?.type === 'TargetDrafted'} />
          <AuditPackageOrder target={id} />
        </aside>
      </div>
    </>
  );
}

/** 履历: the same to read on paper. */
function HistoryPaper({ id }: { id: string }) {
  const [isPending, take] = useTaking();
  return (
    <button
      type="button"
      className="link"
      aria-busy={isPending}
      onClick={() => void take(() => takePaper(id, 'history'))}
    >
      {isPending ? '正在下载…' : '履历（Word）'}
    </button>
  );
}

function ChangeList({ changes, isDraft }: { changes: readonly Change[]; isDraft: boolean }) {
  if (isDraft) return <p className="muted">建立草稿，左边即最初的内容。</p>;
  if (changes.length === 0) return <p className="muted">申报表没有改动。</p>;
  return (
    <ul className="side-remarks">
      {changes.map((change) => (
        <li key={`${change.path} ${change.kind}`}>
          <span className="muted">{labelOf(change.path)}</span>
          <div>{sayChange(change)}</div>
        </li>
      ))}
    </ul>
  );
}

/** Left and right step through the events. */
function useArrowKeys(step: (by: number) => void): void {
  useEffect(() => {
    const onKey = ({ key, target, altKey }: KeyboardEvent): void => {
      if (altKey || (target instanceof HTMLElement && target.matches('input, select, textarea'))) return;
      if (key === 'ArrowLeft') step(-1);
      if (key === 'ArrowRight') step(1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
