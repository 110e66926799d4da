import { Form, Input, Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ChangeReply, type TargetView } from '#contracts';
import { commands, listPeople, listSections, listUnits } from '../api/index.ts';
import { sayAtFields } from '../states/index.ts';
import { reviewersAmong } from './reviewers.ts';
import { Refusal } from './refusal.tsx';
import { useReturnFocus } from './use-return-focus.ts';

interface HandOnDialogProps {
  target: TargetView;
  onDone: (reply: ChangeReply) => void;
  onClose: () => void;
}

interface Entered {
  to: string;
  from?: string;
  reason: string;
}
const NAMES = ['to', 'from', 'reason'] as const;

const reviewers = async () => reviewersAmong(await listPeople(), await listUnits(), await listSections());

/** 转办, by whoever's turn it is; or by the stage's head, who also names somebody where nobody is left who may sign. */
export function HandOnDialog({ target, onDone, onClose }: HandOnDialogProps) {
  useReturnFocus();
  const [form] = Form.useForm<Entered>();
  const people = useQuery({ queryKey: ['people', 'reviewers'], queryFn: reviewers });
  const [problem, setProblem] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const isMyTurn = target.allowed.includes('GiveOpinion');
  const send = async ({ to, from, reason }: Entered): Promise<void> => {
    setPending(true);
    try {
      const body = { to, reason: reason.trim(), ...(from !== undefined && { from }) };
      onDone(await commands.transfer(target, body));
    } catch (error) {
      setProblem(sayAtFields(form, NAMES, error) === null ? null : error);
      setPending(false);
    }
  };
  const choice = (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      loading={people.isPending}
      options={[...(people.data ?? [])]}
    />
  );
  return (
    <Modal
      open
      title={isMyTurn ? '转办' : '指定审核人'}
      okText={isMyTurn ? '转办' : '指定'}
      confirmLoading={isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={520}
    >
      <p className="muted">
        {isMyTurn
          ? '转办后由所选的人审核，您不再办理这个目标的本环节。'
          : '由您作为本环节的负责人指定，所选的人会在待办中看到这个目标。'}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(entered: Entered) => void send(entered)}
      >
        <Form.Item name="to" label="由谁审核" rules={[{ required: true, message: '请选择由谁审核' }]}>
          {choice}
        </Form.Item>
        {!isMyTurn && (
          <Form.Item name="from" label="替谁办理（现在没有人可以审核的，不选）">
            {choice}
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label="理由"
          rules={[{ required: true, whitespace: true, message: '请填写理由' }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      </Form>
      {(problem ?? people.error) !== null && <Refusal error={problem ?? people.error} onClose={onClose} />}
    </Modal>
  );
}
