import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { type DraftOutcome, type FilePreview, type FormPreview } from '../api/index.ts';
import { nameOf } from '../form/index.ts';
import { KIND_TERMS } from '../words/index.ts';

interface ReadFormsProps {
  file: FilePreview;
  name: string;
  chosen: ReadonlySet<string>;
  outcomes: ReadonlyMap<string, DraftOutcome>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Every form of a file: at the left what was read of it, at the right what was not understood or is wrong. */
export function ReadForms({ file, name, chosen, outcomes, onChoose }: ReadFormsProps) {
  const top = useRef<HTMLDivElement>(null);
  // What was read begins below the screen of an office.
  useEffect(() => {
    top.current?.scrollIntoView();
  }, [file]);
  const choose = (key: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    onChoose(next);
  };
  return (
    <div ref={top} className="import-read">
      <p>
        {name}：读出 {file.items.length} 张表，尚未保存。
      </p>
      {file.errors.map(({ cell, message }) => (
        <p key={cell + message} className="import-fault">
          {cell} {message}
        </p>
      ))}
      <ul>
        {file.items.map((item) => (
          <li key={item.key}>
            <ReadSide
              item={item}
              outcome={outcomes.get(item.key)}
              isChosen={chosen.has(item.key)}
              onChoose={(isChosen) => choose(item.key, isChosen)}
            />
            <LeftSide item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ReadSideProps {
  item: FormPreview;
  outcome: DraftOutcome | undefined;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

function ReadSide({ item, outcome, isChosen, onChoose }: ReadSideProps) {
  const { form, unit, row } = item;
  if (!form) return <div>第 {row} 行：要先改正所列的问题</div>;
  const about = [
    KIND_TERMS[form.kind],
    unit?.name,
    form.fiscalYear === undefined ? undefined : `${String(form.fiscalYear)} 年`,
    `绩效指标 ${String(form.indicators?.length ?? 0)} 条`,
  ];
  return (
    <div>
      <Checkbox
        checked={isChosen}
        disabled={!unit || outcome?.outcome === 'done'}
        onChange={({ target }) => onChoose(target.checked)}
      >
        {nameOf(form)}
      </Checkbox>
      <div className="small muted">{about.filter(Boolean).join(' · ')}</div>
      {outcome && <Outcome outcome={outcome} />}
    </div>
  );
}

const Outcome = ({ outcome }: { outcome: DraftOutcome }) =>
  outcome.outcome === 'done' ? (
    <Link to={`/targets/${outcome.id}/edit`}>草稿已建立，去填报</Link>
  ) : (
    <div className="import-fault">没有建立：{outcome.problem.detail}</div>
  );

/** What stays behind: errors by cell, and texts that belong to no field, each with its place. */
function LeftSide({ item: { errors, unrecognised } }: { item: FormPreview }) {
  if (errors.length + unrecognised.length === 0) return <div className="small muted">全部读懂</div>;
  return (
    <div className="small">
      {errors.map(({ cell, message }) => (
        <div key={cell + message} className="import-fault">
          {cell} {message}
        </div>
      ))}
      {unrecognised.length > 0 && (
        <details open={unrecognised.length <= 3}>
          <summary>有 {unrecognised.length} 处没有读懂，建立草稿后请对照原件补上</summary>
          {unrecognised.map(({ where, text }) => (
            <div key={where + text}>
              <span className="muted">{where}</span> {text}
            </div>
          ))}
        </details>
      )}
    </div>
  );
}
