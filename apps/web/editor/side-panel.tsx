import { useQuery } from '@tanstack/react-query';
import { type PartStep } from '#scoring';
import { labelOf, type Form } from '#form';
import { searchIndicators, type IndicatorItem } from '../api/index.ts';
import { rowsOf, type Row } from '../form/index.ts';
import { type Marks } from '../paper/index.ts';
import { SEVERITY_TERMS } from '../words/index.ts';
import { RuleReading } from './rule-reading.tsx';

interface SidePanelProps {
  form: Form;
  /** The field that somebody is at. */
  path: string | null;
  marks: Marks;
  partStep: PartStep;
}

/** One narrow column that follows the focused field. */
export function SidePanel({ form, path, marks, partStep }: SidePanelProps) {
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
          <Library name={row['name'] ?? ''} kind={form.kind} />
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

const SHORTEST_NAME = 2;

/** How other units use an indicator of that name. */
function Library({ name, kind }: { name: string; kind: Form['kind'] }) {
  const { data } = useQuery({
    queryKey: ['indicators', kind, name],
    queryFn: () => searchIndicators(name, kind),
    enabled: name.length >= SHORTEST_NAME,
    staleTime: 60_000,
  });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <h2>其他单位的用法</h2>
      <ul className="side-remarks">
        {items.slice(0, 3).map(({ name: used, unit = '', units, values, spread }) => (
          <li key={`${used} ${unit}`}>
            {used}
            <div className="small muted">
              {units} 个单位使用
              {usedValues({ unit, spread, values })}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The spread of the figures, or else some values as written. */
function usedValues({
  unit = '',
  spread,
  values,
}: Pick<IndicatorItem, 'unit' | 'spread' | 'values'>): string {
  if (!spread) return values.length === 0 ? '' : `，如 ${values.slice(0, 2).join('、')}`;
  const { least, median, greatest } = spread;
  return least === greatest
    ? `，指标值均为 ${least} ${unit}`
    : `，指标值 ${least} 至 ${greatest}，居中 ${median} ${unit}`;
}
