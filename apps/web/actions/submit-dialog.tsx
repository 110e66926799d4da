import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { type ChangeReply, type TargetView } from '#contracts';
import { commands } from '../api/index.ts';
import { nameBefore } from '../form/index.ts';
import { Refusal } from './refusal.tsx';
import { useReturnFocus } from './use-return-focus.ts';

interface SubmitDialogProps {
  target: TargetView;
  onDone: (reply: ChangeReply) => void;
  onClose: () => void;
}

/** 送审: errors block it and are listed; warnings may be answered for the reviewers to read. */
export function SubmitDialog({ target, onDone, onClose }: SubmitDialogProps) {
  useReturnFocus();
  const errors = target.findings.filter(({ severity }) => severity === 'error');
  const warnings = target.findings.filter(({ severity }) => severity === 'warning');
  const [answers, setAnswers] = useState<Readonly<Record<number, string>>>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const submit = async (): Promise<void> => {
    setPending(true);
    const answered = warnings.flatMap(({ code, path }, index) => {
      const answer = answers[index]?.trim() ?? '';
      return answer === '' ? [] : { code, path, answer };
    });
    try {
      onDone(await commands.submit(target, { answers: answered }));
    } catch (error) {
      setProblem(error);
      setPending(false);
    }
  };
  return (
    <Modal
      open
      title="送审"
      okText="送审"
      okButtonProps={{ disabled: errors.length > 0 }}
      confirmLoading={isPending}
      onOk={() => void submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      width={640}
    >
      {errors.length > 0 ? (
        <>
          <Alert
            type="error"
            title={`预审还有 ${String(errors.length)} 处错误，须改正后才能送审${wayOut(target)}。`}
          />
          <ul>
            {errors.map(({ code, path, message }) => (
              <li key={`${code} ${path}`}>
                <span className="muted">{nameBefore(path, message)}</span> {message}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="muted">
          送审后进入第一环节审核，开始审核之前可以撤回。
          {warnings.length > 0 && `预审有 ${String(warnings.length)} 条提醒，可以逐条说明，审核人会看到。`}
        </p>
      )}
      {errors.length === 0 &&
        warnings.map(({ code, path, message }, index) => (
          <label key={`${code} ${path}`} style={{ display: 'block', marginBottom: 12 }}>
            <div style={{ marginBottom: 4 }}>
              <span className="muted">{nameBefore(path, message)}</span> {message}
            </div>
            <Input
              placeholder="说明（可不填）"
              maxLength={500}
              onChange={({ target: { value } }) => setAnswers({ ...answers, [index]: value })}
            />
          </label>
        ))}
      {problem !== null && <Refusal error={problem} onClose={onClose} />}
    </Modal>
  );
}

/** Who heads the unit does not edit the form. */
const wayOut = ({ allowed }: TargetView): string =>
  allowed.includes('HandBackTarget') && !allowed.includes('ReviseForm') ? '，可以退回经办改正' : '';
