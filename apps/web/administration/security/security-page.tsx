import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { listPeople, type Colleague } from '../../api/index.ts';
import { useSession } from '../../app/session.tsx';
import { Loaded, NoRight } from '../../states/index.ts';
import { Tabs } from '../../tabs/index.ts';
import { ThreeApart } from '../apart.tsx';
import { Policy } from './policy.tsx';
import { Roles } from './roles.tsx';
import { SignIns } from './sign-ins.tsx';
import '../administration.css';

/** 安全, for 安全管理员: who holds which office, who signed in, what the rules are. */
export function SecurityPage() {
  const { me } = useSession();
  const people = useQuery({ queryKey: ['people'], queryFn: listPeople });
  if (!me.roles.includes('security')) return <NoRight what="岗位和登录记录由安全管理员管理" />;
  return (
    <>
      <div className="page-head">
        <h1>安全</h1>
      </div>
      <Loaded query={people} lines={10}>
        {(all) => <Parts people={all} />}
      </Loaded>
    </>
  );
}

function Parts({ people }: { people: readonly Colleague[] }) {
  const [parameters, setParameters] = useSearchParams();
  const tabs = [
    { key: 'roles', label: '岗位', children: <Roles people={people} /> },
    { key: 'sign-ins', label: '登录记录', children: <SignIns people={people} /> },
    { key: 'policy', label: '登录规则', children: <Policy /> },
  ];
  return (
    <>
      <ThreeApart people={people} />
      <Tabs
        label="安全管理内容"
        tabs={tabs}
        active={parameters.get('tab') ?? 'roles'}
        onChange={(tab) => setParameters({ tab }, { replace: true })}
      />
    </>
  );
}
