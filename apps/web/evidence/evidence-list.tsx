import { attachmentAddress } from '../api/index.ts';
import { evidenceOf, type Evidence } from './evidence.ts';

interface EvidenceListProps {
  /** The target's id. */
  target: string;
  evidence: readonly string[] | undefined;
}

/** 佐证材料 that was handed in for an actual value, to be looked at. */
export function EvidenceList({ target, evidence = [] }: EvidenceListProps) {
  return (
    <>
      {evidence.map((text, at) => (
        <div key={text} className="small">
          <EvidenceName target={target} file={evidenceOf(text)} at={at} />
        </div>
      ))}
    </>
  );
}

interface EvidenceNameProps {
  target: string;
  file: Evidence;
  /** Its place among those of one indicator, from 0. */
  at: number;
}

/** One handed in is downloaded through the target; one just taken in is known by its name. */
export function EvidenceName({ target, file: { sha256, name }, at }: EvidenceNameProps) {
  return name ?? <a href={attachmentAddress(target, sha256)}>佐证材料 {at + 1}</a>;
}
