import { Alert, Button, Input } from 'antd';
import { useMemo } from 'react';
import { type CampaignView, type TargetView } from '#contracts';
import { type Indicator } from '#form';
import { type SheetLine } from '#scoring';
import { commands, messagesByPath, sentenceOf } from '../api/index.ts';
import { targetText, ungrouped } from '../words/index.ts';
import {
  BLANK_ENTRY,
  missingIn,
  missingInAmount,
  selfEvaluationBody,
  sheetOf,
  stepsOf,
  type Entry,
} from './entries.ts';
import { EvidenceFiles } from './evidence-files.tsx';
import { useEntries } from './use-entries.ts';
import { useSending } from './use-sending.ts';

interface SelfEvaluationProps {
  target: TargetView;
  campaign: CampaignView | undefined;
}

/** 自评: actual values at the left, points with how they came about at the right; the sum follows while one types. */
export function SelfEvaluation({ target, campaign }: SelfEvaluationProps) {
  const { id, form, grant } = target;
  const { value: entries, set: setEntries, drop } = useEntries(target, grant?.amount ?? '');
  const { problem, pending, send } = useSending<'submit'>(id, drop);
  const sheet = useMemo(() => sheetOf(form, entries, campaign), [form, entries, campaign]);
  const refused = useMemo(() => messagesByPath(problem), [problem]);
  const left =
    sheet.lines.filter((line) => missingIn(line) !== '').length +
    [entries.paid, entries.budget].filter((amount) => missingInAmount(amount) !== '').length;
  const submit = (): Promise<void> =>
    send({
      as: 'submit',
      send: () => commands.selfEvaluate(target, selfEvaluationBody(entries)),
      said: '自评已提交，等待财政复核',
    });
  const write = (indicatorId: string, change: (entry: Entry) => Partial<Entry>): void =>
    setEntries((now) => {
      const entry = { ...BLANK_ENTRY, ...now.byIndicator[indicatorId] };
      return { ...now, byIndicator: { ...now.byIndicator, [indicatorId]: { ...entry, ...change(entry) } } };
    });
  return (
    <>
      <div className="panel execution">
        <Figure
          label="实际支出（万元）"
          value={entries.paid}
          refused={refused.get('/paid')}
          onChange={(paid) => setEntries((now) => ({ ...now, paid }))}
        />
        <Figure
          label="调整后预算（万元）"
          value={entries.budget}
          refused={refused.get('/budget')}
          onChange={(budget) => setEntries((now) => ({ ...now, budget }))}
        />
        {sheet.execution && (
          <span className="muted">
            预算执行 {sheet.execution.points ?? '—'} / {sheet.execution.weight} 分
          </span>
        )}
      </div>
      <div className="panel paper-scroll" role="region" aria-label="各项指标" tabIndex={0}>
        <table className="sheet year-end">
          <thead>
            <tr>
              <th>指标</th>
              <th>目标值</th>
              <th>实际完成值</th>
              <th>得分</th>
              <th className="sheet-comment">得分过程与原因</th>
            </tr>
          </thead>
          <tbody>
            {sheet.lines.map((line) => (
              <Line
                key={line.indicatorId}
                target={id}
                line={line}
                indicator={form.indicators?.find((one) => one.id === line.indicatorId)}
                entry={entries.byIndicator[line.indicatorId] ?? BLANK_ENTRY}
                refused={refused.get(`/actuals/${line.indicatorId}`)}
                onChange={(change) => write(line.indicatorId, change)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {problem !== null && <Alert type="error" title={sentenceOf(problem)} style={{ marginTop: 8 }} />}
      <div className="action-bar year-end-bar">
        <span>
          合计 <b>{sheet.total ?? '—'}</b> 分{sheet.grade && <b>，{sheet.grade}</b>}
        </span>
        <span className="muted">{left > 0 && `还有 ${String(left)} 项要补充`}</span>
        <Button type="primary" loading={pending !== null} disabled={left > 0} onClick={() => void submit()}>
          提交自评
        </Button>
      </div>
    </>
  );
}

interface FigureProps {
  label: string;
  value: string;
  refused: string | undefined;
  onChange: (value: string) => void;
}

function Figure({ label, value, refused, onChange }: FigureProps) {
  return (
    <div>
      <label>
        {label}{' '}
        <Input
          className="amount"
          style={{ width: 128 }}
          inputMode="decimal"
          value={value}
          onChange={({ target }) => onChange(ungrouped(target.value))}
        />
      </label>
      <Missing text={refused ?? missingInAmount(value)} isUntouched={value === ''} />
    </div>
  );
}

/** What is still to be put down; red only where something was put down that will not do. */
function Missing({ text, isUntouched }: { text: string; isUntouched: boolean }) {
  return text === '' ? null : (
    <div className={isUntouched ? 'small muted' : 'small year-end-missing'}>{text}</div>
  );
}

interface LineProps {
  target: string;
  line: SheetLine;
  indicator: Indicator | undefined;
  entry: Entry;
  refused: string | undefined;
  onChange: (change: (entry: Entry) => Partial<Entry>) => void;
}

function Line({ target, line, indicator, entry, refused, onChange }: LineProps) {
  const { name, weight, points, reasonsDue } = line;
  const missing = missingIn(line);
  const needsReason = reasonsDue.length > 0 || entry.reason !== '' || entry.points !== '';
  return (
    <tr>
      <td className="year-end-name">{name}</td>
      <td>{targetText(indicator)}</td>
      <td>
        <Input
          size="small"
          aria-label={`${name}的实际完成值`}
          value={entry.actual}
          onChange={({ target: { value } }) => onChange(() => ({ actual: value }))}
        />
        <EvidenceFiles
          target={target}
          name={name}
          evidence={entry.evidence ?? []}
          onChange={(change) => onChange(({ evidence = [] }) => ({ evidence: change(evidence) }))}
        />
      </td>
      <td>
        <Input
          size="small"
          className="amount"
          aria-label={`${name}的得分`}
          placeholder={points ?? '待评分'}
          inputMode="decimal"
          value={entry.points}
          onChange={({ target: { value } }) => onChange(() => ({ points: value.trim() }))}
        />
        <div className="small muted amount">满分 {weight}</div>
      </td>
      <td className="sheet-comment">
        {stepsOf(line) !== missing && <div>{stepsOf(line)}</div>}
        {needsReason && (
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 4 }}
            aria-label={`${name}的原因`}
            placeholder="原因"
            maxLength={2000}
            value={entry.reason}
            onChange={({ target: { value } }) => onChange(() => ({ reason: value }))}
          />
        )}
        <Missing text={refused ?? missing} isUntouched={entry.actual === ''} />
      </td>
    </tr>
  );
}
