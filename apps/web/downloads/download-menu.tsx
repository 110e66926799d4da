import { Button, Dropdown } from 'antd';
import { type TakenFile } from '../api/index.ts';
import { useTaking } from './use-taking.ts';

interface DownloadMenuProps {
  files: readonly { label: string; read: () => Promise<TakenFile | null> }[];
  /** A word among other links of a page's head instead of a button. */
  isLink?: boolean;
}

/** 下载: what there is of the page as files, each made when it is asked for. */
export function DownloadMenu({ files, isLink = false }: DownloadMenuProps) {
  const [isPending, take] = useTaking();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: files.map(({ label }) => ({ key: label, label })),
        onClick: ({ key }) => {
          const file = files.find(({ label }) => label === key);
          if (file) void take(file.read);
        },
      }}
    >
      {isLink ? (
        <button type="button" className="link" aria-busy={isPending}>
          {isPending ? '正在下载…' : '下载 ▾'}
        </button>
      ) : (
        <Button loading={isPending}>下载 ▾</Button>
      )}
    </Dropdown>
  );
}
