import { type TargetView } from '#contracts';
import { takeFilled, takePaper, type TakenFile } from '../api/index.ts';
import { chosenFile, DownloadMenu } from '../downloads/index.ts';

/** 申报表 as one may edit it, also in the file that the unit has of it already; 审批单 once it was sent for review. */
export function TargetPapers({ target: { id, round } }: { target: TargetView }) {
  const files = [
    { label: '申报表（Word）', read: () => takePaper(id, 'word') },
    { label: '申报表（Excel）', read: () => takePaper(id, 'workbook') },
    { label: '填回已有的申报表文件…', read: () => filled(id) },
    ...(round > 0 ? [{ label: '审批单（Word）', read: () => takePaper(id, 'slip') }] : []),
  ];
  return <DownloadMenu isLink files={files} />;
}

/** `null` where no file was chosen after all. */
async function filled(id: string): Promise<TakenFile | null> {
  const file = await chosenFile('.docx,.xlsx');
  return file && takeFilled(id, file);
}
