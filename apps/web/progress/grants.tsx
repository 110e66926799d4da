import { Button, Input, Table, type TableColumnsType } from 'antd';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Money } from '#form';
import { type CampaignView } from '#contracts';
import { listTargets, type TargetItem } from '../api/index.ts';
import { Loaded, Nothing } from '../states/index.ts';
import { More } from '../tables/index.ts';
import { grouped } from '../words/index.ts';
import { amountFor, withoutAmount, type Amounts } from './amounts.ts';
import { GrantDialog } from './grant-dialog.tsx';

/** 批复: what is approved and not yet granted; several under one document. */
export function Grants({ campaign: { id, windows } }: { campaign: CampaignView }) {
  const queries = useQueryClient();
  const [chosen, choose] = useState<readonly React.Key[]>([]);
  const [typed, type] = useState<Amounts>({});
  const [isGranting, grant] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ['targets', 'to-grant', id],
    queryFn: ({ pageParam }) => listTargets({ campaign: id, state: 'approved' }, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const close = (isDone: boolean): void => {
    grant(false);
    if (!isDone) return;
    choose([]);
    void queries.invalidateQueries();
  };
  return (
    <Loaded query={query} lines={8}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const picked = items.filter((item) => chosen.includes(item.id));
        const unclear = withoutAmount(picked, typed);
        return (
          <>
            <div className="grants-head">
              <span className="muted">
                {picked.length === 0
                  ? '选择要批复的目标；同一文号批复的一起选。'
                  : `已选 ${String(picked.length)} 个${unclear.length === 0 ? `，批复 ${totalOf(picked, typed)} 万元` : '；有的批复金额还不是数'}`}
              </span>
              <Button
                type="primary"
                disabled={picked.length === 0 || unclear.length > 0}
                onClick={() => grant(true)}
              >
                批复
              </Button>
            </div>
            <Table
              size="small"
              rowKey="id"
              columns={columnsFor(typed, (target, amount) => type((now) => ({ ...now, [target]: amount })))}
              dataSource={items}
              pagination={false}
              rowSelection={{ selectedRowKeys: [...chosen], onChange: choose }}
              locale={{
                emptyText: <Nothing title="没有等待批复的目标">目标审核通过后会出现在这里。</Nothing>,
              }}
            />
            <More query={query} listed={items.length} />
            {isGranting && (
              <GrantDialog submission={windows.submission} targets={picked} typed={typed} onClose={close} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

const totalOf = (items: readonly TargetItem[], typed: Amounts): string =>
  grouped(Money.sum(items.map((item) => amountFor(item, typed))).toString());

function columnsFor(
  typed: Amounts,
  type: (id: string, amount: string) => void,
): TableColumnsType<TargetItem> {
  return [
    {
      title: '名称',
      key: 'name',
      render: (_, { id, name }) => <Link to={`/targets/${id}`}>{name ?? '（未填名称）'}</Link>,
    },
    { title: '单位', key: 'unit', width: 216, responsive: ['md'], render: (_, { unit }) => unit.name },
    {
      title: '申报金额（万元）',
      key: 'amount',
      width: 136,
      responsive: ['md'],
      align: 'right',
      render: (_, { amount }) => grouped(amount),
    },
    {
      title: '批复金额（万元）',
      key: 'granted',
      width: 136,
      align: 'right',
      render: (_, item) => (
        <Input
          size="small"
          className="amount"
          inputMode="decimal"
          aria-label={`${item.name ?? item.unit.name}的批复金额（万元）`}
          value={typed[item.id] ?? item.amount ?? ''}
          status={withoutAmount([item], typed).length > 0 ? 'error' : ''}
          onChange={({ target: { value } }) => type(item.id, value)}
        />
      ),
    },
  ];
}
