import { type TargetView } from '#contracts';
import { EvidenceList } from '../evidence/index.ts';
import { stepsText } from '../words/index.ts';

interface ResultProps {
  /** The target's id, through which evidence is downloaded. */
  target: string;
  sheet: NonNullable<TargetView['evaluation']>;
}

/** 自评与评价: each indicator with its evidence, its points and how they came about. */
export function Result({ target, sheet }: ResultProps) {
  const { execution, indicators, total, grade } = sheet;
  return (
    <div className="panel paper-scroll" role="region" aria-label="评价结果" tabIndex={0}>
      <p>
        得分 <b>{total}</b>，等级 <b>{grade}</b>；预算执行：支出 {execution.paid} 万元，预算{' '}
        {execution.budget} 万元，得 {execution.points} 分。
      </p>
      <table className="sheet result">
        <thead>
          <tr>
            <th>指标</th>
            <th>实际完成值</th>
            <th className="amount">得分</th>
            <th className="sheet-comment">得分过程与原因</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((one) => (
            <tr key={one.indicatorId}>
              <td>{one.name}</td>
              <td data-term="实际完成值">
                {one.actual}
                <EvidenceList target={target} evidence={one.evidence} />
              </td>
              <td className="amount" data-term="得分">
                {one.points} / {one.weight}
              </td>
              <td className="sheet-comment">
                {stepsText(one.steps)}
                {one.reason !== undefined && <div className="muted">原因：{one.reason}</div>}
                {one.corrected && (
                  <div className="muted">
                    财政核定：原 {one.corrected.from} 分，{one.corrected.reason}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
