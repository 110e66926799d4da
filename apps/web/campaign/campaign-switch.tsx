import { Dropdown } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { listCampaigns } from '../api/index.ts';
import { campaignTerm } from './campaign-term.ts';
import { useCampaignOfPage, useChoosing } from './choice.ts';
import './campaign-switch.css';

const ALL = '全部批次';
/** No campaign is called by an empty text. */
const ALL_KEY = '';

/** 年度批次: the one that 工作台, 目标清单 and 进度 are about, or all of them. */
export function CampaignSwitch() {
  const { data: campaigns = [] } = useQuery({ queryKey: ['campaigns'], queryFn: listCampaigns });
  const shown = useCampaignOfPage();
  const choose = useChoosing();
  const current = campaigns.find(({ id }) => id === shown);
  const label = current ? campaignTerm(current) : ALL;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: ALL_KEY, label: ALL },
          ...campaigns.map((campaign) => ({ key: campaign.id, label: campaignTerm(campaign) })),
        ],
        selectable: true,
        selectedKeys: [current?.id ?? ALL_KEY],
        onClick: ({ key }) => choose(key === ALL_KEY ? null : key),
      }}
    >
      <button
        type="button"
        className="campaign-switch"
        title={`年度批次：${label}`}
        aria-label={`年度批次：${label}`}
      >
        <span>{label}</span> ▾
      </button>
    </Dropdown>
  );
}
