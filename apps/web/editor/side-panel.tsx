import { type PartStep } from '#scoring';
import { labelOf, type Form } from '#form';
import { type IndicatorItem } from '../api/index.ts';
import { rowsOf, type Row } from '../form/index.ts';
import { type Marks } from '../paper/index.ts';
import { SEVERITY_TERMS } from '../words/index.ts';
import { RuleReading } from './rule-reading.tsx';
import { Suggestions } from './suggestions.tsx';

interface SidePanelProps {
  form: Form;
  /** The field that somebody is at. */
  path: string | null;
  marks: Marks;
  partStep: PartStep;
  /** Puts what others use into a row of indicators. */
  onTake: (row: string, item: IndicatorItem) => void;
}

/** One narrow column that follows the focused field. */
export function SidePanel({ form, path, marks, partStep, onTake }: SidePanelProps) {
  const row = path === null ? undefined : indicatorAt(form, path);
  if (path === null)
    return (
      <aside className="side">
        <p className="muted">点到哪一栏，这里就显示那一栏的预审提示、评分标准的读法和其他单位的用法。</p>
      </aside>
    );
  return (
    <aside className="side" aria-label="本栏提示">
      <h2>{labelOf(path)}</h2>
      <Remarks path={row ? `/indicators/${row.id}` : path} marks={marks} />
      {row && (
        <>
          <h2>评分标准的读法</h2>
          <RuleReading key={`${row.id} ${row['scoringRule'] ?? ''}`} row={row} partStep={partStep} />
          <Suggestions name={row['name'] ?? ''} kind={form.kind} onTake={(item) => onTake(row.id, item)} />
        </>
      )}
    </aside>
  );
}

function indicatorAt(form: Form, path: string): Row | undefined {
  const [list, id] = path.split('/').slice(1);
  return list === 'indicators' ? rowsOf(form, list).find((row) => row.id === id) : undefined;
}

/** What was found or said about the field, or any field of the row. */
function Remarks({ path, marks }: { path: string; marks: Marks }) {
  const here = [...marks]
    .filter(([at]) => at === path || at.startsWith(`${path}/`))
    .flatMap(([, list]) => list);
  if (here.length === 0) return <p className="muted">没有提示。</p>;
  return (
    <ul className="side-remarks">
      {here.map(({ kind, text }) => (
        <li key={`${kind} ${text}`} className={`finding-${kind}`}>
          <b>{kind === 'annotation' ? '批注' : SEVERITY_TERMS[kind]}</b> {text}
        </li>
      ))}
    </ul>
  );
}
