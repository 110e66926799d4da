import { type TableColumnsType } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { listSignIns, type Colleague, type SignInEntry } from '../../api/index.ts';
import { PagedTable } from '../../tables/index.ts';
import { chinaMinute } from '../../words/index.ts';

const OUTCOMES: Readonly<Record<string, string>> = {
  'signed-in': '登录',
  'signed-out': '退出',
  refused: '未通过（用户名或密码不对）',
  locked: '未通过（已锁定）',
};

/** 登录记录, the newest first. */
export function SignIns({ people }: { people: readonly Colleague[] }) {
  const names = new Map(people.map(({ user, name, post }) => [user, `${name}（${post}）`]));
  const query = useInfiniteQuery({
    queryKey: ['sign-ins'],
    queryFn: ({ pageParam }) => listSignIns(pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const columns: TableColumnsType<SignInEntry> = [
    { title: '时间', key: 'time', width: 152, render: (_, { time }) => chinaMinute(time) },
    {
      title: '人员',
      key: 'user',
      render: (_, { user }) =>
        user === null ? <span className="muted">没有这个用户名</span> : (names.get(user) ?? user),
    },
    { title: '结果', key: 'outcome', width: '28%', render: (_, { outcome }) => OUTCOMES[outcome] ?? outcome },
    { title: '地址', dataIndex: 'address', width: 176, responsive: ['md'] },
  ];
  return <PagedTable query={query} rowKey="id" columns={columns} />;
}
