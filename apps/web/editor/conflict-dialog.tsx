import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { labelOf, type Change, type Form } from '#form';
import { sayChange } from '../changes/index.ts';
import { differences, isConflict, type Difference } from './merge.ts';
import { type Conflict } from './use-draft.ts';

interface ConflictDialogProps {
  conflict: Conflict;
  mine: Form;
  onResolve: (kept: readonly Change[]) => void;
  onDiscard: () => void;
}

/** What changed meanwhile beside what I changed: where both did, I choose; nothing is lost without my saying so. */
export function ConflictDialog({
  conflict: { base, theirs },
  mine,
  onResolve,
  onDiscard,
}: ConflictDialogProps) {
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
  return (
    <Modal
      open
      width={920}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title="您填写期间，这张表已被更新"
      okText="合并到我的表中"
      okButtonProps={{ disabled: !isOpen }}
      cancelText="放弃我的修改，用已保存的"
      onOk={() => onResolve(kept)}
      onCancel={onDiscard}
    >
      <p className="muted">
        {isOpen
          ? '左边是您的修改，右边是已保存的修改。两边都改的请选择保留哪一个，其余自动合并；合并后请检查再保存。'
          : '这张表现在不能修改（可能已提交单位审核），您的修改仍保存在本机，退回后可以继续。'}
      </p>
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
