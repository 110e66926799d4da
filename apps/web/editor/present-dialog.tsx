import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { useReturnFocus } from '../actions/index.ts';
import { commands, sentenceOf, type Seen } from '../api/index.ts';
import { nameBefore } from '../form/index.ts';
import { SEVERITY_TERMS } from '../words/index.ts';

interface PresentDialogProps {
  seen: Seen;
  findings: readonly {
    code: string;
    path: string;
    severity: 'error' | 'warning' | 'hint';
    message: string;
  }[];
  onDone: () => void;
  onClose: () => void;
}

/** Before it goes to the head: what blocks 送审 and what will have to be answered. */
export function PresentDialog({ seen, findings, onDone, onClose }: PresentDialogProps) {
  useReturnFocus();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const grave = findings.filter(({ severity }) => severity !== 'hint');
  const errors = grave.filter(({ severity }) => severity === 'error').length;
  const present = async (): Promise<void> => {
    setPending(true);
    try {
      await commands.present(seen);
      onDone();
    } catch (error) {
      setProblem(sentenceOf(error));
      setPending(false);
    }
  };
  return (
    <Modal
      open
      width={640}
      title="提交单位审核"
      okText="提交单位审核"
      confirmLoading={isPending}
      onOk={() => void present()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="muted">提交后由单位负责人审核并送审，经办不能再修改，需要修改时由负责人退回经办。</p>
      {errors > 0 && (
        <Alert type="error" title={`还有 ${String(errors)} 处错误，单位负责人将不能送审，建议先改正。`} />
      )}
      {grave.length === 0 && <p>预审没有发现错误和提醒。</p>}
      <ul>
        {grave.map(({ code, path, severity, message }) => (
          <li key={`${code} ${path}`} className={`finding-${severity}`}>
            <b>{SEVERITY_TERMS[severity]}</b> <span className="muted">{nameBefore(path, message)}</span>{' '}
            {message}
          </li>
        ))}
      </ul>
      {problem !== null && <Alert type="error" title={problem} />}
    </Modal>
  );
}
