import { Button } from 'antd';
import { useState } from 'react';
import { type ChangeReply, type TargetView } from '#contracts';
import { labelOf } from '#form';
import { acceptingOf, ActionDialog, decliningOf, type Action } from '../actions/index.ts';

interface WordingsProps {
  target: TargetView;
  onDone: (reply: ChangeReply) => void;
}

/** What reviewers would have put otherwise and nobody has answered yet: no stage agrees before the unit has. */
export function Wordings({ target, onDone }: WordingsProps) {
  const [action, answer] = useState<Action | null>(null);
  const open = target.wordings.filter((wording) => wording.answer === 'open');
  if (target.state !== 'in-review' || open.length === 0) return null;
  return (
    <section className="panel wordings" aria-labelledby="wordings-title">
      <h2 id="wordings-title">待单位答复的文字修改建议 {open.length}</h2>
      {open.map((wording) => {
        const { id, path, from, to, reason, by } = wording;
        const label = labelOf(path);
        return (
          <article key={id} aria-label={`对${label}的修改建议`}>
            <b>{label}</b>
            <dl>
              <dt>现为</dt>
              <dd>{from ?? '（未填写）'}</dd>
              <dt>建议改为</dt>
              <dd>{to}</dd>
              <dt>理由</dt>
              <dd>
                {reason}（{by.name}）
              </dd>
            </dl>
            {target.allowed.includes('AcceptWording') && (
              <Button size="small" type="primary" ghost onClick={() => answer(acceptingOf(wording, label))}>
                接受
              </Button>
            )}{' '}
            {target.allowed.includes('DeclineWording') && (
              <Button size="small" onClick={() => answer(decliningOf(wording, label))}>
                不接受
              </Button>
            )}
          </article>
        );
      })}
      {action && (
        <ActionDialog
          action={action}
          target={target}
          onClose={() => answer(null)}
          onDone={(reply) => {
            answer(null);
            onDone(reply);
          }}
        />
      )}
    </section>
  );
}
