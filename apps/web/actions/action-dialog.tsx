import { Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { type ChangeReply, type TargetView } from '#contracts';
import { sayAtFields } from '../states/index.ts';
import { DayField } from '../dates/index.ts';
import { dayOf, ungrouped } from '../words/index.ts';
import { type Action, type ActionField, type Entered } from './action.ts';
import { PersonField } from './person-field.tsx';
import { Refusal } from './refusal.tsx';
import { useReturnFocus } from './use-return-focus.ts';

interface ActionDialogProps {
  action: Action;
  target: TargetView;
  onDone: (reply: ChangeReply) => void;
  onClose: () => void;
}

/** Says what will happen, asks for what the command needs, shows each refusal at its field and keeps what was typed. */
export function ActionDialog({ action, target, onDone, onClose }: ActionDialogProps) {
  useReturnFocus();
  const [form] = Form.useForm<Entered>();
  const [problem, setProblem] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const send = async (entered: Entered): Promise<void> => {
    setPending(true);
    try {
      onDone(await action.send(target, entered));
    } catch (error) {
      const names = action.fields.map(({ name }) => name);
      setProblem(sayAtFields(form, names, error) === null ? null : error);
      setPending(false);
    }
  };
  return (
    <Modal
      open
      title={action.label}
      okText={action.label}
      okButtonProps={{ danger: action.isDangerous === true, autoFocus: action.fields.length === 0 }}
      confirmLoading={isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={520}
    >
      <p className="muted">{action.about}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={action.initial?.(target, dayOf(new Date()))}
        onFinish={(entered) => void send(entered)}
      >
        {action.fields.map((field) => (
          <Entry key={field.name} field={field} />
        ))}
      </Form>
      {problem !== null && <Refusal error={problem} onClose={onClose} />}
    </Modal>
  );
}

function Entry({ field }: { field: ActionField }) {
  const { name, label, as, isOptional = false } = field;
  const isChosen = as === 'person' || as === 'people';
  const required = isChosen
    ? { required: !isOptional, message: `请选择${label}` }
    : { required: !isOptional, whitespace: !isOptional, message: `请填写${label}` };
  return (
    <Form.Item
      name={name}
      label={isOptional ? `${label}（可不填）` : label}
      rules={[required]}
      {...(as === 'amount' && { normalize: ungrouped })}
    >
      {control(field)}
    </Form.Item>
  );
}

/** Where a form puts it, it gets its value and says what becomes of it. */
function control({ as, among = 'colleagues', placeholder }: ActionField): ReactNode {
  switch (as) {
    case 'day':
      return <DayField />;
    case 'long':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />;
    case 'person':
    case 'people':
      return <PersonField among={among} isMany={as === 'people'} />;
    case 'text':
    case 'amount':
      return (
        <Input
          {...(as === 'amount' && { inputMode: 'decimal', className: 'amount', style: { width: 180 } })}
          {...(placeholder !== undefined && { placeholder })}
        />
      );
  }
}
