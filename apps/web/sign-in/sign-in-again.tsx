import { Modal } from 'antd';
import { type Me } from '#contracts';
import { SignInForm } from './sign-in.tsx';

/** The session ended in the middle of work: the same person goes on where they were, anybody else starts afresh. */
export function SignInAgain({ me, onSignedIn }: { me: Me; onSignedIn: () => void }) {
  return (
    <Modal open title="登录已过期" footer={null} closable={false} width={400} mask={{ closable: false }}>
      <p>您（{me.name}）已填写的内容仍在本页，重新登录后继续。</p>
      <SignInForm
        onSignedIn={(person) => {
          if (person.user === me.user) onSignedIn();
          else location.assign('/');
        }}
      />
    </Modal>
  );
}
