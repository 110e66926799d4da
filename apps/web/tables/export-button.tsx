import { Button } from 'antd';
import { useTaking } from '../downloads/index.ts';

interface ExportButtonProps {
  /** The file's name without its ending. */
  name: string;
  /** Asks the server for the workbook. */
  read: () => Promise<Blob>;
}

/** Takes what the page lists away as an Excel file. */
export function ExportButton({ name, read }: ExportButtonProps) {
  const [isPending, take] = useTaking();
  return (
    <Button
      size="small"
      loading={isPending}
      onClick={() => void take(async () => ({ name: `${name}.xlsx`, bytes: await read() }))}
    >
      导出 Excel
    </Button>
  );
}
