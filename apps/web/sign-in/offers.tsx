import { Alert } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Me, type SignInOffers } from '#contracts';
import { readOffers, sentenceOf, signInToDemo } from '../api/index.ts';

/** What there is beside name and password: the provider of the government's network, and in the demo its accounts. */
export function Offers({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { data: offers } = useQuery({ queryKey: ['offers'], queryFn: readOffers, staleTime: Infinity });
  return (
    <>
      {offers?.oidc && (
        <a className="sign-in-provider" href="/api/session/oidc">
          用{offers.oidc.name}登录
        </a>
      )}
      {offers?.demo && <DemoAccounts accounts={offers.demo.accounts} onSignedIn={onSignedIn} />}
    </>
  );
}

interface DemoAccountsProps {
  accounts: NonNullable<SignInOffers['demo']>['accounts'];
  onSignedIn: (me: Me) => void;
}

function DemoAccounts({ accounts, onSignedIn }: DemoAccountsProps) {
  const [problem, setProblem] = useState<unknown>(null);
  const [pending, setPending] = useState<string | null>(null);
  const enter = async (username: string): Promise<void> => {
    setPending(username);
    try {
      onSignedIn(await signInToDemo(username));
    } catch (error) {
      setProblem(error);
      setPending(null);
    }
  };
  return (
    <section className="sign-in-demo" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">演示系统：点一个岗位直接进入</h2>
      <p className="small muted">县、单位和人员都是虚构的，可以随意操作。</p>
      {problem !== null && <Alert type="error" title={sentenceOf(problem)} />}
      <ul>
        {accounts.map(({ username, name, post, organisation }) => (
          <li key={username}>
            <button type="button" disabled={pending !== null} onClick={() => void enter(username)}>
              <b>{post}</b>
              <span className="small muted">
                {organisation} {name}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
