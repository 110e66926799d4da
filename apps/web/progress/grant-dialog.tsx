import { Alert, Form, Input, Modal, type FormRule as Rule } from 'antd';
import { useState } from 'react';
import { REFUSALS } from '#contracts';
import { isBeforeOpening, type Window } from '#domain/target';
import { grantAll, type TargetItem } from '../api/index.ts';
import { BatchResult, outcomeOf, type Outcome } from '../batches/index.ts';
import { DayField } from '../dates/index.ts';
import { sayAtFields } from '../states/index.ts';
import { dayOf } from '../words/index.ts';
import { amountFor, type Amounts } from './amounts.ts';

interface GrantDialogProps {
  /** When the campaign's targets could be submitted. */
  submission: Window | undefined;
  targets: readonly TargetItem[];
  typed: Amounts;
  onClose: (isDone: boolean) => void;
}

/** Said before it is refused for each of them: one date is for all. */
const notBefore = (submission: Window | undefined): Rule => ({
  validator: (_, day: string | undefined) =>
    submission && day && isBeforeOpening(day, submission)
      ? Promise.reject(new Error(REFUSALS.GrantedBeforeOpening({ opens: submission.opens })))
      : Promise.resolve(),
});

interface Entered {
  documentNumber: string;
  date: string;
}

/** One document number and date for all; a target that somebody changed meanwhile is left out and said. */
export function GrantDialog({ submission, targets, typed, onClose }: GrantDialogProps) {
  const [form] = Form.useForm<Entered>();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const send = async (entered: Entered): Promise<void> => {
    setPending(true);
    setProblem(null);
    try {
      const reply = await grantAll({
        documentNumber: entered.documentNumber.trim(),
        date: entered.date,
        targets: targets.map((item) => ({
          id: item.id,
          revision: item.revision,
          amount: amountFor(item, typed),
        })),
      });
      setOutcome(outcomeOf(reply, targets));
    } catch (error) {
      setProblem(sayAtFields(form, ['documentNumber', 'date'], error));
    } finally {
      setPending(false);
    }
  };
  const submit = outcome
    ? { okText: '完成', onOk: () => onClose(true), cancelButtonProps: { style: { display: 'none' } } }
    : { okText: `批复 ${String(targets.length)} 个`, onOk: form.submit };
  return (
    <Modal
      open
      title="批复"
      width={outcome ? 760 : 520}
      mask={{ closable: false }}
      confirmLoading={isPending}
      onCancel={() => onClose(outcome !== null)}
      {...submit}
    >
      {outcome ? (
        <BatchResult verb="批复" outcome={outcome} />
      ) : (
        <>
          <p className="muted">批复后目标锁定，以后公开、监控和评价都以这一版为准。</p>
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ date: dayOf(new Date()) }}
            onFinish={(entered) => void send(entered)}
          >
            <Form.Item
              name="documentNumber"
              label="批复文号"
              rules={[{ required: true, whitespace: true, message: '请填写批复文号' }]}
            >
              <Input autoFocus placeholder="望财绩〔2027〕12号" maxLength={200} />
            </Form.Item>
            <Form.Item
              name="date"
              label="批复日期"
              rules={[{ required: true, message: '请填写批复日期' }, notBefore(submission)]}
            >
              <DayField />
            </Form.Item>
          </Form>
          {problem !== null && <Alert type="error" title={problem} />}
        </>
      )}
    </Modal>
  );
}
