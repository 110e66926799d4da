import { App } from 'antd';
import { useState } from 'react';
import { sentenceOf, type TakenFile } from '../api/index.ts';

/** Takes a file from the server to the browser's downloads; where that is refused, says why. Nothing to take is `null`. */
export function useTaking(): [
  isPending: boolean,
  take: (read: () => Promise<TakenFile | null>) => Promise<void>,
] {
  const { message } = App.useApp();
  const [isPending, setPending] = useState(false);
  const take = async (read: () => Promise<TakenFile | null>): Promise<void> => {
    setPending(true);
    try {
      const file = await read();
      if (file) save(file);
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setPending(false);
    }
  };
  return [isPending, take];
}

/** Hands the file to the browser. */
function save({ name, bytes }: TakenFile): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
