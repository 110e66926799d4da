import { Alert, Button, Input } from 'antd';
import { type TargetView } from '#contracts';
import { commands, messagesByPath, sentenceOf } from '../api/index.ts';
import { EvidenceList } from '../evidence/index.ts';
import { Restored } from '../states/index.ts';
import { stepsText, targetText } from '../words/index.ts';
import { missingInCorrection } from './entries.ts';
import { correctionsOf, useChecking, type Correction } from './use-checking.ts';
import { useSending } from './use-sending.ts';

type Sheet = NonNullable<TargetView['evaluation']>;
type Line = Sheet['indicators'][number];

/** 财政复核: each line of the self-evaluation, with another figure and a reason where the bureau sees it differently. */
export function Verification({ target, sheet }: { target: TargetView; sheet: Sheet }) {
  const { checking, set, drop, isRestored } = useChecking(target);
  const { comment, byIndicator: corrections } = checking;
  const { problem, pending, send } = useSending<'confirm' | 'return'>(target.id, drop);
  const refused = messagesByPath(problem);
  const isSound = Object.values(corrections).every((one) => missingInCorrection(one) === '');
  const decide = (decision: 'confirm' | 'return'): Promise<void> =>
    send({
      as: decision,
      send: () =>
        commands.evaluate(target, {
          decision,
          comment,
          ...(decision === 'confirm' && { points: correctionsOf(checking) }),
        }),
      said: decision === 'confirm' ? '复核已确认，评价完成' : '已退回单位重新自评',
    });
  return (
    <>
      <Restored what="复核" written={{ ...checking, isRestored }} revision={target.revision} onDrop={drop} />
      <div className="panel execution">
        <span>
          自评 <b>{sheet.total}</b> 分，<b>{sheet.grade}</b>
        </span>
        <span className="muted">
          支出 {sheet.execution.paid} 万元，预算 {sheet.execution.budget} 万元，预算执行{' '}
          {sheet.execution.points} 分
        </span>
      </div>
      <div className="panel paper-scroll" role="region" aria-label="各项指标" tabIndex={0}>
        <table className="sheet year-end checked">
          <thead>
            <tr>
              <th>指标</th>
              <th>目标值与实际完成值</th>
              <th className="amount">自评得分</th>
              <th className="sheet-comment">得分过程与原因</th>
              <th className="amount">核定得分（不改不填）</th>
            </tr>
          </thead>
          <tbody>
            {sheet.indicators.map((line) => (
              <CheckedLine
                key={line.indicatorId}
                target={target}
                line={line}
                correction={corrections[line.indicatorId] ?? { points: '', reason: '' }}
                refused={refused.get(`/points/${line.indicatorId}`)}
                onChange={(correction) =>
                  set((now) => ({
                    ...now,
                    byIndicator: { ...now.byIndicator, [line.indicatorId]: correction },
                  }))
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      {problem !== null && <Alert type="error" title={sentenceOf(problem)} style={{ marginTop: 8 }} />}
      <div className="action-bar year-end-bar">
        <Input
          className="opinion-comment"
          aria-label="复核意见"
          placeholder="复核意见（写好后可退回或确认）"
          maxLength={2000}
          value={comment}
          onChange={({ target: { value } }) => set((now) => ({ ...now, comment: value }))}
        />
        <Button
          disabled={comment.trim() === ''}
          loading={pending === 'return'}
          onClick={() => void decide('return')}
        >
          退回自评
        </Button>
        <Button
          type="primary"
          disabled={comment.trim() === '' || !isSound}
          loading={pending === 'confirm'}
          onClick={() => void decide('confirm')}
        >
          复核确认
        </Button>
      </div>
    </>
  );
}

interface CheckedLineProps {
  target: TargetView;
  line: Line;
  correction: Correction;
  refused: string | undefined;
  onChange: (correction: Correction) => void;
}

function CheckedLine({ target, line, correction, refused, onChange }: CheckedLineProps) {
  const { indicatorId, name, actual, points, weight, steps, reason, evidence } = line;
  const wrong = missingInCorrection(correction) || (refused ?? '');
  const indicator = target.form.indicators?.find(({ id }) => id === indicatorId);
  return (
    <tr>
      <td className="year-end-name">{name}</td>
      <td data-term="目标值与实际完成值">
        <span className="muted">{targetText(indicator)}</span>
        <div>{actual}</div>
        <EvidenceList target={target.id} evidence={evidence} />
      </td>
      <td className="amount" data-term="自评得分">
        {points} / {weight}
      </td>
      <td className="sheet-comment">
        {stepsText(steps)}
        {reason !== undefined && <div className="muted">原因：{reason}</div>}
      </td>
      <td data-term="核定得分（不改不填）">
        <Input
          size="small"
          className="amount"
          placeholder={points}
          inputMode="decimal"
          aria-label={`${name}的核定得分`}
          value={correction.points}
          onChange={({ target: { value } }) => onChange({ ...correction, points: value.trim() })}
        />
        {correction.points !== '' && (
          <Input
            size="small"
            placeholder="理由"
            aria-label={`${name}的核定理由`}
            value={correction.reason}
            onChange={({ target: { value } }) => onChange({ ...correction, reason: value })}
          />
        )}
        {wrong !== '' && <div className="small year-end-missing">{wrong}</div>}
      </td>
    </tr>
  );
}
