import { useQuery } from '@tanstack/react-query';
import { type TargetView } from '#contracts';
import { labelOf, type Change } from '#form';
import { readDiff } from '../api/index.ts';
import { sayChange, sayValue } from '../changes/index.ts';
import { Loaded } from '../states/index.ts';
import { type LastReturn } from '../target/index.ts';
import { answersTo, otherChanges } from './answers.ts';

interface RoundDiffProps {
  target: TargetView;
  returned: LastReturn;
}

/** Each annotation of the last round with what became of it, then whatever else changed. */
export function RoundDiff({ target: { id, revision }, returned }: RoundDiffProps) {
  const diff = useQuery({
    queryKey: ['diff', id, returned.revision, revision],
    queryFn: () => readDiff(id, returned.revision, revision),
  });
  return (
    <Loaded query={diff}>
      {(changes) => (
        <div className="panel paper-scroll" role="region" aria-label="与上轮差异" tabIndex={0}>
          <p>
            上轮退回意见（{returned.by}）：{returned.comment}
          </p>
          {returned.annotations.length > 0 && <Answered returned={returned} changes={changes} />}
          <h2>{returned.annotations.length > 0 ? '其他改动' : '改动'}</h2>
          <OtherChanges changes={otherChanges(returned.annotations, changes)} />
        </div>
      )}
    </Loaded>
  );
}

function Answered({ returned, changes }: { returned: LastReturn; changes: readonly Change[] }) {
  return (
    <table className="sheet round-diff">
      <thead>
        <tr>
          <th>批注位置</th>
          <th>批注</th>
          <th>处理</th>
          <th>原来</th>
          <th>现在</th>
        </tr>
      </thead>
      <tbody>
        {answersTo(returned.annotations, changes).map(({ annotation, changes: mine }) => (
          <tr key={`${annotation.path} ${annotation.comment}`}>
            <td>{labelOf(annotation.path)}</td>
            <td>{annotation.comment}</td>
            <td className={mine.length > 0 ? '' : 'is-unanswered'}>{mine.length > 0 ? '已改' : '未改'}</td>
            <td>{mine.map(({ from, path }) => sayValue(from, path)).join('；')}</td>
            <td>
              {mine
                .map(({ to, kind, path }) => (kind === 'removed' ? '已删去' : sayValue(to, path)))
                .join('；')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OtherChanges({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p className="muted">没有其他改动。</p>;
  return (
    <table className="sheet round-diff">
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.path} ${change.kind}`}>
            <td>{labelOf(change.path)}</td>
            <td>{sayChange(change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
