import { Button, Input } from 'antd';
import { useState } from 'react';
import { labelOf } from '#form';
import { type OpinionDraft } from './opinion-draft.ts';

interface AnnotationsProps {
  /** The field that was pointed at. */
  picked: string | null;
  draft: OpinionDraft;
  isMyTurn: boolean;
  onDraft: (change: (draft: OpinionDraft) => OpinionDraft) => void;
  onPick: (path: string | null) => void;
}

/** Remarks on fields: point at one, write, and it stands in the margin until the opinion takes it along. */
export function Annotations({ picked, draft, isMyTurn, onDraft, onPick }: AnnotationsProps) {
  const { annotations } = draft;
  const existing = annotations.find(({ path }) => path === picked)?.comment ?? '';
  const [text, setText] = useState(existing);
  const keep = (path: string, comment: string): void => {
    const others = annotations.filter((one) => one.path !== path);
    const all = comment.trim() === '' ? others : [...others, { path, comment: comment.trim() }];
    onDraft((now) => ({ ...now, annotations: all }));
  };
  return (
    <aside className="side remarks" aria-label="批注">
      <h2>批注</h2>
      {picked === null && (
        <p className="muted">
          {isMyTurn ? '点表中任一栏即可批注，批注随意见一起送出。' : '现在不由您审核，只能查看。'}
        </p>
      )}
      {picked !== null && (
        <div className="remark-entry">
          <b>{labelOf(picked)}</b>
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={text}
            maxLength={2000}
            aria-label={`对${labelOf(picked)}的批注`}
            onChange={({ target: { value } }) => setText(value)}
          />
          <div className="remark-buttons">
            <Button size="small" onClick={() => onPick(null)}>
              取消
            </Button>
            <Button
              size="small"
              type="primary"
              ghost
              onClick={() => {
                keep(picked, text);
                onPick(null);
              }}
            >
              {existing === '' ? '加批注' : '改批注'}
            </Button>
          </div>
        </div>
      )}
      <ul className="side-remarks">
        {annotations.map(({ path, comment }) => (
          <li key={path}>
            <button type="button" className="link" onClick={() => onPick(path)}>
              {labelOf(path)}
            </button>
            <div>{comment}</div>
            <button type="button" className="link small" onClick={() => keep(path, '')}>
              删除
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
