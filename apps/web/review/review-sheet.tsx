import { Input } from 'antd';
import { type GradeBounds, type SheetCriterion } from '#domain';
import { sheetTotal, withAnswer, type OpinionDraft } from './opinion-draft.ts';

interface ReviewSheetProps {
  draft: OpinionDraft;
  onDraft: (change: (draft: OpinionDraft) => OpinionDraft) => void;
  criteria: readonly SheetCriterion[];
  bounds: GradeBounds;
}

/** 绩效目标审核表: points and a comment for each question; the grade follows from the sum. */
export function ReviewSheet({ draft, onDraft, criteria, bounds }: ReviewSheetProps) {
  const total = sheetTotal(draft.sheet, criteria);
  return (
    <div className="review-sheet">
      <table className="sheet">
        <thead>
          <tr>
            <th>审核内容</th>
            <th>审核要点</th>
            <th>分值</th>
            <th>得分</th>
            <th className="sheet-comment">说明</th>
          </tr>
        </thead>
        <tbody>
          {criteria.flatMap(({ criterion, questions }) =>
            questions.map(({ question, points: full }, index) => {
              const { points = '', comment = '' } = draft.sheet?.[question] ?? {};
              const answer = (entry: { points: string; comment: string }): void =>
                onDraft((now) => withAnswer(now, question, entry, { criteria, bounds }));
              return (
                <tr key={question}>
                  {index === 0 && <td rowSpan={questions.length}>{criterion}</td>}
                  <td>{question}</td>
                  <td className="amount">{full}</td>
                  <td>
                    <Input
                      size="small"
                      className="amount"
                      style={{ width: 64 }}
                      inputMode="decimal"
                      aria-label={`${question}得分`}
                      status={Number(points) > full ? 'error' : ''}
                      value={points}
                      onChange={({ target: { value } }) => answer({ points: value.trim(), comment })}
                    />
                  </td>
                  <td className="sheet-comment">
                    <Input
                      size="small"
                      aria-label={`${question}说明`}
                      placeholder="说明"
                      value={comment}
                      onChange={({ target: { value } }) => answer({ points, comment: value })}
                    />
                  </td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
      <p className="small muted">
        {total === null
          ? '各项得分和说明填齐后得出等级。'
          : `合计 ${String(total)} 分，等级 ${draft.grade ?? ''}`}
      </p>
    </div>
  );
}
