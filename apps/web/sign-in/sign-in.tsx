import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { type Me } from '#contracts';
import { sentenceOf, signIn } from '../api/index.ts';
import { Offers } from './offers.tsx';
import './sign-in.css';

/** What stands before everything else; afterwards the page that was asked for appears. */
export function SignIn({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>预算绩效目标管理系统</h1>
        <p className="sign-in-about">申报、审核、批复、公开、自评与复核，全过程留痕</p>
        <SignInForm onSignedIn={onSignedIn} />
        <Offers onSignedIn={onSignedIn} />
      </div>
    </main>
  );
}

interface Entered {
  username: string;
  password: string;
}

export function SignInForm({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const submit = async ({ username, password }: Entered): Promise<void> => {
    setPending(true);
    try {
      onSignedIn(await signIn(username.trim(), password));
    } catch (error) {
      setProblem(sentenceOf(error));
      setPending(false);
    }
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(entered: Entered) => void submit(entered)}>
      <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
        <Input autoFocus autoComplete="username" />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {problem !== null && <Alert type="error" title={problem} style={{ marginBottom: 16 }} />}
      <Button type="primary" htmlType="submit" block loading={isPending}>
        登录
      </Button>
    </Form>
  );
}
