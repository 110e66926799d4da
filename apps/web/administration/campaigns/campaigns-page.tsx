import { Button, Table, type TableColumnsType } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { type CampaignView } from '#contracts';
import { listCampaigns, registers } from '../../api/index.ts';
import { useSession } from '../../app/session.tsx';
import { Loaded, NoRight, Nothing } from '../../states/index.ts';
import { KIND_TERMS } from '../../words/index.ts';
import { textOf, useDialog } from '../use-dialog.tsx';
import { CalendarPicture } from './calendar-picture.tsx';
import { pictureOf } from './calendar.ts';
import { linesOf, totalsIn } from './fund-totals.ts';
import { KINDS } from './terms.ts';
import { Wizard } from './wizard.tsx';
import '../administration.css';
import './campaigns.css';

/** 批次设置, for 绩效股: which campaigns there are, a new one step by step, closing one. */
export function CampaignsPage() {
  const { me } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const campaigns = useQuery({ queryKey: ['campaigns'], queryFn: listCampaigns });
  if (!me.roles.includes('performance')) return <NoRight what="申报批次由绩效股设置" />;
  const isNew = parameters.has('new');
  return (
    <>
      <div className="page-head">
        <h1>{isNew ? '新建批次' : '批次设置'}</h1>
        {!isNew && (
          <Button type="primary" className="page-do" onClick={() => setParameters({ new: '' })}>
            新建批次
          </Button>
        )}
      </div>
      <Loaded query={campaigns} lines={10}>
        {(all) =>
          isNew ? <Wizard campaigns={all} onClose={() => setParameters({})} /> : <Campaigns campaigns={all} />
        }
      </Loaded>
    </>
  );
}

function Campaigns({ campaigns }: { campaigns: readonly CampaignView[] }) {
  const [dialog, ask] = useDialog();
  const close = ({ id, name }: CampaignView): void =>
    ask({
      title: '关闭批次',
      about: `${name}关闭后不能再申报、审核或延长期限，已有的目标和记录都保留；不能再开启。`,
      isDangerous: true,
      fields: [{ name: 'reason', label: '理由', as: 'long' }],
      send: (entered) => registers.closeCampaign(id, textOf(entered, 'reason')),
    });
  const setTotals = ({ id, name, fundTotals }: CampaignView): void =>
    ask({
      title: '登记专项总额',
      about: `${name}中各专项资金的总额，预审时与各支出方向之和核对；没有登记的不核对。`,
      fields: [
        {
          name: 'fundTotals',
          label: '专项名称和总额（万元），一行一项',
          as: 'long',
          isOptional: true,
          extra: '如：义务教育专项 86.5。可以从 Excel 粘贴两列。',
          check: problemIn,
        },
      ],
      initial: { fundTotals: linesOf(fundTotals) },
      send: async (entered) => {
        const read = totalsIn(textOf(entered, 'fundTotals'));
        // Never the empty list instead: it would take away what is registered.
        if ('problem' in read) throw new Error(read.problem);
        await registers.setFundTotals(id, read.totals);
      },
    });
  const columns: TableColumnsType<CampaignView> = [
    {
      title: '批次',
      key: 'name',
      width: 240,
      render: (_, { id, name }) => <Link to={`/progress?campaign=${id}`}>{name}</Link>,
    },
    { title: '年度', dataIndex: 'fiscalYear', width: 72 },
    {
      title: '表种',
      key: 'kinds',
      render: (_, { chains }) =>
        KINDS.filter((kind) => chains[kind])
          .map((kind) => `${KIND_TERMS[kind]}（${String(chains[kind]?.length ?? 0)} 级）`)
          .join('、'),
    },
    {
      title: '延期',
      key: 'extensions',
      width: 80,
      render: (_, { extensions }) => `${String(extensions.length)} 次`,
    },
    {
      title: '状态',
      key: 'state',
      width: 88,
      render: (_, { state }) => (state === 'open' ? '开启' : '已关闭'),
    },
    {
      title: '办理',
      key: 'do',
      width: 160,
      render: (_, campaign) =>
        campaign.state === 'open' && (
          <span className="row-do">
            {campaign.chains.direction && (
              <Button type="link" size="small" onClick={() => setTotals(campaign)}>
                专项总额
              </Button>
            )}
            <Button type="link" size="small" onClick={() => close(campaign)}>
              关闭批次
            </Button>
          </span>
        ),
    },
  ];
  return (
    <>
      <Table
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={campaigns}
        pagination={false}
        scroll={{ x: 900 }}
        expandable={{
          expandedRowRender: ({ windows, chains }) => (
            <CalendarPicture picture={pictureOf(windows, chains)} />
          ),
        }}
        locale={{ emptyText: <Nothing title="还没有批次">新建年度批次后，单位才能申报。</Nothing> }}
      />
      {dialog}
    </>
  );
}

function problemIn(text: string): string | null {
  const read = totalsIn(text);
  return 'problem' in read ? read.problem : null;
}
