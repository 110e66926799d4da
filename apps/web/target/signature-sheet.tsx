import { type TargetView } from '#contracts';
import { labelOf } from '#form';
import { type HistoryItem } from '../api/index.ts';
import { Nothing } from '../states/index.ts';
import { DECISION_TERMS, minuteOf } from '../words/index.ts';
import { ActorName } from './actor-name.tsx';
import { annotationsIn } from './annotations.ts';
import { SlipHead } from './slip-head.tsx';

interface SignatureSheetProps {
  items: readonly HistoryItem[];
  target: TargetView;
}

/** Opinions read like a signature sheet: stage, post, name, decision, comment, date. */
export function SignatureSheet({ items, target }: SignatureSheetProps) {
  const { chain } = target;
  const opinions = items.filter(({ type }) => type === 'OpinionGiven');
  if (opinions.length === 0)
    return <Nothing title="还没有审核意见">送审后，各环节的意见会列在这里。</Nothing>;
  const stageName = (id: unknown): string => chain.find((stage) => stage.id === id)?.name ?? String(id);
  return (
    <div className="paper-scroll panel" role="region" aria-label="审核意见" tabIndex={0}>
      <SlipHead target={target} />
      <table className="sheet signatures">
        <thead>
          <tr>
            <th>环节</th>
            <th>职务</th>
            <th>姓名</th>
            <th>决定</th>
            <th className="sheet-comment">意见</th>
            <th>日期</th>
          </tr>
        </thead>
        <tbody>
          {opinions.map((opinion) => (
            <tr key={opinion.id}>
              <td>{stageName(opinion.data['stage'])}</td>
              <td>{opinion.actor.post}</td>
              <td>
                <ActorName {...opinion.actor} />
                {opinion.actor.onBehalfOf && (
                  <div className="small muted">代 {opinion.actor.onBehalfOf.name}</div>
                )}
              </td>
              <td>
                {DECISION_TERMS[String(opinion.data['decision'])]}
                {typeof opinion.data['grade'] === 'string' && `（${opinion.data['grade']}）`}
              </td>
              <td className="sheet-comment">
                {opinion.comment}
                {annotationsIn(opinion).map(({ path, comment }) => (
                  <div key={`${path} ${comment}`} className="small">
                    <span className="muted">{labelOf(path)}：</span>
                    {comment}
                  </div>
                ))}
              </td>
              <td>{minuteOf(opinion.time)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
