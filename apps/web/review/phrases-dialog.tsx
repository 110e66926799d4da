import { Alert, Button, Checkbox, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Decision } from '#domain/target';
import { useReturnFocus } from '../actions/index.ts';
import { addPhrase, deletePhrase, sentenceOf } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { DECISION_TERMS } from '../words/index.ts';
import { usePhrases } from './use-phrases.ts';

interface PhrasesDialogProps {
  decision: Decision;
  /** What stands in the field, to be kept. */
  typed: string;
  onClose: () => void;
}

/** 常用语 of one decision: keep one, delete one's own; 绩效股 also those of the office. */
export function PhrasesDialog({ decision, typed, onClose }: PhrasesDialogProps) {
  useReturnFocus();
  const { me } = useSession();
  const keepsOffice = me.roles.includes('performance');
  const queries = useQueryClient();
  const phrases = usePhrases()(decision);
  const [text, setText] = useState(typed);
  const [isOffice, setOffice] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = async (send: () => Promise<unknown>): Promise<void> => {
    setProblem(null);
    try {
      await send();
      await queries.invalidateQueries({ queryKey: ['phrases'] });
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  const add = (): Promise<void> =>
    change(async () => {
      await addPhrase(decision, text.trim(), isOffice);
      setText('');
    });
  return (
    <Modal open title={`常用语：${DECISION_TERMS[decision] ?? ''}`} footer={null} onCancel={onClose}>
      <ul className="phrase-list">
        {phrases.map(({ id, text: said, isOwn }) => (
          <li key={id}>
            <span>
              {said} <span className="muted small">{isOwn ? '本人' : '全局'}</span>
            </span>
            {(isOwn || keepsOffice) && (
              <Button
                type="text"
                size="small"
                aria-label={`删除“${said}”`}
                onClick={() => void change(() => deletePhrase(id))}
              >
                删除
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && <Alert type="error" title={problem} />}
      <div className="phrase-new">
        <Input
          aria-label="新的常用语"
          placeholder="新的常用语"
          maxLength={500}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onPressEnter={() => text.trim() !== '' && void add()}
        />
        <Button type="primary" disabled={text.trim() === ''} onClick={() => void add()}>
          保存
        </Button>
      </div>
      {keepsOffice && (
        <Checkbox checked={isOffice} onChange={({ target }) => setOffice(target.checked)}>
          供全局使用
        </Checkbox>
      )}
    </Modal>
  );
}
