import { type CampaignView } from '#contracts';
import { takeBooklet, takeList } from '../api/index.ts';
import { DownloadMenu } from '../downloads/index.ts';

/** What of a whole campaign goes out as a file: 公开册 of what is granted, and the list of all targets. */
export function CampaignPapers({ campaign: { id } }: { campaign: CampaignView }) {
  return (
    <DownloadMenu
      files={[
        { label: '公开册（Word）', read: () => takeBooklet(id, 'word') },
        { label: '公开册（网页）', read: () => takeBooklet(id, 'page') },
        { label: '绩效目标清单（Excel）', read: () => takeList(id) },
      ]}
    />
  );
}
