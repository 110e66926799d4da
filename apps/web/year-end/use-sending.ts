import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTargetChanged } from '../target/index.ts';

/** What is sent of a target's year end: `as` tells it from what could be sent instead, `said` is shown once it is done. */
interface Sent<A extends string> {
  as: A;
  send: () => Promise<unknown>;
  said: string;
}

/**
 * Sends, forgets what was kept of it (`drop`), and shows the result of the target; what the server refuses stays on the
 * page as `problem`, and `pending` says what is under way.
 */
export function useSending<A extends string>(target: string, drop: () => void) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const changed = useTargetChanged(target);
  const [problem, setProblem] = useState<unknown>(null);
  const [pending, setPending] = useState<A | null>(null);
  const send = async ({ as, send: sent, said }: Sent<A>): Promise<void> => {
    setPending(as);
    try {
      await sent();
      drop();
      changed();
      void message.success(said);
      void navigate(`/targets/${target}?tab=result`);
    } catch (error) {
      setProblem(error);
      setPending(null);
    }
  };
  return { problem, pending, send };
}
