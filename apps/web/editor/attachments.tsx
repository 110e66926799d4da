import { Alert, Button } from 'antd';
import { memo, useRef, useState } from 'react';
import { type Form } from '#form';
import { attachmentAddress, sentenceOf, uploadAttachment } from '../api/index.ts';

type Attachment = NonNullable<Form['attachments']>[number];

interface AttachmentsProps {
  target: string;
  attachments: readonly Attachment[];
  onChange: (change: (form: Form) => Form) => void;
}

/** 附件: taken in as they are chosen, part of the form when it is saved; downloaded through the target. */
export const Attachments = memo(function Attachments({ target, attachments, onChange }: AttachmentsProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isPending, setPending] = useState(false);
  const add = async (files: readonly File[]): Promise<void> => {
    setPending(true);
    setProblems([]);
    for (const file of files)
      try {
        const { sha256, name } = await uploadAttachment(file);
        onChange((form) => withAttachment(form, { sha256, name }));
      } catch (error) {
        setProblems((now) => [...now, `${file.name}：${sentenceOf(error)}`]);
      }
    setPending(false);
  };
  return (
    <section id="edit-attachments" className="edit-section" aria-label="附件">
      <h3>附件</h3>
      {attachments.length > 0 && (
        <ul>
          {attachments.map(({ sha256, name = '（未命名）' }, at) => (
            <li key={sha256 ?? at}>
              {sha256 === undefined ? name : <a href={attachmentAddress(target, sha256)}>{name}</a>}{' '}
              <Button
                size="small"
                type="text"
                aria-label={`移除附件 ${name}`}
                onClick={() => onChange((form) => withoutAttachment(form, at))}
              >
                移除
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Button loading={isPending} onClick={() => input.current?.click()}>
          上传附件
        </Button>{' '}
        <span className="small muted">立项依据、批文等，支持 PDF、Office、图片和 zip；保存后可以下载</span>
      </p>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label="选择附件"
        onChange={({ target: chooser }) => {
          const files = [...(chooser.files ?? [])];
          // The same file may be chosen again once it was removed.
          chooser.value = '';
          void add(files);
        }}
      />
      {problems.map((problem) => (
        <Alert key={problem} type="error" title={problem} />
      ))}
    </section>
  );
});

/** The same content again is the same attachment. */
function withAttachment(form: Form, added: Attachment): Form {
  const others = (form.attachments ?? []).filter(({ sha256 }) => sha256 !== added.sha256);
  return { ...form, attachments: [...others, added] };
}

function withoutAttachment(form: Form, at: number): Form {
  const { attachments = [], ...others } = form;
  const left = attachments.filter((_, index) => index !== at);
  return left.length === 0 ? others : { ...form, attachments: left };
}
