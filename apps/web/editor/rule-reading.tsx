import { Input } from 'antd';
import { useState } from 'react';
import { compile, readBack, score, type PartStep } from '#scoring';
import { type Row } from '../form/index.ts';
import { stepsText } from '../words/index.ts';

/** How the scoring rule is read, with a value to try it on: what the unit will be scored by at year end. */
export function RuleReading({ row, partStep }: { row: Row; partStep: PartStep }) {
  const [actual, setActual] = useState('');
  const text = row['scoringRule'] ?? '';
  if (text === '') return <p className="muted">填写评（扣）分标准后，这里显示系统怎样理解它。</p>;
  const rule = compile(text, row);
  if (rule.kind === 'needs-person') return <p>{rule.why}</p>;
  const result = actual.trim() === '' ? null : score(rule, actual, { partStep });
  return (
    <>
      <p>{readBack(rule)}</p>
      <Input
        size="small"
        aria-label="试填实际值"
        placeholder="试填实际值，看得几分"
        value={actual}
        suffix={row['unit'] ?? ''}
        onChange={({ target: { value } }) => setActual(value)}
      />
      {result && (
        <p className="small" aria-live="polite">
          {result.kind === 'score' ? (
            <>
              <b>得 {result.score} 分</b>
              <br />
              {stepsText(result.steps)}
            </>
          ) : (
            result.why
          )}
        </p>
      )}
    </>
  );
}
