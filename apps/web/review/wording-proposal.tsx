import { useState } from 'react';
import { type TargetView } from '#contracts';
import { labelOf, valueAt } from '#form';
import { ActionDialog, proposingOf } from '../actions/index.ts';

interface WordingProposalProps {
  target: TargetView;
  /** The field that was pointed at. */
  path: string;
  onDone: () => void;
}

/** 良 is put right together: a few words are proposed, not returned for. Offered where there is a text. */
export function WordingProposal({ target, path, onDone }: WordingProposalProps) {
  const [isOpen, open] = useState(false);
  const now = valueAt(target.form, path) ?? '';
  if (!target.allowed.includes('ProposeWording') || typeof now !== 'string') return null;
  return (
    <>
      <p className="muted small">
        只差几个字的，不必退回：
        <button type="button" className="link small" onClick={() => open(true)}>
          提修改建议
        </button>
      </p>
      {isOpen && (
        <ActionDialog
          action={proposingOf(path, labelOf(path), now)}
          target={target}
          onClose={() => open(false)}
          onDone={() => {
            open(false);
            onDone();
          }}
        />
      )}
    </>
  );
}
