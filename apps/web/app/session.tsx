import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Me } from '#contracts';
import { onSessionLost, signOut, whoAmI } from '../api/index.ts';
import { chooseCampaign } from '../campaign/index.ts';
import { Failed, Waiting } from '../states/index.ts';
import { FIRST_PASSWORD, FirstPassword, SignIn, SignInAgain } from '../sign-in/index.ts';

interface Session {
  me: Me;
  signOut: () => Promise<void>;
}
const Context = createContext<Session | null>(null);

/** The signed-in person; only pages inside `SessionGate` may ask. */
export function useSession(): Session {
  const session = use(Context);
  if (session === null) throw new Error('no session around this page');
  return session;
}

/** Shows the pages to whoever is signed in, else the sign-in page at the same address. */
export function SessionGate({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { data: me, error, refetch } = useQuery({ queryKey: ['me'], queryFn: whoAmI, staleTime: Infinity });
  const session = useMemo(
    () =>
      me && {
        me,
        signOut: async () => {
          onSessionLost(null);
          await signOut();
          chooseCampaign(null);
          location.assign('/');
        },
      },
    [me],
  );
  if (location.pathname === FIRST_PASSWORD) return <FirstPassword />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (session === undefined) return <Waiting />;
  if (session === null) return <SignIn onSignedIn={(person) => queries.setQueryData(['me'], person)} />;
  return (
    <Context value={session}>
      {children}
      <ExpiredSession me={session.me} />
    </Context>
  );
}

/** Over the page as it stands, so that nothing typed is lost; the request that found out goes on afterwards. */
function ExpiredSession({ me }: { me: Me }) {
  const [isAsking, ask] = useState(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    onSessionLost(() => {
      ask(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
    return () => onSessionLost(null);
  }, []);
  if (!isAsking) return null;
  const goOn = (): void => {
    ask(false);
    for (const resolve of waiting.current.splice(0)) resolve();
  };
  return <SignInAgain me={me} onSignedIn={goOn} />;
}
