import { Button } from 'antd';
import { useState } from 'react';
import { type CampaignView } from '#contracts';
import { useSession } from '../app/session.tsx';
import { ExtensionDialog } from './extension-dialog.tsx';

/** 延长期限 is 绩效股's, while the campaign is open. */
export function Extend({ campaign }: { campaign: CampaignView }) {
  const { me } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (campaign.state !== 'open' || !me.roles.includes('performance')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>延长期限</Button>
      {isOpen && <ExtensionDialog campaign={campaign} onClose={() => setOpen(false)} />}
    </>
  );
}
