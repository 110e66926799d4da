import { Button } from 'antd';
import { useRef } from 'react';
import { type FormKind } from '#form';
import { KIND_TERMS } from '../words/index.ts';

interface DropZoneProps {
  isPending: boolean;
  onFile: (file: File) => void;
}

const KINDS: readonly FormKind[] = ['project', 'overall', 'direction'];

/** Where files are dropped, chosen or pasted, with the empty forms to fill in elsewhere. */
export function DropZone({ isPending, onFile }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <div className="import-drop" tabIndex={0} role="group" aria-label="放入申报表文件或粘贴表格">
        <p>把 Word、Excel 申报表拖到这里，或在 Word、WPS、Excel 中复制表格后在这里粘贴（Ctrl V）。</p>
        <Button loading={isPending} onClick={() => input.current?.click()}>
          选择文件
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="选择申报表文件"
          accept=".docx,.xlsx,.xls,.html,.htm,.txt"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            // The same file may be chosen again once it was corrected.
            target.value = '';
            if (file) onFile(file);
          }}
        />
      </div>
      <p className="small muted import-templates">
        空表：
        {KINDS.map((kind) => (
          <span key={kind}>
            {KIND_TERMS[kind]} <a href={`/api/templates/${kind}.docx`}>Word</a>{' '}
            <a href={`/api/templates/${kind}.xlsx`}>Excel</a>
          </span>
        ))}
        <span>
          多个项目一行一个 <a href="/api/templates/batch.xlsx">批量导入模板</a>
        </span>
      </p>
    </>
  );
}
