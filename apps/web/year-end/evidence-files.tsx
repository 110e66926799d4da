import { Button } from 'antd';
import { useRef, useState } from 'react';
import { sentenceOf, uploadAttachment } from '../api/index.ts';
import { EvidenceName, type Evidence } from '../evidence/index.ts';

interface EvidenceFilesProps {
  /** The target, whose earlier evidence is downloaded through it. */
  target: string;
  /** What the indicator is called. */
  name: string;
  evidence: readonly Evidence[];
  /** Of what stands there by then: an upload takes its time. */
  onChange: (change: (evidence: readonly Evidence[]) => readonly Evidence[]) => void;
}

/** 佐证材料: files that show how an actual value is known. */
export function EvidenceFiles({ target, name, evidence, onChange }: EvidenceFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const add = async (file: File): Promise<void> => {
    setPending(true);
    setProblem(null);
    try {
      const { sha256, name: given } = await uploadAttachment(file);
      onChange((now) => [...without(now, sha256), { sha256, name: given }]);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setPending(false);
  };
  return (
    <div className="small">
      {evidence.map((file, at) => (
        <div key={file.sha256}>
          <EvidenceName target={target} file={file} at={at} />{' '}
          <Button
            size="small"
            type="text"
            aria-label={`移除${name}的佐证材料 ${file.name ?? String(at + 1)}`}
            onClick={() => onChange((now) => without(now, file.sha256))}
          >
            移除
          </Button>
        </div>
      ))}
      <Button size="small" type="link" loading={isPending} onClick={() => input.current?.click()}>
        上传佐证材料
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={`选择${name}的佐证材料`}
        onChange={({ target: chooser }) => {
          const [file] = chooser.files ?? [];
          // The same file may be chosen again once it was removed.
          chooser.value = '';
          if (file) void add(file);
        }}
      />
      {problem !== null && <div className="year-end-missing">{problem}</div>}
    </div>
  );
}

const without = (evidence: readonly Evidence[], sha256: string): readonly Evidence[] =>
  evidence.filter((one) => one.sha256 !== sha256);
