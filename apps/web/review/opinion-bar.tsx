import { Alert, Button, Dropdown, Input, Radio, Select, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { type TargetView } from '#contracts';
import { GRADES, type GradeBounds, type SheetCriterion } from '#domain';
import { type Decision } from '#domain/target';
import { messagesByPath, sentenceOf } from '../api/index.ts';
import { DECISION_TERMS } from '../words/index.ts';
import { openQuestions, withDecision, withGrade, withUsual, type OpinionDraft } from './opinion-draft.ts';
import { PhrasesDialog } from './phrases-dialog.tsx';
import { ReviewSheet } from './review-sheet.tsx';
import { usePhrases, useUsualPhrase } from './use-phrases.ts';
import { useKeys } from './use-queue-keys.ts';

interface OpinionBarProps {
  target: TargetView;
  draft: OpinionDraft;
  onDraft: (change: (draft: OpinionDraft) => OpinionDraft) => void;
  sheet: { criteria: readonly SheetCriterion[]; bounds: GradeBounds };
  onGive: () => Promise<void>;
  /** Said above everything else. */
  children?: ReactNode;
}

const DECISIONS: readonly Decision[] = ['approve', 'return', 'reject'];

/** Decision, grade, comment; the review sheet unfolds above. What was typed stays whatever the answer. */
export function OpinionBar({ target, draft, onDraft, sheet, onGive, children }: OpinionBarProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const comment = useRef<InputRef>(null);
  // Folded away it is not sent; unfolded again it has the answers that it had.
  const folded = useRef<NonNullable<OpinionDraft['sheet']>>({});
  const usual = useUsualPhrase();
  const decide = (decision: Decision): void => {
    onDraft((now) => withDecision(now, decision));
    comment.current?.focus();
    if (decision === 'approve') void usual(decision).then((text) => onDraft((now) => withUsual(now, text)));
  };
  useKeys({ a: () => decide('approve'), r: () => decide('return') });
  // What was said is of the opinion as it was then.
  useEffect(() => setProblem(null), [draft]);
  const give = async (): Promise<void> => {
    const open = openQuestions(draft.sheet, sheet.criteria);
    if (open.length > 0) {
      setProblem(saidOfOpen(open));
      return;
    }
    setPending(true);
    try {
      await onGive();
    } catch (error) {
      setProblem(refusal(error));
      setPending(false);
    }
  };
  const isReady = draft.decision !== null && draft.comment.trim() !== '';
  return (
    <div className="opinion-bar">
      {children}
      {draft.sheet && <ReviewSheet draft={draft} onDraft={onDraft} {...sheet} />}
      {problem !== null && <Alert type="error" title={problem} />}
      <div className="opinion-line">
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          value={draft.decision}
          onChange={({ target: { value } }) => decide(value as Decision)}
          options={DECISIONS.map((value) => ({ value, label: DECISION_TERMS[value] }))}
        />
        {draft.decision === 'return' && <ReturnTo target={target} draft={draft} onDraft={onDraft} />}
        <Select
          allowClear
          placeholder="等级"
          aria-label="等级"
          style={{ width: 76 }}
          value={draft.grade}
          onChange={(grade: OpinionDraft['grade'] | undefined) =>
            onDraft((now) => withGrade(now, grade ?? null))
          }
          options={GRADES.map((value) => ({ value, label: value }))}
        />
        <Button
          onClick={() => {
            const unfolded = folded.current;
            if (draft.sheet) folded.current = draft.sheet;
            onDraft((now) => ({ ...now, sheet: now.sheet ? null : unfolded }));
          }}
          aria-expanded={draft.sheet !== null}
        >
          审核表 {draft.sheet ? '▾' : '▴'}
        </Button>
        <Comment draft={draft} onDraft={onDraft} input={comment} />
        <Button type="primary" disabled={!isReady} loading={isPending} onClick={() => void give()}>
          提交意见
        </Button>
      </div>
    </div>
  );
}

const saidOfOpen = (questions: readonly string[]): string =>
  `审核表还有 ${String(questions.length)} 项的得分或说明要填写或改正：${questions.join('、')}。不用审核表的，点“审核表”收起后再提交。`;

/** The sentence, with what is said of fields, each once. */
function refusal(problem: unknown): string {
  const fields = new Set(messagesByPath(problem).values());
  return [sentenceOf(problem), ...fields].join(' ');
}

type Drafting = Pick<OpinionBarProps, 'draft' | 'onDraft'>;

/** The unit, or a stage that had it before. */
function ReturnTo({ target: { chain, stage }, draft, onDraft }: Drafting & Pick<OpinionBarProps, 'target'>) {
  const earlier = chain.slice(0, Math.max(0, (stage?.index ?? 1) - 1));
  return (
    <Select
      aria-label="退回到"
      style={{ width: 132 }}
      value={draft.returnTo}
      onChange={(returnTo: string) => onDraft((now) => ({ ...now, returnTo }))}
      options={[
        { value: 'unit', label: '退回单位' },
        ...earlier.map(({ id, name }) => ({ value: id, label: `退回${name}` })),
      ]}
    />
  );
}

const KEEP = 'keep';

/** Typing / in the empty field opens the canned phrases. */
function Comment({ draft, onDraft, input }: Drafting & { input: RefObject<InputRef | null> }) {
  const [isOpen, setOpen] = useState(false);
  const write = (comment: string): void => onDraft((now) => ({ ...now, comment }));
  const [isKeeping, setKeeping] = useState(false);
  const decision = draft.decision ?? 'approve';
  const phrases = usePhrases()(decision);
  return (
    <>
      <Dropdown
        trigger={['click']}
        open={isOpen}
        onOpenChange={setOpen}
        placement="top"
        menu={{
          items: [
            ...phrases.map(({ id, text }) => ({ key: id, label: text })),
            { type: 'divider' },
            { key: KEEP, label: '管理常用语…' },
          ],
          onClick: ({ key }) =>
            key === KEEP ? setKeeping(true) : write(phrases.find(({ id }) => id === key)?.text ?? ''),
        }}
      >
        <Button>常用语</Button>
      </Dropdown>
      <Input
        ref={input}
        className="opinion-comment"
        aria-label="审核意见"
        placeholder="审核意见（输入 / 选常用语）"
        maxLength={2000}
        value={draft.comment}
        onChange={({ target: { value } }) => (value === '/' ? setOpen(true) : write(value))}
      />
      {isKeeping && (
        <PhrasesDialog decision={decision} typed={draft.comment} onClose={() => setKeeping(false)} />
      )}
    </>
  );
}
