import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { type CampaignView } from '#contracts';
import { listCampaigns } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { campaignTerm, currentOf, useCampaignOfPage } from '../campaign/index.ts';
import { Loaded, NoRight, Nothing } from '../states/index.ts';
import { Tabs } from '../tabs/index.ts';
import { dayOf } from '../words/index.ts';
import { CampaignPapers } from './campaign-papers.tsx';
import { Extend } from './extend.tsx';
import { Gate } from './gate.tsx';
import { Grants } from './grants.tsx';
import { mayGrant, mayWatch } from './offices.ts';
import { Overview } from './overview.tsx';
import './progress.css';

/** 进度: how far a campaign is, what stops the budget, and granting in batches. */
export function ProgressPage() {
  const { me } = useSession();
  const campaigns = useQuery({ queryKey: ['campaigns'], queryFn: listCampaigns });
  if (!mayWatch(me.roles)) return <NoRight what="进度由财政部门、主管部门和审计查看" />;
  return (
    <Loaded query={campaigns} lines={10}>
      {(all) => <Chosen campaigns={all} />}
    </Loaded>
  );
}

function Chosen({ campaigns }: { campaigns: readonly CampaignView[] }) {
  const { me } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const wanted = useCampaignOfPage();
  const campaign = campaigns.find(({ id }) => id === wanted) ?? currentOf(campaigns, dayOf(new Date()));
  if (!campaign)
    return <Nothing title="还没有申报批次">绩效股开启年度批次后，这里显示各部门的进度。</Nothing>;
  const show = (tab: string): void =>
    setParameters(
      (now) => {
        const next = new URLSearchParams(now);
        next.set('tab', tab);
        return next;
      },
      { replace: true },
    );
  const tabs = [
    { key: 'overview', label: '总体进度', children: <Overview campaign={campaign} /> },
    { key: 'gate', label: '预算安排条件', children: <Gate campaign={campaign} /> },
    ...(mayGrant(me.roles, campaign)
      ? [{ key: 'grants', label: '批复', children: <Grants campaign={campaign} /> }]
      : []),
  ];
  return (
    <>
      <div className="page-head">
        <h1>进度</h1>
        <span className="muted">{campaignTerm(campaign)}</span>
        <div className="page-do">
          <CampaignPapers campaign={campaign} />
          <Extend campaign={campaign} />
        </div>
      </div>
      <Tabs label="进度内容" tabs={tabs} active={parameters.get('tab') ?? 'overview'} onChange={show} />
    </>
  );
}
