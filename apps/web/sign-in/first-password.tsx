import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { messagesByPath, sentenceOf, setFirstPassword } from '../api/index.ts';
import { NewPasswordFields } from './new-password-fields.tsx';
import './sign-in.css';

/** Where the link with a one-time token leads; the token stands behind #, which no server's log sees. */
export const FIRST_PASSWORD = '/first-password';

interface Entered {
  password: string;
}

/** 首次设置密码: by whoever holds the link. */
export function FirstPassword() {
  const token = location.hash.slice(1);
  const [isSet, setIsSet] = useState(false);
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>设置密码</h1>
        {isSet ? (
          <>
            <p>密码已设置，请用新密码登录。</p>
            <Button type="primary" block href="/">
              去登录
            </Button>
          </>
        ) : token === '' ? (
          <Alert type="error" title="链接不完整，请从收到的消息中复制整个链接，或者向安全管理员重新索取。" />
        ) : (
          <PasswordForm token={token} onSet={() => setIsSet(true)} />
        )}
      </div>
    </main>
  );
}

function PasswordForm({ token, onSet }: { token: string; onSet: () => void }) {
  const [problem, setProblem] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const submit = async ({ password }: Entered): Promise<void> => {
    setPending(true);
    try {
      await setFirstPassword(token, password);
      onSet();
    } catch (error) {
      setProblem(error);
      setPending(false);
    }
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(entered: Entered) => void submit(entered)}>
      <NewPasswordFields isFirst />
      {problem !== null && <Alert type="error" title={refusal(problem)} style={{ marginBottom: 16 }} />}
      <Button type="primary" htmlType="submit" block loading={isPending}>
        设置密码
      </Button>
    </Form>
  );
}

/** What is wrong with the link says more than that a field is wrong. */
const refusal = (problem: unknown): string => messagesByPath(problem).get('/token') ?? sentenceOf(problem);
