import { Table, type TableColumnsType } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { CHANNEL_TERMS } from '#contracts';
import { listChannels, type ChannelStatus } from '../api/index.ts';
import { Loaded, Nothing } from '../states/index.ts';
import { chinaMinute } from '../words/index.ts';
import { stateOfChannel } from './channel-state.ts';

const COLUMNS: TableColumnsType<ChannelStatus> = [
  {
    title: '渠道',
    key: 'channel',
    render: (_, status) => (
      <>
        {CHANNEL_TERMS[status.channel]}
        <div className="small muted">{stateOfChannel(status)}</div>
      </>
    ),
  },
  { title: '待发', dataIndex: 'waiting', align: 'right', width: 72 },
  { title: '失败', dataIndex: 'failed', align: 'right', width: 72 },
  { title: '可能重复', dataIndex: 'doubtful', align: 'right', width: 96, responsive: ['md'] },
  {
    title: '最近发出',
    key: 'sent',
    width: 152,
    responsive: ['md'],
    render: (_, { lastSent }) => (lastSent === null ? '—' : chinaMinute(lastSent)),
  },
  {
    title: '最近一次失败',
    key: 'failure',
    responsive: ['md'],
    render: (_, { lastFailure }) =>
      lastFailure === null ? '—' : `${chinaMinute(lastFailure.at)} ${lastFailure.reason}`,
  },
];

/** How mail and robots stand, for 系统管理员. */
export function Channels() {
  const query = useQuery({ queryKey: ['inbox', 'channels'], queryFn: listChannels });
  return (
    <Loaded query={query}>
      {(channels) => (
        <>
          <Table
            size="small"
            rowKey="channel"
            columns={COLUMNS}
            dataSource={[...channels]}
            pagination={false}
            locale={{
              emptyText: (
                <Nothing title="还没有经邮件或机器人发出的通知">有人选用这些方式后会列在这里。</Nothing>
              ),
            }}
          />
          <p className="muted small">
            “可能重复”是对方可能已收下、而本系统未及记录的次数，会以同一编号重发。失败的可在
            <a href="/admin/queues">队列</a>中查看、重发，也可在服务器上用 mubiao jobs list 和 mubiao jobs
            retry。
          </p>
        </>
      )}
    </Loaded>
  );
}
