import { type TargetView } from '#contracts';
import { takePaper } from '../api/index.ts';
import { DownloadMenu } from '../downloads/index.ts';

/** 申报表 as one may edit it; 审批单 once it was sent for review. */
export function TargetPapers({ target: { id, round } }: { target: TargetView }) {
  const files = [
    { label: '申报表（Word）', read: () => takePaper(id, 'word') },
    { label: '申报表（Excel）', read: () => takePaper(id, 'workbook') },
    ...(round > 0 ? [{ label: '审批单（Word）', read: () => takePaper(id, 'slip') }] : []),
  ];
  return <DownloadMenu isLink files={files} />;
}
