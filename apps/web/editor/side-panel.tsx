import { type PartStep } from '#scoring';
import { labelOf, type Form } from '#form';
import { type IndicatorItem } from '../api/index.ts';
import { rowsOf, sectionsOf, type Row } from '../form/index.ts';
import { type Marks } from '../paper/index.ts';
import { SEVERITY_TERMS } from '../words/index.ts';
import { RuleReading } from './rule-reading.tsx';
import { belongsTo } from './sections-of-paths.ts';
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
        <AllRemarks kind={form.kind} marks={marks} />
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

/** Everything that was found or said, the gravest first, each with the way to its part of the form. */
function AllRemarks({ kind, marks }: { kind: Form['kind']; marks: Marks }) {
  const all = [...marks].flatMap(([path, list]) => list.map((mark) => ({ path, ...mark })));
  if (all.length === 0) return null;
  const sorted = ORDER.flatMap((each) => all.filter((mark) => mark.kind === each));
  return (
    <>
      <h2>全部提示</h2>
      <ul className="side-remarks">
        {sorted.map(({ path, kind: severity, text }) => (
          <li key={`${path} ${text}`} className={`finding-${severity}`}>
            <b>{termOf(severity)}</b> <Place kind={kind} path={path} />
            <div>{text}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is said of the form as a whole has no place to go to. */
function Place({ kind, path }: { kind: Form['kind']; path: string }) {
  const section = sectionsOf(kind).find((one) => belongsTo(path, one));
  return section ? (
    <a href={`#edit-${section.id}`}>{labelOf(path)}</a>
  ) : (
    <span className="muted">整张表</span>
  );
}

const ORDER = ['error', 'annotation', 'warning', 'hint'] as const;
const termOf = (kind: (typeof ORDER)[number]): string =>
  kind === 'annotation' ? '批注' : SEVERITY_TERMS[kind];

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
          <b>{termOf(kind)}</b> {text}
        </li>
      ))}
    </ul>
  );
}
