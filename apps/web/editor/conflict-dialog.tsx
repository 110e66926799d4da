import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { labelOf, type Change, type Form } from '#form';
import { useReturnFocus } from '../actions/index.ts';
import { sayChange } from '../changes/index.ts';
import { differences, isConflict, type Difference } from './merge.ts';
import { type Conflict } from './use-draft.ts';

interface ConflictDialogProps {
  conflict: Conflict;
  mine: Form;
  onResolve: (kept: readonly Change[]) => void;
  onPostpone: () => void;
  onDiscard: () => void;
}

/** What changed meanwhile beside what I changed: where both did, I choose; nothing is lost without my saying so. */
export function ConflictDialog({
  conflict: { base, theirs },
  mine,
  onResolve,
  onPostpone,
  onDiscard,
}: ConflictDialogProps) {
  useReturnFocus();
  const all = differences(base, mine, theirs.form);
  const [theirsChosen, setTheirsChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (path: string, isTheirs: boolean): void => {
    const chosen = new Set(theirsChosen);
    if (isTheirs) chosen.add(path);
    else chosen.delete(path);
    setTheirsChosen(chosen);
  };
  const kept = all.flatMap(({ path, mine: change }) => (change && !theirsChosen.has(path) ? change : []));
  const isOpen = theirs.allowed.includes('ReviseForm');
  const hasMine = all.some(({ mine: change }) => change !== undefined);
  return (
    <Modal
      open
      width={920}
      mask={{ closable: false }}
      title="您填写期间，这张表已被更新"
      onCancel={onPostpone}
      footer={[
        hasMine && (
          <Button key="discard" onClick={onDiscard}>
            放弃我的修改，用已保存的
          </Button>
        ),
        <Button key="postpone" onClick={onPostpone}>
          稍后处理
        </Button>,
        <Button key="merge" type="primary" disabled={!isOpen} onClick={() => onResolve(kept)}>
          {hasMine ? '合并到我的表中' : '更新为已保存的'}
        </Button>,
      ]}
    >
      <p className="muted">{explained(isOpen, all)}</p>
      <div className="conflict-scroll">
        <table className="sheet">
          <thead>
            <tr>
              <th>位置</th>
              <th>我的修改</th>
              <th>已保存的修改</th>
            </tr>
          </thead>
          <tbody>
            {all.map((difference) => (
              <Line
                key={difference.path}
                difference={difference}
                isTheirs={theirsChosen.has(difference.path)}
                onChoose={choose}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}

function explained(isOpen: boolean, all: readonly Difference[]): string {
  if (!isOpen) return '这张表现在不能修改（可能已提交单位审核），您的修改仍保存在本机，退回后可以继续。';
  return all.length === 0
    ? '申报表的内容没有不同，只是办理情况有了变化。'
    : '左边是您的修改，右边是已保存的修改。两边都改的请选择保留哪一个，其余自动合并；合并后请检查再保存。';
}

interface LineProps {
  difference: Difference;
  isTheirs: boolean;
  onChoose: (path: string, isTheirs: boolean) => void;
}

function Line({ difference, isTheirs, onChoose }: LineProps) {
  const { path, mine, theirs } = difference;
  const mustChoose = isConflict(difference);
  return (
    <tr className={mustChoose ? 'is-conflict' : ''}>
      <td>{labelOf(path)}</td>
      <td>
        {mustChoose ? (
          <Radio checked={!isTheirs} onChange={() => onChoose(path, false)}>
            {sayChange(mine)}
          </Radio>
        ) : (
          sayChange(mine)
        )}
      </td>
      <td>
        {mustChoose ? (
          <Radio checked={isTheirs} onChange={() => onChoose(path, true)}>
            {sayChange(theirs)}
          </Radio>
        ) : (
          sayChange(theirs)
        )}
      </td>
    </tr>
  );
}
