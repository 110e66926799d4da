import { type TargetView } from '#contracts';
import { nameBefore } from '../form/index.ts';
import { Nothing } from '../states/index.ts';
import { SEVERITY_TERMS } from '../words/index.ts';

const ORDER = ['error', 'warning', 'hint'] as const;

/** 预审结果, the gravest first. */
export function FindingList({ target: { findings } }: { target: Pick<TargetView, 'findings'> }) {
  if (findings.length === 0)
    return <Nothing title="预审没有发现问题">各项规则均已检查，仍须人工审核内容是否合理。</Nothing>;
  return (
    <ul className="findings">
      {ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).map(
        ({ code, path, severity, message }) => (
          <li key={`${code} ${path}`} className={`finding-${severity}`}>
            <b>{SEVERITY_TERMS[severity]}</b>
            <span>
              <span className="muted">{nameBefore(path, message)}</span> {message}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
