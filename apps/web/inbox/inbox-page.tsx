import { useSearchParams } from 'react-router';
import { useSession } from '../app/session.tsx';
import { Tabs } from '../tabs/index.ts';
import { Channels } from './channels.tsx';
import { MessageList } from './message-list.tsx';
import { PreferencesPart } from './preferences-part.tsx';
import './inbox.css';

/** 通知: what the person was told, how they want to be told, and for 系统管理员 whether it gets out. */
export function InboxPage() {
  const { me } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const tabs = [
    { key: 'messages', label: '通知', children: <MessageList /> },
    { key: 'preferences', label: '接收方式', children: <PreferencesPart /> },
    ...(me.roles.includes('admin') ? [{ key: 'channels', label: '发送渠道', children: <Channels /> }] : []),
  ];
  return (
    <>
      <div className="page-head">
        <h1>通知</h1>
      </div>
      <Tabs
        label="通知的各部分"
        tabs={tabs}
        active={parameters.get('tab') ?? 'messages'}
        onChange={(tab) => setParameters(tab === 'messages' ? {} : { tab }, { replace: true })}
      />
    </>
  );
}
