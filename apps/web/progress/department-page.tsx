import { Table, type TableColumnsType } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { GRADES } from '#domain';
import { listCampaigns, readDepartment, type DepartmentOverview } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { currentOf, useCampaignOfPage } from '../campaign/index.ts';
import { Loaded, NoRight } from '../states/index.ts';
import { dayOf, grouped } from '../words/index.ts';
import { mayWatch } from './offices.ts';
import { Shares } from './shares.tsx';
import './progress.css';

/** One department's figures, and its units. */
export function DepartmentPage() {
  const { me } = useSession();
  if (!mayWatch(me.roles)) return <NoRight what="部门概况由财政部门、主管部门和审计查看" />;
  return <Department />;
}

function Department() {
  const { code = '' } = useParams();
  const campaigns = useQuery({ queryKey: ['campaigns'], queryFn: listCampaigns });
  const campaign = useCampaignOfPage() ?? currentOf(campaigns.data ?? [], dayOf(new Date()))?.id;
  const overview = useQuery({
    queryKey: ['department', code, campaign],
    queryFn: () => readDepartment(code, campaign ?? ''),
    enabled: campaign !== undefined,
  });
  return (
    <>
      <nav className="small place" aria-label="位置">
        <Link to={`/progress?campaign=${campaign ?? ''}`}>进度</Link>
        <span className="muted"> / {campaigns.data?.find(({ id }) => id === campaign)?.name}</span>
      </nav>
      <Loaded query={overview} lines={10}>
        {(figures) => <Figures of={figures} campaign={campaign ?? ''} />}
      </Loaded>
    </>
  );
}

function Figures({ of: figures, campaign }: { of: DepartmentOverview; campaign: string }) {
  const { department, targets, amount, states, submission, returns, units } = figures;
  const address = `/targets?campaign=${campaign}&department=${department.code}`;
  return (
    <>
      <div className="page-head">
        <h1>{department.name}</h1>
        <Link to={address}>
          {targets} 个目标，{grouped(amount)} 万元
        </Link>
      </div>
      <dl className="figures">
        <dt>送审</dt>
        <dd>
          按时 {submission.onTime} 个，逾期 {submission.late} 个
        </dd>
        <dt>退回</dt>
        <dd>
          {returns.total} 次{returns.average !== undefined && `，平均每个送审目标 ${returns.average} 次`}
        </dd>
        <dt>预审问题已答复</dt>
        <dd>{figures.findingsAnswered} 条</dd>
        <dt>审核等级</dt>
        <dd>{gradesText(figures.reviewGrades)}</dd>
        <dt>评价结果</dt>
        <dd>
          {gradesText(figures.evaluation.grades)}
          {figures.evaluation.average !== undefined && `，平均 ${figures.evaluation.average} 分`}
        </dd>
      </dl>
      <h2 className="part-title">各状态</h2>
      <p className="state-list">
        {states.map(({ state, label, count, amount: sum }) => (
          <Link key={state} to={`${address}&state=${state}`}>
            {label} {count} 个<span className="small muted"> {grouped(sum)} 万元</span>
          </Link>
        ))}
      </p>
      <h2 className="part-title">各单位</h2>
      <Table
        size="small"
        rowKey={({ unit }) => unit.code}
        columns={columnsFor(campaign)}
        dataSource={units}
        pagination={false}
        scroll={{ x: 620 }}
      />
    </>
  );
}

function gradesText(grades: DepartmentOverview['reviewGrades']): string {
  const given = GRADES.filter((grade) => grades[grade] > 0);
  return given.length === 0
    ? '还没有'
    : given.map((grade) => `${grade} ${String(grades[grade])} 个`).join('，');
}

type Unit = DepartmentOverview['units'][number];

const columnsFor = (campaign: string): TableColumnsType<Unit> => [
  {
    title: '单位',
    key: 'name',
    render: (_, { unit: { code, name } }) => (
      <Link to={`/targets?campaign=${campaign}&unit=${code}`}>{name}</Link>
    ),
  },
  { title: '目标', dataIndex: 'targets', align: 'right', width: 64 },
  {
    title: '金额（万元）',
    key: 'amount',
    align: 'right',
    width: 112,
    render: (_, { amount }) => grouped(amount),
  },
  {
    title: '送审',
    key: 'submission',
    width: 240,
    render: (_, { onTime, late, targets }) => (
      <Shares onTime={onTime} late={late} open={Math.max(0, targets - onTime - late)} />
    ),
  },
  { title: '退回次数', dataIndex: 'returns', align: 'right', width: 88 },
];
