import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { labelOf } from '#form';
import { type OpinionDraft } from './opinion-draft.ts';

interface AnnotationsProps {
  /** The field that was pointed at. */
  picked: string | null;
  draft: OpinionDraft;
  isMyTurn: boolean;
  onDraft: (change: (draft: OpinionDraft) => OpinionDraft) => void;
  onPick: (path: string | null) => void;
  /** Below the remark on the field that was pointed at. */
  children?: ReactNode;
}

const KEEP_AFTER_MS = 400;

/** Remarks on fields: point at one, write, and it stands in the margin until the opinion takes it along. */
export function Annotations({ picked, draft, isMyTurn, onDraft, onPick, children }: AnnotationsProps) {
  const { annotations } = draft;
  const kept = annotations.find(({ path }) => path === picked)?.comment ?? '';
  const [before] = useState(kept);
  const [text, setText] = useState(before);
  const keep = (path: string, comment: string): void =>
    onDraft((now) => ({ ...now, annotations: withAnnotation(now.annotations, path, comment.trim()) }));
  const write = (): void => {
    if (picked !== null && text.trim() !== kept) keep(picked, text);
  };
  const latest = useRef(write);
  latest.current = write;
  useEffect(() => {
    const timer = setTimeout(() => latest.current(), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
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
            onBlur={write}
          />
          <div className="remark-buttons">
            <Button
              size="small"
              onClick={() => {
                keep(picked, before);
                onPick(null);
              }}
            >
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
              {before === '' ? '加批注' : '改批注'}
            </Button>
          </div>
          {children}
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

/** A blank one is taken away. */
function withAnnotation(
  annotations: OpinionDraft['annotations'],
  path: string,
  comment: string,
): OpinionDraft['annotations'] {
  const others = annotations.filter((one) => one.path !== path);
  return comment === '' ? others : [...others, { path, comment }];
}
