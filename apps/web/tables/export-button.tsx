import { App, Button } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../api/index.ts';

interface ExportButtonProps {
  /** The file's name without its ending. */
  name: string;
  /** Asks the server for the workbook. */
  read: () => Promise<Blob>;
}

/** Takes what the page lists away as an Excel file. */
export function ExportButton({ name, read }: ExportButtonProps) {
  const { message } = App.useApp();
  const [isPending, setPending] = useState(false);
  const take = async (): Promise<void> => {
    setPending(true);
    try {
      save(await read(), `${name}.xlsx`);
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <Button size="small" loading={isPending} onClick={() => void take()}>
      导出 Excel
    </Button>
  );
}

/** Hands the file to the browser. */
function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
