import { Alert, Checkbox, Form, Input, Modal, Select, type FormRule } from 'antd';
import { useState } from 'react';
import { sayAtFields } from '../states/index.ts';

export interface DialogField {
  /** Its name in the request, where the server's message for it is shown. */
  name: string;
  label: string;
  as: 'text' | 'long' | 'one' | 'many' | 'flag';
  options?: readonly { value: string; label: string }[];
  isOptional?: boolean;
  extra?: string;
  /** What is wrong with what was typed, in a sentence. */
  check?: (value: string) => string | null;
}

/** A field of `many` is a list, of `flag` a boolean, the others are text. */
export type Entered = Readonly<Record<string, string | boolean | string[] | undefined>>;

/** What a dialog asks, and what sends it. */
export interface Asked {
  title: string;
  about?: string;
  fields: readonly DialogField[];
  initial?: Entered;
  isDangerous?: boolean;
  send: (entered: Entered) => Promise<unknown>;
}

interface FormDialogProps extends Asked {
  onClose: (isDone: boolean) => void;
}

/** Asks for what a change to the register needs; a refusal is shown at its field and keeps what was typed. */
export function FormDialog({
  title,
  about,
  fields,
  initial,
  isDangerous = false,
  send,
  onClose,
}: FormDialogProps) {
  const [form] = Form.useForm<Record<string, string | boolean | string[]>>();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const submit = async (entered: Entered): Promise<void> => {
    setPending(true);
    try {
      await send(entered);
      onClose(true);
    } catch (error) {
      const names = fields.map(({ name }) => name);
      setProblem(sayAtFields(form, names, error));
      setPending(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ danger: isDangerous }}
      confirmLoading={isPending}
      onOk={form.submit}
      onCancel={() => onClose(false)}
      mask={{ closable: false }}
      width={520}
    >
      {about !== undefined && <p className="muted">{about}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        {...(initial && { initialValues: initial })}
        onFinish={(entered) => void submit(entered)}
      >
        {fields.map((field) => (
          <Entry key={field.name} field={field} />
        ))}
      </Form>
      {problem !== null && <Alert type="error" title={problem} />}
    </Modal>
  );
}

function Entry({ field }: { field: DialogField }) {
  const { name, label, as, options = [], isOptional = false, extra } = field;
  const isText = as === 'text' || as === 'long';
  if (as === 'flag')
    return (
      <Form.Item name={name} valuePropName="checked">
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    );
  return (
    <Form.Item
      name={name}
      label={isOptional ? `${label}（可不填）` : label}
      rules={rulesOf(field)}
      extra={extra}
    >
      {isText ? (
        as === 'long' ? (
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
        ) : (
          <Input maxLength={200} />
        )
      ) : (
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[...options]}
          {...(as === 'many' && { mode: 'multiple' as const })}
        />
      )}
    </Form.Item>
  );
}

function rulesOf({ label, as, isOptional = false, check }: DialogField): FormRule[] {
  const isText = as === 'text' || as === 'long';
  const filled: FormRule = { required: true, whitespace: isText, message: `请填写${label}` };
  const checked: FormRule = {
    validator: (_, value: unknown) => {
      const problem = typeof value === 'string' ? (check?.(value) ?? null) : null;
      return problem === null ? Promise.resolve() : Promise.reject(new Error(problem));
    },
  };
  return [...(isOptional ? [] : [filled]), ...(check ? [checked] : [])];
}
