import { Alert, App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { changePassword, Refused, sentenceOf } from '../api/index.ts';
import { NewPasswordFields } from './new-password-fields.tsx';

interface Entered {
  current: string;
  password: string;
}

/** 修改密码, by whoever knows the one there is; every other session of theirs ends. */
export function ChangePassword({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<Entered>();
  const { message } = App.useApp();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const submit = async ({ current, password }: Entered): Promise<void> => {
    setPending(true);
    setProblem(null);
    try {
      await changePassword(current, password);
      void message.success('密码已修改，您在其他地方的登录都已退出');
      onClose();
    } catch (error) {
      if (error instanceof Refused && error.problem.code === 'WrongPassword')
        form.setFields([{ name: 'current', errors: ['现在的密码不对，请重新输入'] }]);
      else setProblem(sentenceOf(error));
      setPending(false);
    }
  };
  return (
    <Modal
      open
      title="修改密码"
      okText="修改密码"
      confirmLoading={isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={420}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(entered: Entered) => void submit(entered)}
      >
        <Form.Item
          name="current"
          label="现在的密码"
          rules={[{ required: true, message: '请输入现在的密码' }]}
        >
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <NewPasswordFields />
      </Form>
      {problem !== null && <Alert type="error" title={problem} />}
    </Modal>
  );
}
